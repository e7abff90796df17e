import type { ImportRowOfText, ImportUnit } from '@glossator/contract';
import type { PairDoubt, UnitNote } from '@glossator/document/import';
import { m } from '#lib/paraglide/messages.js';
import { languageName } from './bring-words.ts';
import type { DeskCommand } from './desk-keys.ts';

export const doubtWords: Readonly<Record<PairDoubt, () => string>> = {
  'one-sided': m.bring_doubt_one_sided,
  length: m.bring_doubt_length,
  counts: m.bring_doubt_counts,
  numerals: m.bring_doubt_numerals,
  kinds: m.bring_doubt_kinds,
};

export const noteWords: Readonly<Record<UnitNote, () => string>> = {
  'numeral-skips': m.bring_note_numeral_skips,
  'numeral-restarts': m.bring_note_numeral_restarts,
  'unmarked-heading': m.bring_note_unmarked_heading,
  'parted-from-notice': m.bring_note_parted_from_notice,
  'joined-across': m.bring_note_joined_across,
  'begins-inside': m.bring_note_begins_inside,
};

/** Why somebody should look at a row. */
export const reasonsOf = ({ doubt, checked, sides }: ImportRowOfText): string[] =>
  checked
    ? []
    : [
        ...(doubt === null ? [] : [doubtWords[doubt]()]),
        ...new Set(sides.flat().flatMap(({ notes }) => notes.map((note) => noteWords[note]()))),
      ];

export function kindWord({ kind, depth }: Pick<ImportUnit, 'kind' | 'depth'>): string {
  if (kind === 'sentence') return m.bring_desk_sentence();
  return depth === 0 ? m.bring_desk_heading_title() : m.bring_desk_heading({ depth: depth ?? 1 });
}

export const unitName = (address: string, lang: string, unit: ImportUnit): string =>
  m.bring_desk_unit({ address, language: languageName(lang), kind: kindWord(unit) });

export interface Action {
  readonly command: DeskCommand;
  readonly key: string;
  readonly says: () => string;
}

/** What is done to the chosen sentence, with its key. */
export const unitActions: readonly Action[] = [
  { command: 'split', key: 's', says: m.bring_do_split },
  { command: 'merge', key: 'm', says: m.bring_do_merge },
  { command: 'lift', key: 'h', says: m.bring_do_lift },
  { command: 'lower', key: 'H', says: m.bring_do_lower },
  { command: 'edit', key: 'e', says: m.bring_do_edit },
  { command: 'gap', key: 'g', says: m.bring_do_gap },
  { command: 'aside', key: 'x', says: m.bring_do_aside },
];
/** What is done to the rows of two languages. */
export const rowActions: readonly Action[] = [
  { command: 'join-previous', key: 'l', says: m.bring_do_left },
  { command: 'join-next', key: 'r', says: m.bring_do_right },
  { command: 'move-previous', key: 'L', says: m.bring_do_move_left },
  { command: 'move-next', key: 'R', says: m.bring_do_move_right },
  { command: 'part', key: 'o', says: m.bring_do_part },
  { command: 'take', key: 't', says: m.bring_do_take },
  { command: 'check', key: 'c', says: m.bring_do_check },
];

export const helpRows = [
  { keys: ['j', 'k', '↓', '↑'], says: m.bring_keys_rows },
  { keys: ['←', '→'], says: m.bring_keys_side },
  { keys: ['n', 'p'], says: m.bring_keys_doubt },
  { keys: ['s'], says: m.bring_keys_split },
  { keys: ['m'], says: m.bring_do_merge },
  { keys: ['h', 'H'], says: m.bring_keys_level },
  { keys: ['e'], says: m.bring_do_edit },
  { keys: ['g'], says: m.bring_do_gap },
  { keys: ['x'], says: m.bring_do_aside },
  { keys: ['l', 'r'], says: m.bring_keys_realign },
  { keys: ['L', 'R'], says: m.bring_keys_move },
  { keys: ['o'], says: m.bring_do_part },
  { keys: ['t'], says: m.bring_keys_take },
  { keys: ['c'], says: m.bring_do_check },
  { keys: ['u'], says: m.bring_do_undo },
  { keys: ['?'], says: m.bring_do_help },
];
