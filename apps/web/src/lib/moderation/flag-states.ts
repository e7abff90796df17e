import type { FlagState } from '@glossator/domain';
import { m } from '#lib/paraglide/messages.js';

/** What came of a report, in a sentence. */
export const flagStates = {
  open: m.flag_state_open,
  upheld: m.flag_state_upheld,
  declined: m.flag_state_declined,
  ignored: m.flag_state_ignored,
} satisfies Record<FlagState, () => string>;
