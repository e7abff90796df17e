import type { MarginCount } from '@glossator/contract';
import { m } from '#lib/paraglide/messages.js';

/** How many notes stand in the margins of a round, and how many wait for its authors; empty where none does. */
export function marginCount({ all, open }: MarginCount): string {
  if (all === 0) return '';
  const notes = all === 1 ? m.rev_margin_count_one() : m.rev_margin_count({ all });
  return open === 0 ? notes : `${notes} · ${m.rev_margin_open({ open })}`;
}
