import { fail, ok, type Result } from '../result.ts';
import type { Corrected, Correction, CorrectionFailure, Splice, Undo } from './correction.ts';
import { confirm, drop, restore } from './corrections/change-furniture.ts';
import { close, gap } from './corrections/change-gaps.ts';
import { lang, name } from './corrections/change-levels.ts';
import { check, join, move, pair, part } from './corrections/change-rows.ts';
import { depth, lift, lower, merge, paragraph, split, text } from './corrections/change-units.ts';
import type { Changed } from './corrections/edit.ts';
import { fold } from './corrections/make-folds.ts';
import type { ImportProposal } from './proposal.ts';

const handlers: {
  readonly [Name in Exclude<Correction['do'], 'undo'>]: (
    proposal: ImportProposal,
    correction: Extract<Correction, { readonly do: Name }>,
  ) => Changed;
} = {
  split,
  merge,
  lift,
  lower,
  depth,
  paragraph,
  text,
  gap,
  close,
  drop,
  restore,
  confirm,
  join,
  part,
  move,
  pair,
  check,
  fold,
  lang,
  name,
};

function change(proposal: ImportProposal, correction: Correction): Changed {
  if (correction.do === 'undo') return undone(proposal, correction);
  // The table has a handler for each name; TypeScript cannot see that the two go together.
  const handler = handlers[correction.do] as (
    proposal: ImportProposal,
    correction: Correction,
  ) => Changed;
  return handler(proposal, correction);
}

/** What has to be put in the place of what, so that `after` is `before` again. */
function spliceBack<T>(before: readonly T[], after: readonly T[]): Splice<T> {
  let same = 0;
  const shorter = Math.min(before.length, after.length);
  while (same < shorter && before[same] === after[same]) same += 1;
  let behind = 0;
  while (behind < shorter - same && before.at(-1 - behind) === after.at(-1 - behind)) behind += 1;
  return {
    at: same,
    remove: after.length - same - behind,
    insert: before.slice(same, before.length - behind),
  };
}

const spliced = <T>(list: readonly T[], { at, remove, insert }: Splice<T>): readonly T[] =>
  list.toSpliced(at, remove, ...insert);

function undoOf(before: ImportProposal, after: ImportProposal): Undo {
  return {
    do: 'undo',
    sides: before.sides.map(({ lang: of, sureOfLang, rightToLeft, units }, i) => ({
      lang: of,
      sureOfLang,
      rightToLeft,
      units: spliceBack(units, after.sides[i]?.units ?? []),
    })),
    pairs: spliceBack(before.pairs, after.pairs),
    furniture: spliceBack(before.furniture, after.furniture),
    folds: spliceBack(before.folds, after.folds),
    levels: before.levels,
    nextId: before.nextId,
  };
}

function undone(proposal: ImportProposal, undo: Undo): Changed {
  if (undo.sides.length !== proposal.sides.length) return fail('no-such-side');
  return ok({
    ...proposal,
    sides: undo.sides.map(({ units, ...side }, i) => ({
      ...side,
      units: spliced(proposal.sides[i]?.units ?? [], units),
    })),
    pairs: spliced(proposal.pairs, undo.pairs),
    furniture: spliced(proposal.furniture, undo.furniture),
    folds: spliced(proposal.folds, undo.folds),
    levels: undo.levels,
    nextId: undo.nextId,
  });
}

/** One correction, and what undoes it; undoing an undo makes it again. */
export function applyCorrection(
  proposal: ImportProposal,
  correction: Correction,
): Result<Corrected, CorrectionFailure> {
  const changed = change(proposal, correction);
  if (!changed.ok) return changed;
  return ok({ proposal: changed.value, undo: undoOf(proposal, changed.value) });
}
