import { expect, test } from 'vitest';

import { formatRange, parseRange, resolveAddress, resolvePath, segmentsOf } from '../src/index.ts';
import { segments, shipped } from './strategy.ts';

const pathsAt = (address: string): readonly string[] | string => {
  const found = resolveAddress(shipped, address);
  return found.ok ? found.value.segments.map(({ path }) => path) : found.reason;
};

test('a range holds both its ends whole', () => {
  expect(pathsAt('4.3.1.2-4.3.2.1')).toEqual(['4.3.1.2', '4.3.1.3', '4.3.2.1']);
  expect(pathsAt('4.2-4.3.1')).toEqual([
    '4.2.0',
    '4.2.1.1',
    '4.3.0',
    '4.3.1.1',
    '4.3.1.2',
    '4.3.1.3',
  ]);
});

test('a container means its segments, a limb its sentence', () => {
  expect(pathsAt('0')).toEqual(['0.0.0', '0.0.1.1', '0.0.1.2', '0.0.1.3', '0.0.1.4']);
  expect(pathsAt('4.0')).toEqual(['4.0.0', '4.0.1.1', '4.0.1.2']);
  expect(pathsAt('4.3.0')).toEqual(['4.3.0']);
  expect(pathsAt('3.1.1.2b')).toEqual(['3.1.1.2']);
  expect(pathsAt('3.1.1.2a-3.1.1.3')).toEqual(['3.1.1.2', '3.1.1.3']);
});

test('the parts together are the work', () => {
  const parts = shipped.units.filter(({ parent }) => parent === null);
  expect(parts.map(({ path }) => path)).toEqual(['0', '1', '2', '3', '4']);
  expect(parts.flatMap((part) => segmentsOf(shipped, part))).toEqual(segments);
});

test.each([
  ['9', 'unknown'],
  ['4.3.1.2-4.3.1.9', 'unknown'],
  ['4.3.2.1-4.3.1.2', 'out-of-order'],
  ['4.3-4.3.1', 'nested'],
  ['4.3.1-4.3.1', 'nested'],
  ['4-', 'malformed'],
  ['4.1-4.2-4.3', 'malformed'],
])('%s is refused as %s', (address, reason) => {
  expect(pathsAt(address)).toBe(reason);
});

test('a range is written as it is read', () => {
  const parsed = parseRange('4.3.1.2-4.3.2.1');
  expect(parsed.ok && formatRange(parsed.value)).toBe('4.3.1.2-4.3.2.1');
});

test('a former address answers: with the unit that lives on, or with its successors', () => {
  const [first, second] = segments;
  if (first === undefined || second === undefined) throw new Error('no segments');
  const aliases = [
    { path: '9.9.9.1', uid: first.uid, successors: [], reason: 'renumbered' as const },
    {
      path: '9.9.9.2',
      uid: 's-00000000' as const,
      successors: [second.uid],
      reason: 'merged' as const,
    },
  ];
  const work = { ...shipped, aliases };
  expect(resolvePath(work, '9.9.9.1')).toEqual({ ok: true, value: first });
  expect(resolvePath(work, '9.9.9.2')).toMatchObject({
    reason: 'retired',
    alias: { successors: [second.uid] },
  });
});

test('former addresses that lead to units in the other order are no range', () => {
  const [first, second] = segments;
  if (first === undefined || second === undefined) throw new Error('no segments');
  const moved = (path: string, uid: typeof first.uid) =>
    ({ path, uid, successors: [], reason: 'moved' }) as const;
  const aliases = [moved('9.9.9.1', second.uid), moved('9.9.9.2', first.uid)];
  expect(resolveAddress({ ...shipped, aliases }, '9.9.9.1-9.9.9.2')).toEqual({
    ok: false,
    reason: 'out-of-order',
  });
});
