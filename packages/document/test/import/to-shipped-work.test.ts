import { describe, expect, test } from 'vitest';

import { comparePaths, digest, isUid, pathKind, type ShippedWork } from '../../src/index.ts';
import {
  addressesOf,
  toShippedWork,
  type ImportedWork,
  type ImportProposal,
} from '../../src/import/index.ts';
import { numberSiblings } from '../../src/import/ship/number-siblings.ts';
import { formatComponent } from '../../src/path.ts';
import { shipped as strategy, witness } from '../strategy.ts';
import { proposalOf } from './proposal-of.ts';

function metaOf({ sides }: ImportProposal, key = 'x/rules'): ImportedWork {
  const words = { en: 'Rules', 'zh-Hans': '规则' };
  return {
    work: {
      key,
      slug: 'rules',
      abbreviation: 'R',
      titles: words,
      issuer: words,
      issued: '2026-01-01',
      rights: words,
    },
    editions: sides.map(({ lang }) => ({
      id: lang.startsWith('zh') ? 'zh-cac' : 'en-creemers',
      relation: lang.startsWith('zh') || sides.length === 1 ? 'source' : 'translation',
      title: 'Rules',
      responsible: [],
      source: words,
      rights: words,
    })),
    released: '2026-01-02',
  };
}

function ship(proposal: ImportProposal, key?: string): ShippedWork {
  const made = toShippedWork(proposal, metaOf(proposal, key));
  if (!made.ok) throw new Error(made.reason);
  return made.value;
}

const pathsOf = ({ units }: ShippedWork): readonly string[] => units.map(({ path }) => path);

function expectSound({ work, units, versions, alignment }: ShippedWork): void {
  const paths = units.map(({ path }) => path);
  expect(paths).toEqual(paths.toSorted(comparePaths));
  expect(new Set(paths).size).toBe(paths.length);
  const uids = new Set(units.map(({ uid }) => uid));
  expect(uids.size).toBe(units.length);
  for (const { path, kind, uid, parent } of units) {
    expect(pathKind(path, work.levels.length), path).toBe(kind);
    expect(isUid(uid)).toBe(true);
    expect(parent === null || uids.has(parent)).toBe(true);
  }
  const segments = units.filter(({ kind }) => kind === 'heading' || kind === 'sentence');
  for (const { texts, apparatus } of versions) {
    expect(texts.map(({ uid }) => uid)).toEqual(segments.map(({ uid }) => uid));
    const lost = texts.filter(({ reading }) => reading === null);
    expect(apparatus.flatMap(({ loci }) => loci.map(({ uid }) => uid))).toEqual(
      lost.map(({ uid }) => uid),
    );
    for (const { reading, diplomatic, sha256, label } of texts) {
      expect(sha256).toBe(reading === null ? null : digest(reading));
      expect(diplomatic === null).toBe(reading === null);
      expect((reading ?? '').startsWith(label)).toBe(true);
    }
  }
  if (versions.length > 1) expect(alignment).toHaveLength(segments.length);
}

test('the strategy, raw: addresses and uids of the edition but where a person divides paragraphs', () => {
  const work = ship(proposalOf(witness), strategy.work.key);
  expectSound(work);
  const known = new Map(strategy.units.map(({ path, uid }) => [path, uid]));
  const made = new Map(work.units.map(({ path, uid }) => [path, uid]));
  // Two paragraphs of the copy are one, and two of its blocks hold two: the English and the sense say so.
  const apart = /^(?:3\.1\.[12]|4\.6\.[13]|4\.7\.[123])(?:\.|$)/u;
  expect([...known].filter(([path, uid]) => made.get(path) !== uid && !apart.test(path))).toEqual(
    [],
  );
  expect([...made.keys()].filter((path) => !known.has(path) && !apart.test(path))).toEqual([]);
  expect(work.work.levels.map(({ key }) => key)).toEqual(
    strategy.work.levels.map(({ key }) => key),
  );
  const en = work.versions.find(({ edition }) => edition.id === 'en-creemers');
  expect(en?.texts.filter(({ reading }) => reading === null)).toHaveLength(20);
});

test.each<[string, (number | null)[], string[]]>([
  ['printed numbers are kept', [1, 2, 3], ['1', '2', '3']],
  ['a number left out stays out', [1, 2, 4], ['1', '2', '4']],
  ['a printed 0 is inserted before 1', [0, 1, 2], ['0x1', '1', '2']],
  ['a second 3 is inserted', [1, 2, 3, 3, 4], ['1', '2', '3', '3x1', '4']],
  ['what begins again is inserted', [1, 2, 1, 2, 3], ['1', '2', '2x1', '2x2', '3']],
  ['a number that jumps ahead gives way', [1, 20, 3, 4], ['1', '1x1', '3', '4']],
  ['no numbers', [null, null], ['1', '2']],
  ['one without a number at the end', [1, 2, null], ['1', '2', '3']],
  ['one without a number before the first', [null, 1, 2], ['0x1', '1', '2']],
  ['one without a number where one is missing', [1, null, 3], ['1', '2', '3']],
])('numbers: %s', (_, printed, wanted) => {
  expect(numberSiblings(printed).map(formatComponent)).toEqual(wanted);
});

describe('levels', () => {
  test('no headings at all: paragraph and sentence', () => {
    const work = ship(proposalOf('First. Second.\n\nThird of the text.'));
    expectSound(work);
    expect(pathsOf(work)).toEqual(['1', '1.1', '1.2', '2', '2.1']);
  });

  test('a level without a heading takes no place in an address', () => {
    const proposal = proposalOf(
      'Rules of it\n\n1. Scope\n\nAll of it is meant.\n\n2. Terms\n\nNone are used.',
    );
    expect(addressesOf(proposal).rows.map(({ path }) => path)).toEqual([
      '0.0',
      '1.0',
      '1.1.1',
      '2.0',
      '2.1.1',
    ]);
    expectSound(ship(proposal));
  });

  test('limbs where both languages have as many', () => {
    const work = ship(
      proposalOf(
        '规则\n\n第一条 范围\n\n读者应当：甲；乙；丙。',
        'Rules\n\nArticle 1 Scope\n\nReaders shall do one of the things; two of them; or all of the three.',
      ),
    );
    expectSound(work);
    expect(pathsOf(work)).toContain('1.1.1c');
    expect(work.versions.map(({ limbs }) => limbs.length)).toEqual([3, 3]);
  });
});

test('one row is one segment, whatever it joins', () => {
  const proposal = proposalOf('规则\n\n第一条 范围\n\n读者应当遵守本规则，并且保持安静。');
  const two = proposalOf(
    '规则\n\n第一条 范围\n\n读者应当遵守本规则，并且在任何时候都保持安静。',
    'Rules\n\nArticle 1 Scope\n\nReaders shall observe these rules. They shall be quiet at all times.',
  );
  expectSound(ship(proposal));
  const work = ship(two);
  expectSound(work);
  expect(work.versions.map(({ texts }) => texts.at(-1)?.reading)).toEqual([
    '读者应当遵守本规则，并且在任何时候都保持安静。',
    'Readers shall observe these rules. They shall be quiet at all times.',
  ]);
});

test('what is not said is asked for', () => {
  const proposal = proposalOf('规则\n\n第一条 范围\n\n读者应当遵守本规则。');
  const meta = metaOf(proposal);
  expect(toShippedWork(proposal, { ...meta, editions: [] })).toEqual({
    ok: false,
    reason: 'other-editions',
  });
  const unknown = proposalOf('Lorem ipsum dolor.');
  expect(toShippedWork(unknown, metaOf(unknown))).toEqual({
    ok: false,
    reason: 'unknown-language',
  });
});

test('the same proposal makes the same work, and other words another digest', () => {
  const [one, other] = [proposalOf('Rules. Of it.'), proposalOf('Rules. Of them.')].map(
    (proposal) =>
      toShippedWork(
        { ...proposal, sides: proposal.sides.map((side) => ({ ...side, lang: 'en' })) },
        metaOf(proposal),
      ),
  );
  const hash = (made: typeof one): string =>
    made?.ok === true ? (made.value.versions[0]?.sha256 ?? '') : '';
  expect(hash(one)).toMatch(/^[0-9a-f]{64}$/u);
  expect(hash(one)).not.toBe(hash(other));
});
