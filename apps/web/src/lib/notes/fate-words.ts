import type { FateView } from '@glossator/contract';
import { m } from '#lib/paraglide/messages.js';

const reasons: Readonly<Record<FateView['reason'], () => string>> = {
  same: m.fate_same,
  'text-changed': m.fate_text_changed,
  'words-stand': m.fate_words_stand,
  moved: m.fate_moved,
  split: m.fate_split,
  merged: m.fate_merged,
  'part-gone': m.fate_part_gone,
  'words-alone': m.fate_words_alone,
  'several-places': m.fate_several_places,
  'similar-words': m.fate_similar_words,
  'words-gone': m.fate_words_gone,
  lost: m.fate_lost,
  retired: m.fate_retired,
  'entry-changed': m.fate_entry_changed,
  'entry-gone': m.fate_entry_gone,
};

/** Why a note is not plainly where it was. */
export const fateReason = (reason: FateView['reason']): string => reasons[reason]();
