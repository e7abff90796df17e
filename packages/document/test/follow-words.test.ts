import { expect, test } from 'vitest';
import { followWords, segmentOfWords, type TextChange } from '../src/index.ts';

const old = 'The State shall coordinate network security and coordinate international cooperation.';
const words = (exact: string, nth = 0) => {
  const start = nth === 0 ? old.indexOf(exact) : old.lastIndexOf(exact);
  return { start, end: start + exact.length };
};
const changed = (after: string | null | undefined): TextChange => ({
  before: () => old,
  after: () => after,
  successors: new Map(),
});
const at = (text: string, exact: string, nth = 0) => {
  const start = nth === 0 ? text.indexOf(exact) : text.lastIndexOf(exact);
  return { uid: 's-1', start, end: start + exact.length };
};

test('words of a clause that is the same stand where they stood', () => {
  expect(followWords('s-1', words('coordinate', 1), changed(old))).toEqual(
    at(old, 'coordinate', 1),
  );
});

test('words further on are found where they stand now, each of two in its place', () => {
  const now = old.replace('The State', 'All departments of the State');
  for (const nth of [0, 1])
    expect(followWords('s-1', words('coordinate', nth), changed(now))).toEqual(
      at(now, 'coordinate', nth),
    );
});

test.each([
  ['other words stand in their place', old.replace('network security', 'online safety')],
  ['the clause says something else', 'Nothing of the kind.'],
  ['the clause is lost', null],
  ['the clause is no more', undefined],
])('none are found where %s', (_, now) => {
  expect(followWords('s-1', words('network security'), changed(now))).toBeNull();
});

test('what stands nowhere in the version it is said of is found nowhere', () => {
  expect(followWords('s-1', { start: 400, end: 410 }, changed(old))).toBeNull();
});

test.each([
  ['the clause is the same', old, 's-1'],
  ['it says more', old.replace('The State', 'All departments of the State'), 's-1'],
  ['nothing around them tells that they are the same', 'Network security, coordinate.', 's-1'],
  ['others stand in their place', old.replaceAll('coordinate', 'co-ordinate'), null],
  ['the clause is lost', null, null],
])('words stand in a clause, whichever they are, where %s', (_, now, expected) => {
  expect(segmentOfWords('s-1', words('coordinate', 1), changed(now))).toBe(expected);
});

test('words stand in the part of a clause that a split put them into', () => {
  const parts = new Map([
    ['s-2', 'The State shall coordinate network security'],
    ['s-3', 'and coordinate international cooperation.'],
  ]);
  const split: TextChange = {
    before: (uid) => (uid === 's-1' ? old : undefined),
    after: (uid) => parts.get(uid),
    successors: new Map([['s-1', [...parts.keys()]]]),
  };
  expect(segmentOfWords('s-1', words('network security'), split)).toBe('s-2');
  expect(segmentOfWords('s-1', words('coordinate', 0), split)).toBe('s-2');
  expect(segmentOfWords('s-1', words('coordinate', 1), split)).toBe('s-3');
  // What the joint divides stands in neither.
  expect(segmentOfWords('s-1', words('security and'), split)).toBeNull();
});
