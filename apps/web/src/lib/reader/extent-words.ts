import { m } from '#lib/paraglide/messages.js';
import type { ApparatusView } from '@glossator/contract';
import type { Loss } from './gap.ts';

/** `, about 20 words`, or nothing where no counterpart tells. */
export function extentWords({ extent }: Loss): string {
  if (extent === null) return '';
  return extent.unit === 'word'
    ? m.gap_about_words({ count: extent.quantity })
    : m.gap_about_hanzi({ count: extent.quantity });
}

const units = {
  hanzi: m.extent_hanzi,
  word: m.extent_word,
  character: m.extent_character,
  sentence: m.extent_sentence,
  heading: m.extent_heading,
  page: m.extent_page,
};

/** `1 page, 4 headings, 14 sentences, about 683 words`. */
export function entryExtent(extent: ApparatusView['extent']): string {
  return extent
    .map(({ quantity, unit, estimated }) => {
      const words = units[unit]({ count: quantity });
      return estimated ? m.extent_about({ extent: words }) : words;
    })
    .join(m.list_comma());
}
