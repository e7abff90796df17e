import { m } from '#lib/paraglide/messages.js';

export interface StoredRow {
  readonly what: () => string;
  readonly why: () => string;
  readonly long: () => string;
}

/** Everything the database keeps about a person; a table that names one must be named here. */
export const storedRows: readonly StoredRow[] = [
  {
    what: m.legal_privacy_account,
    why: m.legal_privacy_account_why,
    long: m.legal_privacy_account_long,
  },
  {
    what: m.legal_privacy_registration,
    why: m.legal_privacy_registration_why,
    long: m.legal_privacy_registration_long,
  },
  {
    what: m.legal_privacy_session,
    why: m.legal_privacy_session_why,
    long: m.legal_privacy_session_long,
  },
  {
    what: m.legal_privacy_access,
    why: m.legal_privacy_access_why,
    long: m.legal_privacy_access_long,
  },
  { what: m.legal_privacy_notes, why: m.legal_privacy_notes_why, long: m.legal_privacy_notes_long },
  {
    what: m.legal_privacy_drafts,
    why: m.legal_privacy_drafts_why,
    long: m.legal_privacy_drafts_long,
  },
  {
    what: m.legal_privacy_follow,
    why: m.legal_privacy_follow_why,
    long: m.legal_privacy_follow_long,
  },
  {
    what: m.legal_privacy_useful,
    why: m.legal_privacy_useful_why,
    long: m.legal_privacy_useful_long,
  },
  {
    what: m.legal_privacy_flags,
    why: m.legal_privacy_flags_why,
    long: m.legal_privacy_flags_long,
  },
  {
    what: m.legal_privacy_waiting,
    why: m.legal_privacy_waiting_why,
    long: m.legal_privacy_waiting_long,
  },
  {
    what: m.legal_privacy_notices,
    why: m.legal_privacy_notices_why,
    long: m.legal_privacy_notices_long,
  },
  {
    what: m.legal_privacy_notice_mail,
    why: m.legal_privacy_notice_mail_why,
    long: m.legal_privacy_notice_mail_long,
  },
  {
    what: m.legal_privacy_events,
    why: m.legal_privacy_events_why,
    long: m.legal_privacy_events_long,
  },
  { what: m.ledger_stored, why: m.ledger_stored_why, long: m.ledger_stored_long },
  {
    what: m.legal_privacy_sanctions,
    why: m.legal_privacy_sanctions_why,
    long: m.legal_privacy_sanctions_long,
  },
  {
    what: m.legal_privacy_office,
    why: m.legal_privacy_office_why,
    long: m.legal_privacy_office_long,
  },
  { what: m.grade_stored, why: m.grade_stored_why, long: m.grade_stored_long },
  { what: m.class_stored, why: m.class_stored_why, long: m.class_stored_long },
  {
    what: m.class_guest_stored,
    why: m.class_guest_stored_why,
    long: m.class_guest_stored_long,
  },
  {
    what: m.class_letter_stored,
    why: m.class_letter_stored_why,
    long: m.class_letter_stored_long,
  },
  {
    what: m.legal_privacy_commentary,
    why: m.legal_privacy_commentary_why,
    long: m.legal_privacy_commentary_long,
  },
  { what: m.bring_stored, why: m.bring_stored_why, long: m.bring_stored_long },
  {
    what: m.legal_privacy_tokens,
    why: m.legal_privacy_tokens_why,
    long: m.legal_privacy_tokens_long,
  },
  { what: m.legal_privacy_mail, why: m.legal_privacy_mail_why, long: m.legal_privacy_mail_long },
];
