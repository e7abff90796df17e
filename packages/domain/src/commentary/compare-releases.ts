import type { ReleaseDocument, ReleasePart } from './release.ts';
import { steadied } from './steadied.ts';

/** What became of a part from one release to another. Moved: its order among those that both have. */
export const partChanges = [
  'added',
  'removed',
  'moved',
  'title',
  'label',
  'places',
  'words',
] as const;
export type PartChange = (typeof partChanges)[number];

export interface PartDifference<Part> {
  readonly changes: readonly PartChange[];
  readonly before: Part | null;
  readonly after: Part | null;
}

/** What is compared of a part; order is that of a release. */
export type ComparedPart = Pick<ReleasePart, 'kind' | 'label' | 'title' | 'places' | 'body'>;

type Key = (part: ComparedPart) => string | null;

/*
 * Parts of a release have no identity but what a reader sees of them. The label is how they are cited;
 * what has none, or another, is known by its title, and then by its words.
 */
const keys: readonly Key[] = [
  ({ kind }) => (kind === 'introduction' ? kind : null),
  ({ kind, label }) => (label === '' ? null : `${kind} ${label}`),
  ({ kind, title }) => (title === '' ? null : `${kind} ${title}`),
  ({ kind, body }) => `${kind} ${body}`,
];

function pair(before: readonly ComparedPart[], after: readonly ComparedPart[]) {
  const partner = new Map<number, number>();
  const isTaken = new Set<number>();
  for (const key of keys) {
    const free = new Map<string, number[]>();
    before.forEach((part, at) => {
      const name = key(part);
      if (name !== null && !isTaken.has(at)) free.set(name, [...(free.get(name) ?? []), at]);
    });
    after.forEach((part, at) => {
      const name = key(part);
      const earlier = name === null || partner.has(at) ? undefined : free.get(name)?.shift();
      if (earlier === undefined) return;
      partner.set(at, earlier);
      isTaken.add(earlier);
    });
  }
  return { partner, isTaken };
}

/** Those of a list of different numbers that stand in the longest rising run through it. */
function inOrder(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const previous = new Map<number, number | undefined>();
  for (const number of numbers) {
    const at = ends.findIndex((end) => end > number);
    const place = at === -1 ? ends.length : at;
    previous.set(number, ends[place - 1]);
    ends[place] = number;
  }
  const kept = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous.get(at)) kept.add(at);
  return kept;
}

/** A part of an earlier release, and where it was first published. */
export type BornPart = ComparedPart & { readonly born: string };

/**
 * Where each part of a release was first published: number of that release and its own in it. `earlier`
 * holds each part there was once, as it was last.
 */
export function bornOf(
  number: string,
  parts: readonly ComparedPart[],
  earlier: readonly BornPart[],
): string[] {
  const { partner } = pair(earlier, parts);
  return parts.map(
    (_, at) => earlier[partner.get(at) ?? -1]?.born ?? `${number}#${String(at + 1)}`,
  );
}

const placesOf = ({ places }: ComparedPart): string =>
  JSON.stringify(
    places.map(({ kind, from, to, loci, entry }) => [
      ...[kind, from, to, entry?.edition, entry?.number],
      ...loci.map(({ edition, uid, start, end, exact }) => [edition, uid, start, end, exact]),
    ]),
  );

function changesOf(before: ComparedPart, after: ComparedPart): PartChange[] {
  return [
    ...(before.title === after.title ? [] : (['title'] as const)),
    ...(before.label === after.label ? [] : (['label'] as const)),
    ...(placesOf(before) === placesOf(after) ? [] : (['places'] as const)),
    ...(before.body === after.body ? [] : (['words'] as const)),
  ];
}

/**
 * Parts that are not as they were, in the order of the later release; those removed stand after the part
 * behind which they stood.
 */
export function compareParts<Part extends ComparedPart>(
  before: readonly Part[],
  after: readonly Part[],
): PartDifference<Part>[] {
  const { partner, isTaken } = pair(before, after);
  const steady = inOrder(after.flatMap((_, at) => partner.get(at) ?? []));
  const removedAfter = new Map<number, Part[]>();
  let last = -1;
  before.forEach((part, at) => {
    if (isTaken.has(at)) last = at;
    else removedAfter.set(last, [...(removedAfter.get(last) ?? []), part]);
  });
  const removed = (at: number): PartDifference<Part>[] =>
    (removedAfter.get(at) ?? []).map((part) => ({
      changes: ['removed'],
      before: part,
      after: null,
    }));
  const differences = after.flatMap((part, at): PartDifference<Part>[] => {
    const earlier = partner.get(at);
    const was = earlier === undefined ? undefined : before[earlier];
    if (earlier === undefined || was === undefined)
      return [{ changes: ['added'], before: null, after: part }];
    const moved = steady.has(earlier) ? [] : (['moved'] as const);
    const changes = [...moved, ...changesOf(was, part)];
    const own = changes.length === 0 ? [] : [{ changes, before: was, after: part }];
    return [...own, ...removed(earlier)];
  });
  return [...removed(-1), ...differences];
}

/** What a title page says that may differ from one release to another. */
export const frontFields = [
  'titles',
  'subtitle',
  'abstracts',
  'contributors',
  'licence',
  'interests',
  'statement',
  'versions',
  'items',
] as const;
export type FrontField = (typeof frontFields)[number];

type Front = Pick<ReleaseDocument, FrontField>;

export const compareFronts = (before: Front, after: Front): FrontField[] =>
  frontFields.filter(
    (field) => JSON.stringify(steadied(before[field])) !== JSON.stringify(steadied(after[field])),
  );
