import type { Outcome } from '@glossator/document';
import { m } from '../paraglide/messages.js';

/** What a release makes of a note. */
export const outcomeWords = {
  carried: m.txt_carried,
  marked: m.txt_marked,
  proposed: m.txt_proposed,
  stale: m.txt_stale,
} as const satisfies Record<Outcome, () => string>;
