import type { WorkStepView } from '@glossator/contract';
import {
  workRefusals,
  workWithdrawals,
  type WorkRefusal,
  type WorkStanding,
  type WorkWithdrawal,
} from '@glossator/domain';
import { m } from '../paraglide/messages.js';

export const standingWords = {
  private: m.own_standing_private,
  offered: m.own_standing_offered,
  public: m.own_standing_public,
  withdrawn: m.own_standing_withdrawn,
} satisfies Record<WorkStanding, () => string>;

export const whoReads = {
  private: m.own_who_private,
  offered: m.own_who_offered,
  public: m.own_who_public,
  withdrawn: m.own_who_withdrawn,
} satisfies Record<WorkStanding, () => string>;

const refusals = {
  'rights-unclear': m.own_refusal_rights_unclear,
  'rights-of-others': m.own_refusal_rights_of_others,
  'text-incomplete': m.own_refusal_text_incomplete,
  'text-faulty': m.own_refusal_text_faulty,
  'already-here': m.own_refusal_already_here,
  'out-of-scope': m.own_refusal_out_of_scope,
} satisfies Record<WorkRefusal, () => string>;

const withdrawals = {
  rights: m.own_withdrawal_rights,
  law: m.own_withdrawal_law,
  'text-faulty': m.own_withdrawal_text_faulty,
  'owner-asks': m.own_withdrawal_owner_asks,
} satisfies Record<WorkWithdrawal, () => string>;

interface Option {
  readonly value: string;
  readonly label: string;
}
export const refusalOptions = (): Option[] =>
  workRefusals.map((value) => ({ value, label: refusals[value]() }));
export const withdrawalOptions = (): Option[] =>
  workWithdrawals.map((value) => ({ value, label: withdrawals[value]() }));

/** Why a step was taken; '' where it needs no reason. */
export function reasonWords({ reason }: Pick<WorkStepView, 'reason'>): string {
  if (reason === null) return '';
  return ({ ...withdrawals, ...refusals } as Record<string, () => string>)[reason]?.() ?? '';
}

export function stepWords({ action, asOwner }: Pick<WorkStepView, 'action' | 'asOwner'>): string {
  switch (action) {
    case 'offer':
      return m.own_step_offer();
    case 'take-back':
      return m.own_step_take_back();
    case 'refuse':
      return m.own_step_refuse();
    case 'assent':
      return m.own_step_assent();
    case 'withdraw':
      return asOwner ? m.own_step_withdraw() : m.own_step_withdraw_editor();
    case 'reinstate':
      return m.own_step_reinstate();
  }
}
