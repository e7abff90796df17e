import { readMarker, type Marker } from './marker.ts';
import type { Division } from './marker-words.ts';
import type { Passage } from './passage.ts';

/** A passage and the number it opens with, if its series holds. */
export interface Numbered {
  readonly passage: Passage;
  readonly marker: Marker | null;
}

// A number so far above the one before it is a year or a quantity, unless the next goes on from it.
const FARTHEST = 20;

function markersOf(passage: Passage): readonly Marker[] {
  if (passage.marker === '') return readMarker(passage.text);
  // The format says that this is a number; its length in the words is none.
  return readMarker(passage.marker).map((marker) => ({ ...marker, length: 0 }));
}

/** Of several readings the one that goes on; else the one that begins; else the likeliest. */
function choose(markers: readonly Marker[], last: ReadonlyMap<string, number>): Marker | null {
  const goesOn = markers.find(({ series, number }) => number === (last.get(series) ?? -1) + 1);
  const begins = markers.find(({ number }) => number === 1);
  return goesOn ?? begins ?? markers[0] ?? null;
}

interface Members {
  readonly division: Division | null;
  readonly numbers: number[];
  readonly seen: Set<number>;
  steps: number;
  parted: number;
  certain: number;
}

function membersOf(numbered: readonly Numbered[]): ReadonlyMap<string, Members> {
  const all = new Map<string, Members>();
  for (const { passage, marker } of numbered) {
    if (marker === null) continue;
    const { series, division, number } = marker;
    const members = all.get(series) ?? {
      division,
      numbers: [],
      seen: new Set<number>(),
      steps: 0,
      parted: 0,
      certain: 0,
    };
    // A year or a quantity between two of a series does not part them.
    if (number !== null && members.seen.has(number - 1)) members.steps += 1;
    members.seen.add(number ?? 0);
    if (marker.isParted) members.parted += 1;
    if (passage.kind === 'heading' || passage.marker !== '') members.certain += 1;
    members.numbers.push(number ?? 0);
    all.set(series, members);
  }
  return all;
}

/** Whether the numbers of a series are numbers: they begin low and go on. */
function holds({ division, numbers, steps, certain }: Members): boolean {
  if (division !== null || certain === numbers.length) return true;
  const [first = 0] = numbers;
  return numbers.length > 1 && (first <= 1 || steps >= 2) && steps >= 1;
}

function isOutlier(number: number, before: number, after: number | undefined): boolean {
  if (number - before <= FARTHEST) return false;
  return after === undefined || after <= before + FARTHEST;
}

/** The passages of one side with the numbers that are numbers. */
export function readSeries(passages: readonly Passage[]): readonly Numbered[] {
  const last = new Map<string, number>();
  const read = passages.map((passage): Numbered => {
    const marker = choose(markersOf(passage), last);
    if (marker?.number != null) last.set(marker.series, marker.number);
    return { passage, marker };
  });
  const members = membersOf(read);
  const at = new Map<string, number>();
  const before = new Map<string, number>();
  return read.map(({ passage, marker }): Numbered => {
    const found = marker === null ? undefined : members.get(marker.series);
    if (marker === null || found === undefined || !holds(found)) return { passage, marker: null };
    const place = at.get(marker.series) ?? 0;
    at.set(marker.series, place + 1);
    const { number } = marker;
    if (number === null) return { passage, marker };
    const earlier = before.get(marker.series) ?? 0;
    // `第五条规定……` goes on as a sentence where others of its series are set apart.
    const isRunOn =
      !marker.isParted && found.parted * 2 > found.numbers.length && number !== earlier + 1;
    if (isRunOn || isOutlier(number, earlier, found.numbers[place + 1])) {
      return { passage, marker: null };
    }
    before.set(marker.series, number);
    return { passage, marker };
  });
}
