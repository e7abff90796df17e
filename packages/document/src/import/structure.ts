import { endsSentence } from './characters.ts';
import { HeadingNumbers, seriesBelow } from './heading-numbers.ts';
import { Lists } from './lists.ts';
import { isTitleLike, mayBeHeading, outlineOf, restOf, type Outline } from './outline.ts';
import { joinPassages, slicePassage, type Passage } from './passage.ts';
import type { UnitNote } from './proposal.ts';
import { readSeries, type Numbered } from './series.ts';

/** A heading, or a stretch of a paragraph that sentences are cut from. */
export interface Block {
  readonly passage: Passage;
  /** 0 the title; null: no heading. */
  readonly depth: number | null;
  /** Begins a paragraph. */
  readonly opens: boolean;
  readonly label: string;
  readonly number: number | null;
  readonly notes: readonly UnitNote[];
}

export interface Structure {
  readonly outline: Outline;
  readonly blocks: readonly Block[];
}

const RUN_IN_HEADING = 90;

interface Split {
  readonly heading: Passage;
  readonly body: Passage | null;
}

/** The words of a heading, apart from a text that begins on its line. */
function splitHeading(numbered: Numbered): Split {
  const { passage, marker } = numbered;
  const rest = restOf(numbered);
  const length = marker?.length ?? 0;
  if (rest === '' || length === 0 || passage.kind === 'heading' || isTitleLike(rest)) {
    return { heading: passage, body: null };
  }
  const bracket = /^\s*[(（【[][^()（）【】[\]]{1,60}[)）】\]][.。]?/u.exec(
    passage.text.slice(length),
  );
  const stop = /^[^.。:：;；]{1,60}(?:\.\s?[—–-]|[.。:：])\s*(?=\S)/u.exec(rest);
  const isRunIn = bracket === null && stop !== null && isRunInTitle(stop[0], marker?.series ?? '');
  const at = length + (bracket?.[0].length ?? 0);
  const cut = isRunIn ? passage.text.length - rest.length + stop[0].length : at;
  const heading = slicePassage(passage, 0, cut);
  return heading === null
    ? { heading: passage, body: null }
    : { heading, body: slicePassage(passage, cut, passage.text.length) };
}

// Of an article the first sentence is text; of `（一）` or `1.` a short one is what it is about.
const isRunInTitle = (words: string, series: string): boolean =>
  !/^(?:article|chapter|part|book|title|section|subsection|annex)$/u.test(series) &&
  words.length <= RUN_IN_HEADING &&
  /[.。]\s*$/u.test(words);

/** Depth of marked headings without numbers, by their marks, below the title. */
function markDepths(all: readonly Numbered[], outline: Outline): ReadonlyMap<number, number> {
  const numbered = new Map<number, number>();
  const levels = new Set<number>();
  for (const { passage, marker } of all.slice(1)) {
    if (passage.kind !== 'heading' || passage.level === null) continue;
    const depth = marker === null ? undefined : outline.depths.get(marker.series);
    if (depth === undefined) levels.add(passage.level);
    else numbered.set(passage.level, Math.min(depth, numbered.get(passage.level) ?? depth));
  }
  const own = [...levels].toSorted((a, b) => a - b);
  return new Map(
    own.map((level, i) => [
      level,
      numbered.get(level) ?? (outline.depths.size > 0 ? 1 : Math.min(i + 1, 6)),
    ]),
  );
}

export function structureOf(passages: readonly Passage[]): Structure {
  const all = readSeries(passages);
  const numberedOutline = outlineOf(all);
  const marks = markDepths(all, numberedOutline);
  const hasHeadings = numberedOutline.depths.size > 0 || marks.size > 0;
  const depth = Math.max(numberedOutline.depth, ...marks.values());
  const outline = { ...numberedOutline, depth };
  const blocks: Block[] = [];
  const numbers = new HeadingNumbers();
  const lists = new Lists();
  let before: Passage | null = null;
  // A heading that is a number alone may have its words on the line below.
  let awaits = false;
  let untitled = outline.depth;

  const text = (passage: Passage, opens: boolean, label: string, number: number | null): void => {
    const isFirst = before === null || blocks.at(-1)?.depth !== null;
    const isInside =
      label === '' &&
      opens &&
      !isFirst &&
      /^\p{Ll}/u.test(passage.text) &&
      endsSentence(before?.text ?? '');
    const notes: readonly UnitNote[] = isInside ? ['begins-inside'] : [];
    blocks.push({ passage, depth: null, opens: opens || isFirst, label, number, notes });
    before = passage;
  };
  const heading = (
    passage: Passage,
    at: number,
    label: string,
    number: number | null,
    notes: readonly UnitNote[],
  ): void => {
    lists.clear();
    blocks.push({ passage, depth: at, opens: false, label, number, notes });
    before = passage;
  };

  for (const [i, numbered] of all.entries()) {
    const { passage, marker } = numbered;
    const next = all[i + 1];
    const label =
      passage.marker !== '' && marker !== null
        ? passage.marker
        : passage.text.slice(0, marker?.length ?? 0);
    const isPointOfList = lists.holds(numbered, before);
    const at = marker === null || isPointOfList ? undefined : outline.depths.get(marker.series);
    const isTitle = i === 0 && at === undefined && marker === null && isOpeningTitle(passage, next);
    if (isTitle) {
      heading(passage, 0, '', null, []);
      continue;
    }
    const last = blocks.at(-1);
    if (
      awaits &&
      at === undefined &&
      marker === null &&
      last?.depth != null &&
      isHeadingBelow(passage, next)
    ) {
      blocks[blocks.length - 1] = { ...last, passage: joinPassages(last.passage, passage, null) };
      awaits = false;
      continue;
    }
    awaits = false;
    if (at !== undefined && marker !== null) {
      const split = splitHeading(numbered);
      const series = seriesBelow(outline, at);
      heading(
        split.heading,
        at,
        label,
        marker.number,
        marker.isInserted ? [] : numbers.note(marker.series, marker.number, series),
      );
      untitled = at;
      awaits = restOf(numbered) === '';
      if (split.body !== null) text(split.body, true, '', null);
      continue;
    }
    if (marker === null && passage.kind === 'heading') {
      const own = marks.get(passage.level ?? 0) ?? Math.max(1, untitled);
      numbers.note('', null, seriesBelow(outline, own));
      heading(passage, own, '', null, []);
      continue;
    }
    const isLine = hasHeadings && !lists.isOpen && marker === null && passage.kind === 'paragraph';
    if (
      isLine &&
      mayBeHeading(
        passage.text,
        blocks.at(-1)?.passage.text ?? null,
        next === undefined || next.marker !== null ? null : next.passage.text,
      )
    ) {
      heading(passage, 1, '', null, ['unmarked-heading']);
      continue;
    }
    const isPoint = lists.takes(numbered, before);
    text(passage, !isPoint, label, marker?.number ?? null);
  }
  return { outline, blocks };
}

function isOpeningTitle(passage: Passage, next: Numbered | undefined): boolean {
  if (next === undefined || passage.kind === 'item') return false;
  return isTitleLike(passage.text) && (passage.kind === 'heading' || !endsSentence(passage.text));
}

/** The line below a number: short, no stop, with more behind it. */
function isHeadingBelow(passage: Passage, next: Numbered | undefined): boolean {
  return (
    next !== undefined &&
    passage.kind !== 'item' &&
    isTitleLike(passage.text) &&
    !endsSentence(passage.text)
  );
}
