import { describe, expect, test } from 'vitest';
import { gateCause, passesGate, type GateQuestion, type GateRule } from '../../src/index.ts';
import { note } from './student-note.ts';

const now = '2026-03-05T09:00:00.000000Z';
const ask = (rule: GateRule, more: Partial<GateQuestion> = {}) =>
  gateCause(rule, {
    clause: 's-1',
    student: 'ada',
    group: ['ada', 'ben'],
    notes: [],
    leastLength: 20,
    byHand: false,
    now,
    ...more,
  });

describe('by count', () => {
  const one: GateRule = { kind: 'count', notes: 1 };
  test.each([
    ['nothing was written', [], null],
    ['one note of one’s own is there', [note()], 'count'],
    ['a span counts for each clause in it', [note({ clauses: ['s-0', 's-1'] })], 'count'],
    ['a note on another clause', [note({ clauses: ['s-2'] })], null],
    ['a reply is no first thought', [note({ isReply: true })], null],
    ['a note of another', [note({ authorId: 'ben' })], null],
    ['one that says too little', [note({ length: 19 })], null],
    ['one that says just enough', [note({ length: 20 })], 'count'],
    ['one that was taken back', [note({ isWithdrawn: true })], null],
  ] as const)('%s', (_name, notes, cause) => {
    expect(ask(one, { notes })).toBe(cause);
  });

  test('as many are needed as the assignment says', () => {
    const three: GateRule = { kind: 'count', notes: 3 };
    expect(ask(three, { notes: [note(), note()] })).toBeNull();
    expect(ask(three, { notes: [note(), note(), note()] })).toBe('count');
  });
});

describe('by what the group has written', () => {
  const three: GateRule = { kind: 'group-count', notes: 3 };
  const others = [note({ authorId: 'ben' }), note({ authorId: 'ben' }), note({ authorId: 'ben' })];

  test('nobody reads who has thought of nothing themselves', () => {
    expect(ask(three, { notes: others })).toBeNull();
    expect(ask(three, { notes: [...others, note()] })).toBe('group-count');
  });
  test('other groups do not count', () => {
    const notes = [note(), note({ authorId: 'eve' }), note({ authorId: 'eve' })];
    expect(ask(three, { notes })).toBeNull();
  });
});

describe('by time', () => {
  test.each([
    ['2026-03-05T08:59:59.999999Z', 'time'],
    ['2026-03-05T09:00:00.000000Z', 'time'],
    ['2026-03-05T09:00:00.000001Z', null],
  ] as const)('at %s', (at, cause) => {
    expect(ask({ kind: 'time', at })).toBe(cause);
  });
});

test('by hand alone nothing else opens it; and every gate is opened by hand', () => {
  expect(ask({ kind: 'hand' }, { notes: [note(), note()] })).toBeNull();
  expect(ask({ kind: 'hand' }, { byHand: true })).toBe('hand');
  expect(ask({ kind: 'count', notes: 9 }, { byHand: true })).toBe('hand');
});

describe('behind a gate', () => {
  const reader = { personId: 'ada', open: new Set(['s-1']) };
  const here = {
    clauses: ['s-1'],
    authorId: 'ben',
    isByStaff: false,
    openToAuthor: new Set(['s-1']),
  };
  const there = { ...here, clauses: ['s-2'], openToAuthor: new Set(['s-2']) };
  const both = { ...here, clauses: ['s-1', 's-2'], openToAuthor: new Set(['s-1', 's-2']) };
  test.each([
    ['what others wrote there is not read', there, false],
    ['one’s own is', { ...there, authorId: 'ada' }, true],
    ['so is the staff’s', { ...there, isByStaff: true }, true],
    ['where it is open, all is read', here, true],
    ['but what its author has not handed in', { ...here, openToAuthor: new Set<string>() }, false],
    ['a span is read once all of it is open', both, false],
    ['a span is handed in once all of it is open', { ...both, clauses: ['s-1'] }, true],
  ] as const)('%s', (_name, given, passes) => {
    expect(passesGate(given, reader)).toBe(passes);
  });
});
