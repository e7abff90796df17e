import type { FindingView } from '@glossator/contract';
import type { CommentaryState, NextRelease, Stop, Warning } from '@glossator/domain';
import { m } from '../paraglide/messages.js';

type About = Pick<FindingView, 'about'>;

export const findingWords = {
  'nothing-written': m.publish_check_nothing_written,
  'abstract-missing': m.publish_check_abstract_missing,
  'licence-missing': m.publish_check_licence_missing,
  'byline-missing': m.publish_check_byline_missing,
  'part-empty': m.publish_check_part_empty,
  'label-missing': m.publish_check_label_missing,
  'label-twice': m.publish_check_label_twice,
  'place-missing': m.publish_check_place_missing,
  'place-gone': m.publish_check_place_gone,
  'reference-unresolved': m.publish_check_reference_unresolved,
  'quotation-unconsented': m.publish_check_quotation_unconsented,
  'nothing-new': m.publish_check_nothing_new,
  'interests-missing': m.publish_check_interests_missing,
  'title-missing': m.publish_check_title_missing,
  'place-changed': m.publish_check_place_changed,
  'place-superseded': m.publish_check_place_superseded,
  'origin-taken-down': m.publish_check_origin_taken_down,
  'citation-unresolved': m.publish_check_citation_unresolved,
} as const satisfies Record<Stop | Warning, (about: About) => string>;

export const stateWords = {
  draft: m.publish_state_draft,
  submitted: m.publish_state_submitted,
  'in-review': m.publish_state_in_review,
  'changes-requested': m.publish_state_changes_requested,
  declined: m.publish_state_declined,
  accepted: m.publish_state_accepted,
  scheduled: m.publish_state_scheduled,
  published: m.publish_state_published,
  retracted: m.publish_state_retracted,
  withdrawn: m.publish_state_withdrawn,
} as const satisfies Record<CommentaryState, () => string>;

export const nextWords = {
  first: m.publish_next_first,
  correction: m.publish_next_correction,
  revision: m.publish_next_revision,
} as const satisfies Record<NextRelease, (next: { number: string }) => string>;
