import type { Locale } from '@glossator/contract';
import type { DecisionRole, LedgerAction, RefusalReason } from '@glossator/domain';
import { refusalReasons } from '@glossator/domain';
import { reasonWords } from '#lib/moderation/reason-words.ts';
import { m } from '#lib/paraglide/messages.js';

type Words = (inputs?: Record<string, never>, options?: { locale?: Locale }) => string;

const actions = {
  approve: m.ledger_action_approve,
  return: m.ledger_action_return,
  refuse: m.ledger_action_refuse,
  keep: m.ledger_action_keep,
  hide: m.ledger_action_hide,
  unhide: m.ledger_action_unhide,
  uphold: m.ledger_action_uphold,
  overturn: m.ledger_action_overturn,
  undo: m.ledger_action_undo,
  warn: m.ledger_action_warn,
  mute: m.ledger_action_mute,
  ban: m.ledger_action_ban,
  lift: m.ledger_action_lift,
  'rule-hold-all': m.ledger_rule_hold_all,
  'rule-hold-newcomers': m.ledger_rule_hold_newcomers,
  'rule-publish': m.ledger_rule_publish,
  'rule-limits': m.ledger_rule_limits,
  'rule-drop': m.ledger_rule_drop,
  'list-make': m.ledger_list_make,
  'list-change': m.ledger_list_change,
  'list-drop': m.ledger_list_drop,
} satisfies Record<LedgerAction, Words>;

const roles = {
  moderator: m.ledger_role_moderator,
  administrator: m.ledger_role_administrator,
  author: m.ledger_role_author,
  system: m.ledger_role_system,
} satisfies Record<DecisionRole, Words>;

/** In the language of the page, or in the one that is given. */
type In = { readonly locale?: Locale };
export const actionWord = (action: LedgerAction, lang: In = {}): string =>
  actions[action]({}, lang);
export const roleWord = (role: DecisionRole, lang: In = {}): string => roles[role]({}, lang);

const isKnown = (reason: string): reason is RefusalReason =>
  (refusalReasons as readonly string[]).includes(reason);
/** The class of a reason; a code of a later version stands as it is. */
export const reasonWord = (reason: string, lang: In = {}): string =>
  isKnown(reason) ? reasonWords(reason).label({}, lang) : reason;
