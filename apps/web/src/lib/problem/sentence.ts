import type { ProblemCode } from '@glossator/contract';
import { m } from '#lib/paraglide/messages.js';

const sentences = {
  'request-malformed': m.problem_request_malformed,
  'body-not-json': m.problem_body_not_json,
  'cursor-unknown': m.problem_cursor_unknown,
  'address-malformed': m.problem_address_malformed,
  'text-malformed': m.problem_text_malformed,
  'token-unusable': m.problem_token_unusable,
  'sign-in-required': m.problem_sign_in_required,
  'sign-in-refused': m.problem_sign_in_refused,
  'session-ended': m.problem_session_ended,
  'not-allowed': m.problem_not_allowed,
  'origin-refused': m.problem_origin_refused,
  'registration-closed': m.problem_registration_closed,
  'invitation-required': m.problem_invitation_required,
  'edition-withheld': m.problem_edition_withheld,
  'not-found': m.problem_not_found,
  'method-not-allowed': m.problem_method_not_allowed,
  'version-stale': m.problem_version_stale,
  'state-changed': m.problem_state_changed,
  'key-reused': m.problem_key_reused,
  'restore-too-late': m.problem_restore_too_late,
  gone: m.problem_gone,
  'body-too-large': m.problem_body_too_large,
  'address-too-long': m.problem_address_too_long,
  'media-type-unsupported': m.problem_media_type_unsupported,
  'address-unknown': m.problem_address_unknown,
  'citation-unknown': m.problem_citation_unknown,
  'range-reversed': m.problem_range_reversed,
  'version-unknown': m.problem_version_unknown,
  'others-wrote': m.problem_others_wrote,
  'audience-wider': m.problem_audience_wider,
  'pointing-mismatch': m.problem_pointing_mismatch,
  'pointing-outside': m.problem_pointing_outside,
  'pointing-too-long': m.problem_pointing_too_long,
  'words-absent': m.problem_words_absent,
  'words-ambiguous': m.problem_words_ambiguous,
  'entry-unknown': m.problem_entry_unknown,
  'tags-malformed': m.problem_tags_malformed,
  'import-open': m.problem_import_open,
  'import-unreadable': m.problem_import_unreadable,
  'import-too-many': m.problem_import_too_many,
  'password-too-short': m.problem_password_too_short,
  'password-too-long': m.problem_password_too_long,
  'password-wrong': m.problem_password_wrong,
  'email-malformed': m.problem_email_malformed,
  'name-empty': m.problem_name_empty,
  'too-many-requests': m.problem_too_many_requests,
  'internal-error': m.problem_internal_error,
  'temporarily-unavailable': m.problem_temporarily_unavailable,
} satisfies Record<ProblemCode, () => string>;

/** What a refusal means and what to do, in the interface's language. */
export function problemSentence(code: string | undefined): string {
  const table: Readonly<Record<string, (() => string) | undefined>> = sentences;
  return (code === undefined ? undefined : table[code])?.() ?? m.problem_unknown();
}
