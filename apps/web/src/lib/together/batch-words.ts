import type { CaseView } from '@glossator/contract';
import type { AnnotationState } from '@glossator/domain';
import { formatInstant } from '#lib/i18n/instant.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { problemSentence } from '#lib/problem/sentence.ts';
import { actionLabels } from '#lib/queue/queue-words.ts';

const states: Readonly<Record<AnnotationState, () => string>> = {
  held: m.together_state_held,
  returned: m.together_state_returned,
  refused: m.together_state_refused,
  published: m.together_state_published,
  hidden: m.together_state_hidden,
  deleted: m.together_state_deleted,
  erased: m.together_state_erased,
};
/** Where a note stands, in a word; a state of a later version stands as it is. */
export const stateWord = (state: string): string =>
  Object.hasOwn(states, state) ? states[state as AnnotationState]() : state;

export const nameOf = (name: string): string => (name === '' ? m.person_gone() : name);

/** Why somebody else is to decide on a case, or nobody can, as it stands now; null where the moderator can. */
export function whyNot({ state, decision, claim, kind, abilities }: CaseView): string | null {
  if (state === 'decided' && decision !== null)
    return m.together_decided({
      action: actionLabels[decision.action](),
      name: nameOf(decision.by.name),
      time: formatInstant(decision.at, getLocale(), 'minute'),
    });
  if (state !== 'open') return m.together_closed();
  if (!abilities.decide) return kind === 'appeal' ? m.together_own_appeal() : m.together_own();
  if (claim !== null && !claim.mine) return m.together_claimed({ name: nameOf(claim.by.name) });
  return null;
}

/** Why nothing is done to a case: what is known of it now says more than the code. */
export function leftOut(code: string, it: CaseView | undefined): string {
  const known = it === undefined ? null : whyNot(it);
  if (known !== null) return known;
  if (code === 'version-stale') return m.together_stale();
  if (code === 'action-unfit') return m.together_unfit();
  return problemSentence(code);
}
