import type { ReleaseChangeForm, UnmadeChange } from '@glossator/contract';
import { m } from '#lib/paraglide/messages.js';

const faults = {
  'nothing-declared': m.txt_unmade_nothing,
  'path-unknown': m.txt_unmade_path_unknown,
  'not-a-sentence': m.txt_unmade_not_a_sentence,
  'not-a-segment': m.txt_unmade_not_a_segment,
  lost: m.txt_unmade_lost,
  'words-not-once': m.txt_unmade_words_not_once,
  'words-same': m.txt_unmade_words_same,
  'words-empty': m.txt_unmade_words_empty,
  'words-unsound': m.txt_unmade_words_unsound,
  'label-gone': m.txt_unmade_label_gone,
  'reason-missing': m.txt_unmade_reason_missing,
  'evidence-missing': m.txt_unmade_evidence_missing,
  'entry-unknown': m.txt_unmade_entry_unknown,
  'entry-elsewhere': m.txt_unmade_entry_elsewhere,
  'entry-on-words': m.txt_unmade_entry_on_words,
  'limb-on-words': m.txt_unmade_limb_on_words,
  'limb-across': m.txt_unmade_limb_across,
  'parts-too-few': m.txt_unmade_parts_too_few,
  'parts-uneven': m.txt_unmade_parts_uneven,
  'parts-unlike': m.txt_unmade_parts_unlike,
  'entry-across': m.txt_unmade_entry_across,
  'merge-too-few': m.txt_unmade_merge_too_few,
  'merge-apart': m.txt_unmade_merge_apart,
  'no-room': m.txt_unmade_no_room,
  'moves-nowhere': m.txt_unmade_moves_nowhere,
  'successor-itself': m.txt_unmade_successor_itself,
} as const satisfies Record<UnmadeChange['code'], (words: { what: string }) => string>;

/** Which change cannot be made, why, and what to do. */
export const unmadeWords = ({ change, code, what }: UnmadeChange): string =>
  `${m.txt_unmade({ n: change + 1 })} ${faults[code]({ what })}`;

/** What a change does, by the addresses that it names. */
export function changeWords(change: ReleaseChangeForm): string {
  switch (change.kind) {
    case 'correct':
      return m.txt_kind_correct({ path: change.path });
    case 'split':
      return m.txt_kind_split({ path: change.path });
    case 'merge':
      return m.txt_kind_merge({ paths: change.paths.join(', ') });
    case 'move':
      return m.txt_kind_move({ path: change.path, after: change.after });
    case 'delete':
      return m.txt_kind_delete({ path: change.path });
  }
}
