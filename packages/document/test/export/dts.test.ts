import { describe, expect, test } from 'vitest';
import {
  dtsAddress,
  dtsCollection,
  dtsEntry,
  dtsNavigation,
  type DtsQuery,
  type ExportedWork,
} from '../../src/export/index.ts';
import { shipped, zh } from '../strategy.ts';

const whole: ExportedWork = { shipped, origin: 'https://example.org', at: '' };

interface Navigation {
  readonly ref?: { readonly identifier: string };
  readonly start?: { readonly identifier: string };
  readonly end?: { readonly identifier: string };
  readonly member?: readonly {
    readonly identifier: string;
    readonly level: number;
    readonly parent: string | null;
    readonly citeType: string;
  }[];
}

function navigate(query: DtsQuery): Navigation | string {
  const told = dtsNavigation(whole, zh, query, 'https://example.org/x');
  return told.ok ? told.value : told.reason;
}
const identifiers = (query: DtsQuery): readonly string[] | undefined => {
  const told = navigate(query);
  if (typeof told === 'string') throw new Error(told);
  return told.member?.map(({ identifier }) => identifier);
};

test('the entry names its three endpoints as templates', () => {
  expect(dtsEntry('https://example.org')).toMatchObject({
    '@type': 'EntryPoint',
    dtsVersion: '1.0',
    collection: 'https://example.org/api/dts/collection{?id,page,nav}',
  });
});

describe('a collection', () => {
  const ask = (id?: string, nav: 'children' | 'parents' = 'children') =>
    dtsCollection('https://example.org', [whole], { id, nav });
  test('holds works, a work its editions, an edition nothing', () => {
    const work = 'https://example.org/t/ncss-2016';
    const edition = `${work}@zh-cac:1.0.0`;
    expect(ask()).toMatchObject({ totalChildren: 1, member: [{ '@id': work }] });
    expect(ask(work)).toMatchObject({
      member: expect.arrayContaining([
        expect.objectContaining({ '@id': edition, '@type': 'Resource' }),
      ]) as unknown,
    });
    expect(ask(edition)).not.toHaveProperty('member');
    expect(ask(edition, 'parents')).toMatchObject({ member: [{ '@id': work }] });
    expect(ask(work, 'parents')).toMatchObject({ member: [{ '@id': 'https://example.org/' }] });
    expect(ask(undefined, 'parents')).toMatchObject({ member: [] });
    expect(ask('https://example.org/t/nothing')).toBeNull();
  });
});

describe('navigation', () => {
  test.each<[DtsQuery, string]>([
    [{}, 'unsupported'],
    [{ down: 0 }, 'unsupported'],
    [{ down: -2 }, 'unsupported'],
    [{ ref: '4', start: '1', end: '2' }, 'unsupported'],
    [{ start: '1', down: 1 }, 'unsupported'],
    [{ start: '1', end: '2', down: 0 }, 'unsupported'],
    [{ start: '2', end: '1', down: 1 }, 'unsupported'],
    [{ ref: '9.9' }, 'unknown'],
    [{ ref: '3.1.1.2a' }, 'unknown'],
  ])('%j is refused', (query, reason) => {
    expect(navigate(query)).toBe(reason);
  });

  test('goes down from the root', () => {
    expect(identifiers({ down: 1 })).toEqual(['0', '1', '2', '3', '4']);
    const all = shipped.units.filter(({ kind }) => kind !== 'limb').map(({ path }) => path);
    expect(identifiers({ down: -1 })).toEqual(all);
  });

  test('tells of one unit, of those beside it, and of those below', () => {
    const alone = navigate({ ref: '4.3' });
    expect(alone).toMatchObject({ ref: { identifier: '4.3' } });
    expect(alone).not.toHaveProperty('member');
    expect(identifiers({ ref: '4.3.1', down: 0 })).toEqual(['4.3.0', '4.3.1', '4.3.2', '4.3.3']);
    expect(identifiers({ ref: '4.3', down: 1 })).toEqual([
      '4.3',
      '4.3.0',
      '4.3.1',
      '4.3.2',
      '4.3.3',
    ]);
    expect(identifiers({ ref: '4.3.1.2', down: 3 })).toEqual(['4.3.1.2']);
  });

  test('tells of a range', () => {
    expect(identifiers({ start: '4.3.3', end: '4.4.1', down: 0 + 1 })).toEqual([
      '4.3.3',
      '4.3.3.1',
      '4.3.3.2',
      '4.4',
      '4.4.0',
      '4.4.1',
      '4.4.1.1',
      '4.4.1.2',
      '4.4.1.3',
      '4.4.1.4',
    ]);
    expect(navigate({ start: '1', end: '2' })).toMatchObject({
      start: { identifier: '1' },
      end: { identifier: '2' },
    });
  });

  test('a unit knows what it is and what holds it', () => {
    const told = navigate({ ref: '4.3', down: 1 });
    expect(told).toMatchObject({
      member: [
        { level: 2, parent: '4', citeType: 'section' },
        { level: 3, parent: '4.3', citeType: 'heading' },
        { level: 3, parent: '4.3', citeType: 'paragraph' },
        {},
        {},
      ],
    });
  });
});

test('what a document is asked for is an address', () => {
  const addressOf = (query: DtsQuery) => {
    const told = dtsAddress(whole, query);
    return told.ok ? told.value : told.reason;
  };
  expect(addressOf({})).toBe('');
  expect(addressOf({ ref: '4.3' })).toBe('4.3');
  expect(addressOf({ start: '4.3.1', end: '4.4' })).toBe('4.3.1-4.4');
  expect(addressOf({ start: '4', end: '4.4' })).toBe('4');
  expect(addressOf({ ref: 'x' })).toBe('unknown');
});
