import { describe, expect, test } from 'vitest';
import { fixedFields, opensNoLess, type GateRule, type Promised } from '../../src/index.ts';

const at = (hour: number): string => `2026-03-01T${String(hour).padStart(2, '0')}:00:00.000000Z`;
const none: GateRule = { kind: 'none' };
const hand: GateRule = { kind: 'hand' };
const count = (notes: number): GateRule => ({ kind: 'count', notes });
const group = (notes: number): GateRule => ({ kind: 'group-count', notes });
const time = (hour: number): GateRule => ({ kind: 'time', at: at(hour) });

describe('whatever was open by the gate before is open by the one after', () => {
  test.each<[string, GateRule, GateRule, boolean]>([
    ['no gate any more', count(2), none, true],
    ['a gate where there was none', none, count(1), false],
    ['a gate by hand where there was none', none, hand, false],
    ['by hand before, by any other after', hand, count(9), true],
    ['fewer notes', count(3), count(2), true],
    ['as many', count(3), count(3), true],
    ['more', count(3), count(4), false],
    ['those of the group, no more', count(3), group(3), true],
    ['those of the group, more', count(3), group(4), false],
    ['fewer of the group', group(4), group(3), true],
    ['more of the group', group(3), group(4), false],
    ['one of their own for many of the group', group(5), count(1), true],
    ['two of their own for many of the group', group(5), count(2), false],
    ['sooner', time(9), time(8), true],
    ['later', time(9), time(10), false],
    ['a time for a count', count(1), time(0), false],
    ['a count for a time', time(9), count(1), false],
    ['by hand after a count', count(1), hand, false],
  ])('%s', (_what, before, after, expected) => {
    expect(opensNoLess(before, after)).toBe(expected);
  });
});

const before: Promised = {
  work: 'ncss-2016',
  clauses: ['a', 'b', 'c'],
  gate: count(2),
  byGroups: false,
  names: 'real',
  leastLength: 10,
  notes: 2,
  replies: 1,
  per: 'clause',
  coverage: 1,
  how: 'scaled',
  late: 'counted',
  points: 10,
  opensAt: at(8),
  dueAt: at(12),
  closesAt: at(14),
};

describe('a change of what students were promised', () => {
  const fixed = (more: Partial<Promised>, isReleased = false, now = at(10)) =>
    fixedFields(before, { ...before, ...more }, { now, isReleased, written: new Set(['b']) });

  test.each<[string, Partial<Promised>, readonly string[]]>([
    ['nothing', {}, []],
    ['another work', { work: 'other' }, ['work']],
    ['a clause less, where nobody wrote', { clauses: ['b', 'c'] }, []],
    ['a clause less, where somebody wrote', { clauses: ['a', 'c'] }, ['clauses']],
    ['a clause more', { clauses: ['a', 'b', 'c', 'd'] }, []],
    ['names', { names: 'blind' }, ['names']],
    ['groups', { byGroups: true }, ['byGroups']],
    ['a tighter gate', { gate: count(3) }, ['gate']],
    ['it opens later, when it has opened', { opensAt: at(11) }, ['opens']],
    ['it opened earlier', { opensAt: at(7) }, []],
    ['due later', { dueAt: at(13) }, []],
    ['due sooner, from now on', { dueAt: at(11) }, []],
    ['due before now', { dueAt: at(9) }, ['due']],
    ['never due', { dueAt: null }, []],
    ['closed before now', { dueAt: null, closesAt: at(9) }, ['closes']],
    ['fewer notes', { notes: 1 }, []],
    ['more', { notes: 3, coverage: 2 }, ['notes', 'coverage']],
    ['counted otherwise', { per: 'assignment' }, ['per']],
    ['points and late work', { points: 20, late: 'left-out', how: 'all-or-nothing' }, []],
  ])('%s', (_what, more, expected) => {
    expect(fixed(more)).toEqual(expected);
  });

  test('before it has opened it may open later', () => {
    expect(fixed({ opensAt: at(9), clauses: ['b'] }, false, at(7))).toEqual([]);
  });

  test('once it is released nothing that scores is changed, and times still are', () => {
    expect(fixed({ points: 20, notes: 1, dueAt: at(13) }, true)).toEqual(['notes', 'points']);
  });
});
