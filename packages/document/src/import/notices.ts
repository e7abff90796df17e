import { segmentSentences } from '../segment.ts';
import { toUtf16 } from '../offsets.ts';
import type { Found } from './furniture.ts';
import { cookies, goesWithNotice, noticeOpening, toVisitor } from './furniture-words.ts';
import { readMarker } from './marker.ts';
import { slicePassage, type Passage } from './passage.ts';

interface Part {
  readonly start: number;
  readonly end: number;
  readonly isNotice: boolean;
}

const index = (text: string, offset: number): number => {
  const found = toUtf16(text, offset);
  return found.ok ? found.value : text.length;
};

// A law on cookies speaks of them too, but not to a visitor of a page.
const isNotice = (sentence: string): boolean => cookies.test(sentence) && toVisitor.test(sentence);

/** Where, inside a sentence that ends as a notice, the notice begins: behind a heading's words. */
function openingIn(sentence: string): number {
  const marker = readMarker(sentence)[0];
  if (marker === undefined) return 0;
  const until = sentence.search(cookies);
  for (const match of sentence.matchAll(noticeOpening)) {
    if (match.index > marker.length && match.index < until) return match.index + 1;
  }
  return 0;
}

function partsOf(text: string): readonly Part[] {
  const sentences = segmentSentences(text, 'en').map(({ start, end }) => ({
    start: index(text, start),
    end: index(text, end),
  }));
  const isFound = sentences.map(({ start, end }) => isNotice(text.slice(start, end)));
  const parts: Part[] = [];
  for (const [i, { start, end }] of sentences.entries()) {
    const sentence = text.slice(start, end);
    const isBeside = isFound[i - 1] === true || isFound[i + 1] === true;
    const isOne = isFound[i] === true || (isBeside && goesWithNotice.test(sentence));
    const opening = isOne ? start + openingIn(sentence) : start;
    if (opening > start) parts.push({ start, end: opening, isNotice: false });
    const last = parts.at(-1);
    if (last?.isNotice === isOne) parts[parts.length - 1] = { ...last, end };
    else parts.push({ start: opening, end, isNotice: isOne });
  }
  return parts;
}

/** A passage, its notices apart from its own words. */
export function noticesOf(passage: Passage): readonly Found[] {
  const { text } = passage;
  const parts = cookies.test(text) ? partsOf(text) : [];
  if (!parts.some((part) => part.isNotice)) return [{ passage, verdict: null }];
  const isMixed = parts.some((part) => !part.isNotice);
  return parts.flatMap(({ start, end, isNotice: isOne }, i): readonly Found[] => {
    const part = slicePassage(passage, start, end);
    if (part === null) return [];
    if (isOne) return [{ passage: part, verdict: { reason: 'notice', sure: true } }];
    const kept: Passage = isMixed
      ? {
          ...part,
          marker: i === 0 ? part.marker : '',
          notes: [...part.notes, 'parted-from-notice'],
        }
      : part;
    return [{ passage: kept, verdict: null }];
  });
}
