import type { WorkWithdrawal } from '@glossator/domain';
import { m } from '../paraglide/messages.js';

const words = {
  rights: m.own_reason_rights,
  law: m.own_reason_law,
  'text-faulty': m.own_reason_text_faulty,
  'owner-asks': m.own_reason_owner_asks,
} satisfies Record<WorkWithdrawal, () => string>;

/** Why a public text was withdrawn, in a sentence that everybody reads. */
export const withdrawalWords = (reason: WorkWithdrawal): string => words[reason]();
