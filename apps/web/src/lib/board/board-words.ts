import type { Board, BoardCell } from '@glossator/contract';
import { m } from '#lib/paraglide/messages.js';

type Counts = Omit<BoardCell, 'clause'>;

const words = [
  ['notes', m.board_cell_notes],
  ['replies', m.board_cell_replies],
  ['short', m.board_cell_short],
  ['withdrawn', m.board_cell_withdrawn],
  ['late', m.board_cell_late],
] as const;

/** A cell as it is read out. */
export const cellWords = (counts: Counts): string =>
  words
    .filter(([what]) => counts[what] > 0)
    .map(([what, say]) => say({ count: counts[what] }))
    .join(', ');

/** The same in few signs; the legend beside the table explains them. */
export const cellSigns = ({ notes, replies, short, withdrawn, late }: Counts): string =>
  [
    ...(notes > 0 ? [String(notes)] : []),
    ...(replies > 0 ? [`+${String(replies)}`] : []),
    ...(short > 0 ? [`(${String(short)})`] : []),
    ...(withdrawn > 0 ? [`−${String(withdrawn)}`] : []),
    ...(late > 0 ? ['*'] : []),
  ].join(' ');

/** How much of what is asked for stands in a cell, in steps from 0 to 3. */
export function heat(notes: number, needed: number): 0 | 1 | 2 | 3 {
  if (notes === 0) return 0;
  if (notes >= needed) return 3;
  return notes * 2 >= needed ? 2 : 1;
}

export const causeWords = {
  count: m.board_cause_count,
  'group-count': m.board_cause_group_count,
  time: m.board_cause_time,
  hand: m.board_cause_hand,
} as const satisfies Record<Board['opened'][number]['cause'], () => string>;
