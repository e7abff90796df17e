import { describe, expect, test } from 'vitest';
import {
  allowsCopies,
  checkCommentary,
  composeRelease,
  copyGround,
  licences,
  licencesOfCopy,
  writeRelease,
  type ReleaseOrigin,
} from '../../src/index.ts';
import { draft } from './draft.ts';

const origin: ReleaseOrigin = {
  ...{ slug: 'notes', number: '1.0', sha256: 'a'.repeat(64), language: 'en' },
  titles: { 'zh-Hans': '札记', en: 'Notes' },
  contributors: [
    {
      kind: 'group',
      family: 'Editors',
      given: '',
      orcid: '',
      affiliation: '',
      roles: [],
      names: {},
    },
  ],
  licence: { id: 'CC-BY-SA-4.0', statement: { en: 'Quotations are not.' } },
};

describe('who may begin a copy', () => {
  test.each([
    ['CC0-1.0', 'licence', 'licence'],
    ['CC-BY-4.0', 'licence', 'licence'],
    ['CC-BY-SA-4.0', 'licence', 'licence'],
    ['CC-BY-NC-4.0', 'licence', 'licence'],
    ['CC-BY-NC-SA-4.0', 'licence', 'licence'],
    ['CC-BY-ND-4.0', null, 'author'],
    ['CC-BY-NC-ND-4.0', null, 'author'],
    ['all-rights-reserved', null, 'author'],
  ] as const)('under %s: anybody %s, its authors %s', (licence, anybody, author) => {
    expect(copyGround({ licence, isAuthor: false })).toBe(anybody);
    expect(copyGround({ licence, isAuthor: true })).toBe(author);
  });

  test('the table speaks of every licence', () => {
    for (const licence of licences) expect(licencesOfCopy(licence)).toContain(licence);
  });
});

describe('under what a copy is published', () => {
  test.each(['CC-BY-SA-4.0', 'CC-BY-NC-SA-4.0', 'CC-BY-ND-4.0', 'all-rights-reserved'] as const)(
    'that of %s is kept',
    (licence) => {
      expect(licencesOfCopy(licence)).toEqual([licence]);
    },
  );

  test('nothing that was not for gain is for gain in a copy', () => {
    for (const licence of licencesOfCopy('CC-BY-NC-4.0')) expect(licence).toContain('-NC');
  });

  test('whom it names is named in a copy', () => {
    for (const licence of licences.filter((each) => each.startsWith('CC-BY') && allowsCopies(each)))
      for (const kept of licencesOfCopy(licence)) expect(kept).toMatch(/^CC-BY/);
  });
});

describe('a release of a copy', () => {
  const publication = { number: '1.0', released: '', change: '', statement: {} };
  const written = (basedOn: readonly ReleaseOrigin[]) => {
    const release = composeRelease(draft({ basedOn }), publication);
    return release === null ? '' : writeRelease(release);
  };

  test('holds what it was begun from, the same whatever the order of keys', () => {
    const turned = { ...origin, titles: { en: 'Notes', 'zh-Hans': '札记' } };
    expect((JSON.parse(written([origin])) as { basedOn: unknown }).basedOn).toEqual([origin]);
    expect(written([turned])).toBe(written([origin]));
  });

  test('that was begun anew says nothing of it', () => {
    expect(written([])).not.toContain('basedOn');
  });

  test.each([
    [true, [origin], [{ code: 'origin-taken-down', part: null, about: 'notes 1.0' }]],
    [false, [origin], []],
    [false, [], []],
  ])('taken down: %s', (isOriginTakenDown, basedOn, findings) => {
    expect(checkCommentary(draft({ basedOn, isOriginTakenDown }))).toEqual(findings);
  });
});
