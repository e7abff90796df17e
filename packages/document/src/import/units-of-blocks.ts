import { isHanLanguage } from '../han-language.ts';
import type { Lang } from '../model.ts';
import { codePointLength } from '../offsets.ts';
import { segmentSentences } from '../segment.ts';
import { firstOf, isUnspaced, lastOf } from './characters.ts';
import { piecesOf, slicePassage, type Passage } from './passage.ts';
import type { ProposedUnit } from './proposal.ts';
import { countScripts, mainScript } from './script.ts';
import type { Source } from './source.ts';
import type { Block } from './structure.ts';

/** What aligning needs to know of a unit besides. */
export interface UnitPlace {
  readonly row: number | null;
  /** Furniture stood right before it. */
  readonly interrupted: boolean;
}

export interface PlacedUnit extends UnitPlace {
  readonly unit: ProposedUnit;
}

/** A passage in another script than its side is cut by the rules of its own. */
function rulesFor(text: string, lang: Lang): Lang {
  const isHan = ['han', 'ja'].includes(mainScript(countScripts(text)) ?? '');
  if (isHan === isHanLanguage(lang)) return lang;
  return isHan ? 'zh' : 'en';
}

/** Sentences of a passage; its label belongs to the first, whatever stops it is printed with. */
function sentencesOf(passage: Passage, label: string, lang: Lang): readonly Passage[] {
  const { text } = passage;
  const skipped = passage.marker === '' ? label.length : 0;
  const words = ' '.repeat(skipped) + text.slice(skipped);
  const [first, ...others] = segmentSentences(words, rulesFor(text, lang));
  if (first === undefined || others.length === 0) return [passage];
  const spans = [{ start: 0, end: first.end }, ...others];
  // Code points to UTF-16: the same number where the text has no pair.
  const isPlain = codePointLength(text) === text.length;
  const characters = isPlain ? [] : [...text];
  let index = 0;
  let counted = 0;
  const utf16 = (offset: number): number => {
    if (isPlain) return offset;
    for (; counted < offset; counted += 1) index += characters[counted]?.length ?? 0;
    return index;
  };
  return spans.flatMap(({ start, end }) => slicePassage(passage, utf16(start), utf16(end)) ?? []);
}

const withMarker = (marker: string, text: string): string =>
  marker === '' || text.startsWith(marker)
    ? text
    : `${marker}${isUnspaced(lastOf(marker)) || isUnspaced(firstOf(text)) ? '' : ' '}${text}`;

/** Headings and sentences of one side; `id` gives the next free id. */
export function unitsOfBlocks(
  blocks: readonly Block[],
  lang: Lang,
  sources: readonly Source[],
  id: () => number,
): readonly PlacedUnit[] {
  return blocks.flatMap(({ passage, depth, opens, label, number, notes }) => {
    const isHeading = depth !== null;
    const parts = isHeading ? [passage] : sentencesOf(passage, label, lang);
    return parts.map((part, i): PlacedUnit => {
      const isFirst = i === 0;
      const own = isFirst ? label : '';
      // A marker that the format keeps apart is printed before the words.
      const text = isFirst && passage.marker === label ? withMarker(own, part.text) : part.text;
      const unit: ProposedUnit = {
        id: id(),
        kind: isHeading ? 'heading' : 'sentence',
        depth,
        opens: opens && isFirst,
        label: own,
        number: isFirst ? number : null,
        text,
        pieces: piecesOf(part, sources),
        notes: isFirst ? [...new Set([...passage.notes, ...notes])] : [],
      };
      return { unit, row: passage.row, interrupted: isFirst && passage.interrupted };
    });
  });
}
