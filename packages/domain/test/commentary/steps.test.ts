import { describe, expect, test } from 'vitest';
import {
  afterStep,
  canBeUndone,
  commentaryStates,
  lastEffective,
  nextReleases,
  stepKinds,
  stepOf,
  stepsOpen,
  type BeforeStep,
  type PastDecision,
  type StepKind,
} from '../../src/index.ts';

const nobody: BeforeStep = {
  ...{ state: 'draft', next: 'first', isLead: false, isEditor: false },
  ...{ isInterested: false, isReviewer: false, isRemoved: false },
};
const lead = { ...nobody, isLead: true, isInterested: true };
const editor = { ...nobody, isEditor: true };

describe('what may follow, and who decides it', () => {
  test.each([
    ['draft', 'first', ['submit'], []],
    ['draft', 'correction', ['submit', 'abandon'], ['retract', 'withdraw']],
    ['submitted', 'first', ['recall'], ['review', 'request-changes', 'decline']],
    [
      'submitted',
      'correction',
      ['recall'],
      ['review', 'request-changes', 'decline', 'accept', 'retract', 'withdraw'],
    ],
    [
      'submitted',
      'revision',
      ['recall'],
      ['review', 'request-changes', 'decline', 'retract', 'withdraw'],
    ],
    ['in-review', 'first', ['recall'], ['request-changes', 'decline', 'accept']],
    ['changes-requested', 'first', ['submit'], ['decline']],
    ['changes-requested', 'revision', ['submit', 'abandon'], ['decline', 'retract', 'withdraw']],
    ['declined', 'first', [], []],
    ['declined', 'revision', ['abandon'], ['retract', 'withdraw']],
    ['accepted', 'first', ['recall'], ['schedule', 'publish']],
    ['scheduled', 'first', [], ['publish']],
    ['published', 'first', ['correct', 'revise'], ['retract', 'withdraw']],
    ['published', 'correction', ['correct', 'revise'], ['retract', 'withdraw']],
    ['retracted', 'first', [], ['withdraw']],
    ['withdrawn', 'first', [], []],
  ] as const)('%s, %s', (state, next, byLead, byEditor) => {
    expect(stepsOpen({ ...lead, state, next })).toEqual(byLead);
    expect(stepsOpen({ ...editor, state, next })).toEqual(byEditor);
    expect(stepsOpen({ ...nobody, state, next })).toEqual([]);
    // An editor who writes it decides nothing of it, and a lead loses nothing by being an editor.
    expect(stepsOpen({ ...editor, isInterested: true, state, next })).toEqual([]);
    expect(stepsOpen({ ...editor, isReviewer: true, state, next })).toEqual([]);
    expect(stepsOpen({ ...lead, isEditor: true, state, next })).toEqual(byLead);
    expect(stepsOpen({ ...editor, isRemoved: true, state, next })).toEqual([]);
  });

  test('only a correction is accepted without a round', () => {
    for (const next of nextReleases)
      expect([next, afterStep('accept', { state: 'submitted', next }) !== null]).toEqual([
        next,
        next === 'correction',
      ]);
  });

  test('what the next release is changes only where one is begun', () => {
    for (const kind of stepKinds)
      for (const state of commentaryStates)
        for (const next of nextReleases) {
          const after = afterStep(kind, { state, next });
          if (after === null) continue;
          expect(after.next).toBe(
            kind === 'correct' ? 'correction' : kind === 'revise' ? 'revision' : next,
          );
        }
  });

  test('every state but the first is reached, and no step leads where it began', () => {
    const reached = new Set(stepKinds.map((kind) => stepOf(kind).to));
    expect([...reached].sort()).toEqual([...commentaryStates].sort());
    for (const kind of stepKinds) expect(stepOf(kind).from).not.toContain(stepOf(kind).to);
  });

  test('whoever takes something from authors says why to the record and to them', () => {
    const wanting = (what: 'reason' | 'message') =>
      stepKinds.filter((kind) => stepOf(kind).needs.includes(what));
    expect(wanting('reason')).toEqual(['decline', 'retract', 'withdraw']);
    expect(wanting('message')).toEqual(['request-changes', 'decline', 'retract', 'withdraw']);
  });
});

describe('taking a decision back', () => {
  const made = (id: string, kind: StepKind): PastDecision => ({ id, kind, undoOf: null });
  const undo = (id: string, undoOf: string): PastDecision => ({ id, kind: 'undo', undoOf });
  const begun = [made('1', 'submit'), made('2', 'review')];

  test.each([
    ['the last one', [...begun, made('3', 'decline')], '3'],
    [
      'after one was taken back, the one before',
      [...begun, made('3', 'decline'), undo('4', '3')],
      '2',
    ],
    [
      'decided anew after that',
      [...begun, made('3', 'decline'), undo('4', '3'), made('5', 'accept')],
      '5',
    ],
    [
      'two taken back, one after the other',
      [...begun, made('3', 'decline'), undo('4', '3'), undo('5', '2')],
      '1',
    ],
    ['none where there was none', [], null],
  ])('%s', (_, decisions, expected) => {
    expect(lastEffective(decisions)?.id ?? null).toBe(expected);
  });

  test('what authors do, and what is public, is not undone', () => {
    expect(stepKinds.filter((kind) => canBeUndone(made('1', kind)))).toEqual([
      ...['review', 'request-changes', 'decline', 'accept', 'schedule', 'retract', 'withdraw'],
    ]);
    expect(canBeUndone(undo('2', '1'))).toBe(false);
  });
});
