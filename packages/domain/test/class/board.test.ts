import { describe, expect, test } from 'vitest';
import {
  countStudent,
  noCounts,
  quietKind,
  type BoardNote,
  type BoardRule,
} from '../../src/index.ts';
import { note } from './student-note.ts';

const day = (n: number): string => `2026-03-${String(n).padStart(2, '0')}T09:00:00.000000Z`;
const times = { opensAt: day(1), dueAt: day(8), closesAt: day(12) };
const rule: BoardRule = { gate: 'count', leastLength: 20, times };
const written = (more: Partial<BoardNote> = {}): BoardNote => ({
  ...note(),
  deletedAt: null,
  ...more,
});
const opened = new Map([['s-1', day(3)]]);
const gone = (at: string): Partial<BoardNote> => ({ isWithdrawn: true, deletedAt: at });

describe('what one note is on the board', () => {
  test.each([
    ['a first note', {}, { notes: 1 }],
    ['a reply', { isReply: true }, { replies: 1 }],
    ['one that says too little', { length: 19 }, { short: 1 }],
    ['a reply that says too little', { length: 19, isReply: true }, { short: 1 }],
    ['one at the very moment it was due', { writtenAt: day(8) }, { notes: 1 }],
    ['one after that', { writtenAt: day(9) }, { notes: 1, late: 1 }],
    [
      'one after the end, by an extension that was taken back',
      { writtenAt: day(13) },
      { notes: 1, late: 1 },
    ],
    ['one that the staff withholds', { isWithdrawn: true }, {}],
    ['one taken back before the clause opened', gone(day(2)), {}],
    ['one taken back after it', gone(day(4)), { withdrawn: 1 }],
    [
      'one on another clause, taken back while that was shut',
      { ...gone(day(4)), clauses: ['s-2'] },
      {},
    ],
  ] as const)('%s', (_what, more, expected) => {
    const { all } = countStudent(
      rule,
      [written({ ...more, clauses: [...('clauses' in more ? more.clauses : ['s-1'])] })],
      opened,
    );
    expect(all).toEqual({ ...noCounts, ...expected });
  });

  test('where nothing is shut, all that is taken back is told', () => {
    const { all } = countStudent({ ...rule, gate: 'none' }, [written(gone(day(2)))], new Map());
    expect(all.withdrawn).toBe(1);
  });

  test('a note on a span is on each of its clauses, and one in all', () => {
    const { all, clauses } = countStudent(
      rule,
      [written({ clauses: ['s-1', 's-2'] }), written()],
      opened,
    );
    expect(all.notes).toBe(2);
    expect([...clauses].map(([clause, { notes }]) => [clause, notes])).toEqual([
      ['s-1', 2],
      ['s-2', 1],
    ]);
  });
});

describe('who has gone quiet', () => {
  const asked = { since: day(5), now: day(7) };
  test.each([
    ['nothing at all', null, asked, 'nothing'],
    ['nothing lately', day(4), asked, 'lately'],
    ['something just then', day(5), asked, null],
    ['before it begins nobody is', null, { since: '2026-02-20', now: '2026-02-28' }, null],
    [
      'after its end whoever wrote something is not',
      day(4),
      { since: day(18), now: day(20) },
      null,
    ],
    ['after its end whoever wrote nothing is', null, { since: day(18), now: day(20) }, 'nothing'],
  ] as const)('%s', (_what, last, at, expected) => {
    expect(quietKind(times, last, at)).toBe(expected);
  });

  test('what stays open has no end', () => {
    expect(quietKind({ ...times, closesAt: null }, day(4), { since: day(18), now: day(20) })).toBe(
      'lately',
    );
  });
});
