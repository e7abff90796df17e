import type { CreditWay, PromotionState } from '@glossator/domain';
import { m } from '../paraglide/messages.js';

export const promotionStateWords = {
  asked: m.com_quoting_state_asked,
  consented: m.com_quoting_state_consented,
  refused: m.com_quoting_state_refused,
  cancelled: m.com_quoting_state_cancelled,
} as const satisfies Record<PromotionState, () => string>;

export const creditWayWords = {
  name: m.com_credit_name,
  pseudonym: m.com_credit_pseudonym,
  anonymous: m.com_credit_anonymous,
} as const satisfies Record<CreditWay, () => string>;
