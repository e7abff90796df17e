import { expect, test } from 'vitest';
import { followWords, type TextChange } from '../src/index.ts';

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
