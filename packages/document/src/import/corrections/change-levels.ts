import { checkText } from '../../normalise.ts';
import { fail, ok } from '../../result.ts';
import type { Level } from '../../model.ts';
import type { Correction } from '../correction.ts';
import { foldsOf } from '../folds.ts';
import { isRightToLeft } from '../guess-language.ts';
import { generalLevel, inLanguage } from '../levels.ts';
import type { ImportProposal } from '../proposal.ts';
import type { Changed } from './edit.ts';

type Of<Name extends Correction['do']> = Extract<Correction, { readonly do: Name }>;

const DEEPEST = 6;

/** With a level for headings of that depth; null where an address would have too many numbers. */
export function withLevel(proposal: ImportProposal, depth: number): ImportProposal | null {
  const { levels, sides } = proposal;
  const deepest = levels.length - 2;
  if (depth > DEEPEST || depth > deepest + 1) return null;
  if (depth <= deepest) return proposal;
  const level = generalLevel(
    levels,
    sides.map(({ lang }) => lang),
  );
  return { ...proposal, levels: levels.toSpliced(deepest, 0, level) };
}

export function lang(proposal: ImportProposal, { side, lang: to }: Of<'lang'>): Changed {
  const at = proposal.sides[side];
  if (at === undefined) return fail('no-such-side');
  if (at.lang === to && at.sureOfLang) return fail('nothing-to-do');
  const sides = proposal.sides.with(side, {
    ...at,
    lang: to,
    sureOfLang: true,
    rightToLeft: isRightToLeft(to),
  });
  const langs = sides.map((each) => each.lang);
  const levels = proposal.levels.map((level): Level => inLanguage(level, at.lang, to, langs));
  const own = new Set(at.units.map(({ id }) => id));
  // What a language prints otherwise is another matter in another language.
  const others = proposal.folds.filter(({ unit }) => !own.has(unit));
  const offered = foldsOf(at.units, to);
  const folds = side === 0 ? [...offered, ...others] : [...others, ...offered];
  return ok({ ...proposal, sides, levels, folds });
}

export function name(proposal: ImportProposal, correction: Of<'name'>): Changed {
  const level = proposal.levels[correction.level];
  if (level === undefined) return fail('no-such-level');
  const checked = checkText(correction.name.trim());
  if (!checked.ok || checked.value.includes('\n')) return fail('faulty-text');
  if (checked.value === '') return fail('empty-text');
  const names = { ...level.names, [correction.lang]: checked.value };
  return ok({ ...proposal, levels: proposal.levels.with(correction.level, { ...level, names }) });
}
