import { expect, test } from 'vitest';
import {
  annotationActions,
  annotationStates,
  nextAnnotationState,
  nextResolution,
  nextWithdrawal,
  withdrawals,
} from '../src/index.ts';

const moves = [
  ['held', 'approve', 'published'],
  ['held', 'return', 'returned'],
  ['held', 'refuse', 'refused'],
  ['held', 'delete', 'deleted'],
  ['held', 'erase', 'erased'],
  ['returned', 'approve', 'published'],
  ['returned', 'resubmit', 'held'],
  ['returned', 'delete', 'deleted'],
  ['returned', 'erase', 'erased'],
  ['refused', 'approve', 'published'],
  ['refused', 'resubmit', 'held'],
  ['refused', 'delete', 'deleted'],
  ['refused', 'erase', 'erased'],
  ['published', 'hold', 'held'],
  ['published', 'hide', 'hidden'],
  ['published', 'delete', 'deleted'],
  ['published', 'erase', 'erased'],
  ['hidden', 'unhide', 'published'],
  ['hidden', 'delete', 'deleted'],
  ['hidden', 'erase', 'erased'],
  ['deleted', 'erase', 'erased'],
] as const;

test.each(moves)('%s, %s → %s', (state, action, expected) => {
  expect(nextAnnotationState(state, action)).toBe(expected);
});

test('nothing else follows', () => {
  for (const state of annotationStates)
    for (const action of annotationActions) {
      const listed = moves.some(([from, move]) => from === state && move === action);
      expect(nextAnnotationState(state, action) !== null, `${state} ${action}`).toBe(listed);
    }
});

test.each(['returned', 'refused', 'published', 'hidden'] as const)(
  'a decision that led to %s is undone to where it began',
  (state) => {
    expect(nextAnnotationState(state, 'undo', 'held')).toBe('held');
    expect(nextAnnotationState(state, 'undo')).toBeNull();
  },
);

test.each(['held', 'published', 'hidden'] as const)(
  'restoring returns to %s, where the deletion began',
  (before) => {
    expect(nextAnnotationState('deleted', 'restore', before)).toBe(before);
    expect(nextAnnotationState('deleted', 'restore')).toBeNull();
  },
);

test('a thread is resolved and reopened, never twice', () => {
  expect(nextResolution('open', 'resolve')).toBe('resolved');
  expect(nextResolution('open', 'reopen')).toBeNull();
  expect(nextResolution('resolved', 'reopen')).toBe('open');
  expect(nextResolution('resolved', 'resolve')).toBeNull();
});

test('the words of a revision are taken away once, and never come back', () => {
  expect(nextWithdrawal('no', 'author')).toBe('by-author');
  expect(nextWithdrawal('no', 'staff')).toBe('by-staff');
  for (const now of withdrawals.filter((each) => each !== 'no'))
    for (const by of ['author', 'staff'] as const) expect(nextWithdrawal(now, by)).toBeNull();
});
