import { m } from '#lib/paraglide/messages.js';

/** What a page says after a form elsewhere led to it by `?done=`. */
const sentences: Readonly<Record<string, (() => string) | undefined>> = {
  welcome: m.account_done_welcome,
  reset: m.account_done_reset,
  'signed-out': m.account_done_signed_out,
  name: m.account_done_name,
  locale: m.account_done_locale,
  password: m.account_done_password,
  session: m.account_done_session,
  sessions: m.account_done_sessions,
  draft: m.account_done_draft,
  token: m.account_done_token,
  following: m.follow_done,
  mail: m.account_done_mail,
  'warning-read': m.sanction_done_read,
  objection: m.sanction_done_object,
  flag: m.flag_done,
  sanction: m.record_done_given,
  'sanction-lifted': m.record_done_lifted,
  'person-note': m.record_done_note,
  'notes-hidden': m.record_done_hidden,
  'notes-hidden-more': m.record_done_hidden_more,
  'notes-shown': m.record_done_shown,
  'notes-shown-more': m.record_done_shown_more,
  'objection-decided': m.record_done_decided,
  site: m.admin_done_site,
  registration: m.admin_done_confirmed,
  edition: m.admin_done_edition,
  duty: m.rota_done_duty,
  absence: m.rota_done_absence,
  'absence-ended': m.rota_done_absence_ended,
  summary: m.rota_done_summary,
  alarm: m.rota_done_alarm,
  moderator: m.admin_done_moderator,
  'moderator-dismissed': m.admin_done_moderator_dismissed,
  rule: m.rules_done_rule,
  'rule-gone': m.rules_done_gone,
  'word-list': m.rules_done_list,
  'word-list-gone': m.rules_done_list_gone,
};

export function doneSentence(key: string | null): string | undefined {
  // What every object has (`constructor`) is no sentence of ours.
  return key !== null && Object.hasOwn(sentences, key) ? sentences[key]?.() : undefined;
}
