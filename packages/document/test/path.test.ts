import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  comparePaths,
  formatPath,
  htmlId,
  isContainerPath,
  isWithin,
  parentPath,
  parsePath,
  pathKind,
} from '../src/index.ts';
import { shipped } from './strategy.ts';

const component = fc
  .tuple(fc.nat({ max: 30 }), fc.nat({ max: 3 }))
  .map(([n, x]) => (x === 0 ? String(n) : `${String(n)}x${String(x)}`));
const path = fc
  .tuple(
    fc.array(component, { minLength: 1, maxLength: 8 }),
    fc.constantFrom('', '', 'a', 'b', 'z', 'aa'),
  )
  .map(([components, limb]) => components.join('.') + limb);

test.each(['0', '4', '4.3', '4.3.0', '4.3.1.2', '3.1.1.2a', '4.3.1.2x1', '4.3x2.1.1b', '0x1'])(
  '%s is an address and is written as it was read',
  (text) => {
    const parsed = parsePath(text);
    expect(parsed.ok && formatPath(parsed.value)).toBe(text);
  },
);

test.each([
  ['', 'malformed'],
  ['4.', 'malformed'],
  ['.4', 'malformed'],
  ['4..3', 'malformed'],
  ['a', 'malformed'],
  ['4a.3', 'malformed'],
  ['4.3.1.2A', 'malformed'],
  ['04.3', 'malformed'],
  ['4x0', 'malformed'],
  ['4x01', 'malformed'],
  ['1.2.3.4.5.6.7.8.9', 'malformed'],
  ['4.3.1.2abc', 'malformed'],
  ['1234567', 'malformed'],
  [' 4', 'malformed'],
  ['4\n', 'malformed'],
  ['４', 'malformed'],
  ['1'.repeat(97), 'too-long'],
])('%j is refused as %s', (text, reason) => {
  expect(parsePath(text)).toEqual({ ok: false, reason });
});

test('document order: containers before what they hold, limbs after their sentence, insertions after both', () => {
  const ordered = [
    '0',
    '0.0',
    '0.0.0',
    '0.0.1',
    '0.0.1.1',
    '4',
    '4.0',
    '4.0.0',
    '4.3',
    '4.3.0',
    '4.3.1',
    '4.3.1.2',
    '4.3.1.2a',
    '4.3.1.2b',
    '4.3.1.2z',
    '4.3.1.2aa',
    '4.3.1.2x1',
    '4.3.1.2x1a',
    '4.3.1.2x2',
    '4.3.1.3',
    '4.3.1.10',
    '4.3.1x1',
    '4.3.1x1.1',
    '4.3.2',
    '4.10',
    '10',
  ];
  expect(ordered.toReversed().toSorted(comparePaths)).toEqual(ordered);
});

test('order is total: no two addresses tie, and sorting does not depend on the start', () => {
  fc.assert(
    fc.property(path, path, path, (a, b, c) => {
      expect(comparePaths(a, b) === 0).toBe(a === b);
      expect(Math.sign(comparePaths(a, b)) + Math.sign(comparePaths(b, a))).toBe(0);
      if (comparePaths(a, b) <= 0 && comparePaths(b, c) <= 0) {
        expect(comparePaths(a, c)).toBeLessThanOrEqual(0);
      }
    }),
  );
});

test('what an address names in a work of four levels', () => {
  const kinds = ['4', '4.0', '4.3', '4.3.1', '0.0.0', '4.3.0', '4.3.1.2', '4.2.1.1a', '4.3.1.2x1'];
  expect(kinds.map((p) => pathKind(p, 4))).toEqual([
    'container',
    'container',
    'container',
    'container',
    'heading',
    'heading',
    'sentence',
    'limb',
    'sentence',
  ]);
  for (const nothing of ['4.3.1.0', '4.3.0.1', '4.3a', '4.3.1.2.1', 'x']) {
    expect(pathKind(nothing, 4), nothing).toBeNull();
  }
});

test('every unit of the strategy has the kind and parent that its address says', () => {
  const pathByUid = new Map(shipped.units.map(({ uid, path: p }) => [uid, p]));
  for (const unit of shipped.units) {
    expect(pathKind(unit.path, 4), unit.path).toBe(unit.kind);
    expect(isContainerPath(unit.path, 4)).toBe(unit.kind === 'container');
    const parent = unit.parent === null ? null : pathByUid.get(unit.parent);
    expect(parent, unit.path).toBe(parentPath(unit.path));
  }
});

test('within: by component, not by string', () => {
  expect(isWithin('4.3.1.2', '4.3')).toBe(true);
  expect(isWithin('3.1.1.2a', '3.1.1.2')).toBe(true);
  expect(isWithin('4.30', '4.3')).toBe(false);
  expect(isWithin('4.3.1.2x1', '4.3.1.2')).toBe(false);
  expect(isWithin('4.3', '4.3.1')).toBe(false);
});

test('HTML ids need no escaping', () => {
  expect(htmlId('4.3.1.2')).toBe('c-4-3-1-2');
});
