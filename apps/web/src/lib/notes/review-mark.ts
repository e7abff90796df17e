import type { AnnotationView } from '@glossator/contract';
import { m } from '#lib/paraglide/messages.js';

/** What moderators have to do with a note, in a sentence to its author. */
export function reviewMark({ state, review }: Pick<AnnotationView, 'state' | 'review'>): string {
  const proposal = review?.proposal;
  if (state === 'hidden') return review?.kind == null ? m.waiting_hidden() : m.waiting_revised();
  if (proposal) {
    if (proposal.state === 'held') return m.waiting_edit_mark();
    return proposal.state === 'returned' ? m.waiting_edit_returned() : m.waiting_edit_refused();
  }
  if (state === 'returned') return m.waiting_returned();
  return state === 'refused' ? m.waiting_refused() : m.waiting_mark();
}
