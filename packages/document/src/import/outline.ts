import { announces, endsClause, endsSentence, weightOf } from './characters.ts';
import { rankOf, type Division } from './marker-words.ts';
import type { Numbered } from './series.ts';

/*
 * Which series of numbers are headings, and which stands above which. Numerals decide; the marks of
 * a file format are believed only where there are no numerals, since copies mix them up.
 */

/** Words after the number, at most, of what reads like a heading; hanzi count threefold. */
const TITLE_WEIGHT = 90;
const SHARE = 0.6;

export function restOf({ passage, marker }: Numbered): string {
  return passage.text.slice(marker?.length ?? 0).trim();
}

function weight(text: string): number {
  return weightOf(text) * (/\p{Script=Han}/u.test(text) ? 3 : 1);
}

/** Whether words read like a heading's; a short one may have a stop. */
export function isTitleLike(text: string): boolean {
  if (weight(text) > TITLE_WEIGHT) return false;
  if (/[;；,，:：、]$/u.test(text)) return false;
  if (!endsClause(text)) return true;
  return (
    /\.$/u.test(text) &&
    !/[.!?]\s/u.test(text) &&
    /^\p{Lu}/u.test(text) &&
    text.split(/\s+/u).length <= 12
  );
}

interface Series {
  readonly key: string;
  readonly division: Division | null;
  readonly first: number;
  count: number;
  titles: number;
  headings: number;
  withBody: number;
  inLists: number;
}

function seriesOf(all: readonly Numbered[]): readonly Series[] {
  const found = new Map<string, Series>();
  for (const [i, numbered] of all.entries()) {
    const { passage, marker } = numbered;
    if (marker === null) continue;
    const series: Series = found.get(marker.series) ?? {
      key: marker.series,
      division: marker.division,
      first: i,
      count: 0,
      titles: 0,
      headings: 0,
      withBody: 0,
      inLists: 0,
    };
    const before = all[i - 1];
    const next = all[i + 1];
    series.count += 1;
    if (isTitleLike(restOf(numbered))) series.titles += 1;
    if (passage.kind === 'heading') series.headings += 1;
    if (next !== undefined && next.marker?.series !== marker.series) series.withBody += 1;
    if (before !== undefined && announces(before.passage.text)) series.inLists += 1;
    found.set(marker.series, series);
  }
  return [...found.values()];
}

function isHeadingSeries({
  division,
  count,
  titles,
  headings,
  withBody,
  inLists,
}: Series): boolean {
  if (division !== null) return true;
  if (headings >= count * SHARE) return true;
  if (inLists > 0 && inLists * 3 >= withBody) return false;
  return titles >= count * SHARE && withBody >= count * SHARE;
}

/** How deep a series stands where it begins: behind the series that was open then. */
function insertAfter(order: string[], open: string | null, key: string): void {
  if (open === null) order.unshift(key);
  else order.splice(order.indexOf(open) + 1, 0, key);
}

/** Named divisions in their usual order, wherever they stand among the others. */
function sortDivisions(order: readonly string[], ranks: ReadonlyMap<string, number>): string[] {
  const named = order
    .filter((key) => ranks.has(key))
    .toSorted((left, right) => (ranks.get(left) ?? 0) - (ranks.get(right) ?? 0));
  return order.map((key) => (ranks.has(key) ? (named.shift() ?? key) : key));
}

export interface Outline {
  /** Depth of the headings of a series, from 1; other series are no headings. */
  readonly depths: ReadonlyMap<string, number>;
  readonly divisions: ReadonlyMap<number, Division>;
  readonly depth: number;
}

const DEEPEST = 6;

export function outlineOf(all: readonly Numbered[]): Outline {
  const series = seriesOf(all).filter(isHeadingSeries);
  const ranks = new Map(
    series.flatMap(({ key, division }) =>
      division === null ? [] : [[key, rankOf[division]] as const],
    ),
  );
  const isHeading = new Set(series.map(({ key }) => key));
  const order: string[] = [];
  let open: string | null = null;
  for (const { marker } of all) {
    if (marker === null || !isHeading.has(marker.series) || marker.series === 'annex') continue;
    if (!order.includes(marker.series)) insertAfter(order, open, marker.series);
    open = marker.series;
  }
  const sorted = sortDivisions(order, ranks).slice(0, DEEPEST);
  const depths = new Map(sorted.map((key, i) => [key, i + 1]));
  if (isHeading.has('annex')) depths.set('annex', 1);
  const divisions = new Map(
    series.flatMap(({ key, division }) => {
      const depth = depths.get(key);
      return division === null || depth === undefined || division === 'annex'
        ? []
        : [[depth, division] as const];
    }),
  );
  return { depths, divisions, depth: Math.max(depths.size === 0 ? 0 : 1, sorted.length) };
}

/** A line that may be a heading though nothing marks it: short, no stop, with text behind it. */
export function mayBeHeading(text: string, before: string | null, next: string | null): boolean {
  if (next === null || before === null || announces(before)) return false;
  if (!isTitleLike(text) || endsSentence(text) || !/^[\p{Lu}\p{Lo}]/u.test(text)) return false;
  return endsSentence(before) && weight(next) > weight(text);
}
