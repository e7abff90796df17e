import { holdLimits } from '@glossator/domain';
import { m } from '#lib/paraglide/messages.js';

export type NumberName = keyof typeof holdLimits;

/** Each number of a rule, in the order of the form. */
export const numberNames = Object.keys(holdLimits) as readonly NumberName[];

const labels = {
  newcomerNotes: m.rules_newcomer_notes,
  newcomerLinks: m.rules_newcomer_links,
  maxLinks: m.rules_max_links,
  maxLength: m.rules_max_length,
  refusalPercent: m.rules_refusal_percent,
} satisfies Record<NumberName, () => string>;

export const numberLabel = (name: NumberName): string => labels[name]();

/** What a field says that holds another number than it may. */
export function numberError(name: NumberName): string {
  const [min, max] = holdLimits[name];
  return m.rules_between({ min, max });
}

export const isNumberName = (name: unknown): name is NumberName =>
  typeof name === 'string' && Object.hasOwn(holdLimits, name);
