import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countScore, type AssignmentTimes, type CountRule } from '../../src/index.ts';
import { note } from './student-note.ts';

const times: AssignmentTimes = {
  opensAt: '2026-03-01T09:00:00.000000Z',
  dueAt: '2026-03-10T09:00:00.000000Z',
  closesAt: '2026-03-20T09:00:00.000000Z',
};
const rule: CountRule = {
  notes: 3,
  replies: 3,
  per: 'assignment',
  coverage: 0,
  leastLength: 20,
  how: 'scaled',
  late: 'counted',
  points: 10,
};
const clauses = ['s-1', 's-2', 's-3'];
const many = (count: number, more: Parameters<typeof note>[0] = {}) =>
  Array.from({ length: count }, () => note(more));
const score = (given: Partial<CountRule>, notes: ReturnType<typeof note>[]) =>
  countScore({ ...rule, ...given }, clauses, notes, times);

describe('scaled', () => {
  test.each([
    ['nothing', [], 0],
    ['too much of one kind makes up for no lack of the other', many(6, { isReply: true }), 500],
    ['all of it', [...many(3), ...many(3, { isReply: true })], 1000],
    ['a third', many(2), 333],
    ['two thirds are rounded half up', [...many(3), ...many(1, { isReply: true })], 667],
  ] as const)('%s', (_name, notes, hundredths) => {
    expect(score({}, [...notes]).hundredths).toBe(hundredths);
  });
});

test('all or nothing', () => {
  const nearly = [...many(3), ...many(2, { isReply: true })];
  expect(score({ how: 'all-or-nothing' }, nearly).hundredths).toBe(0);
  expect(score({ how: 'all-or-nothing' }, [...nearly, note({ isReply: true })]).hundredths).toBe(
    1000,
  );
});

test('on each clause: what is too much on one is not there on another', () => {
  const got = score({ per: 'clause', notes: 1, replies: 0 }, many(5));
  expect(got.lines.map(({ clause, needed, done, taken }) => [clause, needed, done, taken])).toEqual(
    [
      ['s-1', 1, 5, 1],
      ['s-2', 1, 0, 0],
      ['s-3', 1, 0, 0],
    ],
  );
  expect(got.hundredths).toBe(333);
});

test('a note on a span is one on each clause of it, and one in all', () => {
  const span = note({ clauses: ['s-1', 's-2'] });
  expect(score({ per: 'clause', notes: 1, replies: 0 }, [span]).taken).toBe(2);
  expect(score({ notes: 2, replies: 0 }, [span]).taken).toBe(1);
});

test('coverage asks for notes on so many clauses, never for more than there are', () => {
  const got = score({ notes: 2, replies: 0, coverage: 9 }, [note(), note()]);
  expect(got.lines.map(({ part, needed, taken }) => [part, needed, taken])).toEqual([
    ['notes', 2, 2],
    ['coverage', 3, 1],
  ]);
  expect(got.hundredths).toBe(600);
});

test('it says which notes are in no line, and why', () => {
  const writtenAt = (day: string) => ({ writtenAt: `2026-03-${day}T10:00:00.000000Z` });
  const notes = [
    note({ isWithdrawn: true }),
    note({ length: 3 }),
    note(writtenAt('10')),
    note(writtenAt('21')),
    note({ writtenAt: '2026-02-28T10:00:00.000000Z' }),
    note(),
  ];
  const why = (late: CountRule['late']) => score({ late }, notes).leftOut.map((each) => each.why);
  expect(why('left-out')).toEqual(['withdrawn', 'short', 'late', 'closed', 'early']);
  expect(why('counted')).toEqual(['withdrawn', 'short', 'closed', 'early']);
});

test('who is asked for nothing has done it all', () => {
  expect(score({ notes: 0, replies: 0 }, []).hundredths).toBe(1000);
});

describe('for every rule and all work', () => {
  const few = fc.nat({ max: 4 });
  const anyRule = fc.record({
    notes: few,
    replies: few,
    per: fc.constantFrom('clause' as const, 'assignment' as const),
    coverage: few,
    leastLength: fc.constant(20),
    how: fc.constantFrom('scaled' as const, 'all-or-nothing' as const),
    late: fc.constantFrom('counted' as const, 'left-out' as const),
    points: fc.nat({ max: 100 }),
  });
  const anyNote = fc
    .record({
      isReply: fc.boolean(),
      clauses: fc.subarray(clauses, { minLength: 1 }),
      length: fc.constantFrom(10, 30),
      isWithdrawn: fc.boolean(),
      writtenAt: fc.constantFrom('2026-03-02T09:00:00.000000Z', '2026-03-12T09:00:00.000000Z'),
    })
    .map((more) => note(more));

  test('the lines make the score, and more work never makes it less', () => {
    fc.assert(
      fc.property(anyRule, fc.array(anyNote), anyNote, (given, notes, another) => {
        const before = score(given, notes);
        const after = score(given, [...notes, another]);
        expect(before.taken).toBe(before.lines.reduce((all, { taken }) => all + taken, 0));
        expect(before.hundredths).toBeGreaterThanOrEqual(0);
        expect(before.hundredths).toBeLessThanOrEqual(given.points * 100);
        expect(after.hundredths).toBeGreaterThanOrEqual(before.hundredths);
        expect(before.hundredths === given.points * 100 || before.taken < before.needed).toBe(true);
      }),
    );
  });

  test('each note is in a line or said to be left out, and no note is both', () => {
    fc.assert(
      fc.property(anyRule, fc.array(anyNote), (given, notes) => {
        const { lines, leftOut } = score({ ...given, notes: 1, replies: 1 }, notes);
        const inLines = new Set(lines.flatMap((line) => line.notes));
        const out = new Set(leftOut.map(({ id }) => id));
        for (const { id } of notes) expect(inLines.has(id)).toBe(!out.has(id));
      }),
    );
  });
});
