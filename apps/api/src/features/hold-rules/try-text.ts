import { limits, type HoldTrial, type HoldVerdict } from '@glossator/contract';
import { judge, ruleAt, type Actor } from '@glossator/domain';
import { acceptText } from '../../text-input.ts';
import type { ModerationDeps } from '../moderation/access.ts';
import { factsAbout } from '../moderation/hold.ts';
import { causesSeen } from '../moderation/present-case.ts';
import { matcherOf } from './matchers.ts';
import { keptWork, partAt } from './rules.ts';

/** Which phases would hold a text of a newcomer or of a trusted author. Nothing is stored. */
export async function tryText(
  deps: ModerationDeps,
  actor: Actor,
  slug: string,
  { body: written, address, newcomer }: HoldTrial,
): Promise<HoldVerdict> {
  const { work } = await keptWork(deps, actor, slug);
  const { from } = partAt(work.structure, address);
  const body = acceptText(written, { field: 'The text', max: limits.noteLength });
  const places = from === null ? [] : [from];
  const facts = await factsAbout(deps.db, [null, work.id, places, '', null]);
  const settings = ruleAt(facts.rules);
  const causes = judge({
    body,
    isEdit: false,
    previousBody: null,
    settings,
    isStaff: false,
    author: {
      approved: newcomer ? 0 : settings.newcomerNotes,
      alwaysHeld: false,
      recentDecided: 0,
      recentRefused: 0,
    },
    words: await matcherOf(deps.db, facts.lists),
    sameText: 'none',
  });
  return { mode: settings.mode, causes: causesSeen(causes) };
}
