import type { Fate } from './outcome.ts';
import { worst } from './outcome.ts';
import { isMerged, standIns, type TextChange } from './text-change.ts';

/** One edition before and after a release, with what is known of units that have no text of their own. */
export interface UnitChange extends TextChange {
  readonly lives: (uid: string) => boolean;
  /** Whether the text of a unit, or of anything inside it, is another now. */
  readonly changed: (uid: string) => boolean;
}

export interface FollowedUnits extends Fate {
  /** The units that it stands on now; none where all are gone. */
  readonly units: readonly string[];
}

const bare = (text: string): string => text.replace(/\s+/gu, '');

/** The parts hold the words of the whole, and no others. */
function isSameText(uid: string, parts: readonly string[], change: TextChange): boolean {
  const old = change.before(uid);
  const texts = parts.map((each) => change.after(each));
  return typeof old === 'string' && bare(texts.map((text) => text ?? '').join('')) === bare(old);
}

function followUnit(uid: string, change: UnitChange): FollowedUnits {
  const units = standIns(uid, change, change.lives);
  const [first, ...others] = units;
  if (first === undefined) return { outcome: 'stale', reason: 'retired', units };
  if (first === uid && others.length === 0)
    return change.changed(uid)
      ? { outcome: 'marked', reason: 'text-changed', units }
      : { outcome: 'carried', reason: 'same', units };
  // What was said of one clause is now said of more than its author saw.
  if (
    others.length === 0 &&
    (isMerged(uid, first, change) || typeof change.before(first) === 'string') &&
    // Part of a sentence that is a sentence now says what it said.
    !isSameText(uid, units, change)
  )
    return { outcome: 'proposed', reason: 'merged', units };
  if (others.length === 0) return { outcome: 'marked', reason: 'moved', units };
  return {
    outcome: isSameText(uid, units, change) ? 'marked' : 'proposed',
    reason: 'split',
    units,
  };
}

/** What points at whole clauses, sections or a span of clauses, without quoting any. */
export function followUnits(uids: readonly string[], change: UnitChange): FollowedUnits {
  const each = uids.map((uid) => followUnit(uid, change));
  const [first, ...others] = each.filter(({ units }) => units.length > 0);
  if (first === undefined) return { outcome: 'stale', reason: 'retired', units: [] };
  const units = [...new Set(each.flatMap((found) => found.units))];
  const fate = worst<Fate>(first, ...others);
  const isPart = others.length + 1 < each.length;
  if (isPart && fate.outcome === 'carried')
    return { outcome: 'marked', reason: 'part-gone', units };
  return { outcome: fate.outcome, reason: fate.reason, units };
}
