import { expect, test } from 'vitest';
import { countParts, groupParts, sectionOf, type PartGroup } from './group-parts.ts';

const section = (address: string, titles: Record<string, string> = { en: address }) => ({
  ...{ address, titles },
  depth: address.split('.').length,
});
const sections = ['0', '1', '1.1', '1.2', '2', '2.0'].map((address) =>
  section(address, address === '2.0' ? {} : undefined),
);
let n = 0;
const part = (...at: string[]) => ({ n: (n += 1), kind: 'entry' as const, at });
const shown = (groups: readonly PartGroup<ReturnType<typeof part>>[]): unknown[] =>
  groups.map(({ section: of, place, parts, within }) => [
    of?.address ?? place,
    ...parts.map(({ at }) => at.join(' ')),
    ...shown(within),
  ]);

test('each part stands once: before the text, in its section, or across', () => {
  const parts = [part(), part('1.1.1.1'), part('0.0.1.1', '2.0.1.1'), part('0.0.2.1'), part()];
  const groups = groupParts(parts, sections);
  expect(shown(groups)).toEqual([
    ['before', ''],
    ['0', '0.0.2.1'],
    ['1', '1.1.1.1'],
    ['across', '0.0.1.1 2.0.1.1', ''],
  ]);
  expect(groups.reduce((sum, group) => sum + countParts(group), 0)).toBe(parts.length);
});

test('a section of many is divided where its sections have names', () => {
  const many = [
    part('1'),
    ...Array.from({ length: 15 }, () => part('1.1.1.1')),
    ...Array.from({ length: 15 }, () => part('1.2.1.1-1.2.1.3')),
    ...Array.from({ length: 30 }, () => part('2.0.1.1')),
  ];
  const [one, two] = groupParts(many, sections);
  expect(one?.parts).toHaveLength(1);
  expect(one?.within.map(({ section: of, parts }) => [of?.address, parts.length])).toEqual([
    ['1.1', 15],
    ['1.2', 15],
  ]);
  expect(one && countParts(one)).toBe(31);
  expect(two).toMatchObject({ within: [], section: { address: '2' } });
});

test('a number that begins alike is another section', () => {
  expect(sectionOf(['11.1'], [section('1'), section('11')])?.address).toBe('11');
  expect(sectionOf(['1.9-2.1'], [section('1'), section('2')])).toBeNull();
  expect(sectionOf(['1.9-2.1', '1'], [section('1'), section('2')])).toBeNull();
});

test('without sections all stands together', () => {
  expect(shown(groupParts([part('4.1')], []))).toEqual([['across', '4.1']]);
  expect(groupParts([], sections)).toEqual([]);
});
