import type { LostPage, WitnessPart, WitnessView } from '@glossator/contract';
import {
  countHanzi,
  countWords,
  lineBounds,
  traceReading,
  witnessSlice,
  type TracedSegment,
} from '@glossator/document';
import { lostWithPages, type CopiedEdition, type CopyStretch, type Ground } from './ground.ts';

type SegmentStretch = Extract<CopyStretch, { kind: 'segment' }>;
type Piece = Extract<WitnessPart, { kind: 'segment' }>['pieces'][number];

export const addressOf = ({ work }: Pick<Ground, 'work'>, uid: string): string =>
  work.structure.byUid.get(uid)?.path ?? uid;

/** Offset in the copy of an offset in a reading text, which may be the end of it. */
export function copyOffset(segment: TracedSegment, at: number): number {
  const found = traceReading(segment, at);
  if (found.ok && found.value.witness !== null) return found.value.witness;
  const next = traceReading(segment, at + 1);
  if (next.ok && next.value.witness !== null) return next.value.witness;
  return segment.spans.at(-1)?.end ?? 0;
}

/** A stretch of the copy cut at every edge of an entry of the apparatus. */
function cut({ record }: Ground, { edition, uid, start, end }: SegmentStretch): Piece[] {
  const segment = edition.segments.get(uid);
  if (segment === undefined) return [];
  const marks = edition.text.apparatus.flatMap(({ number, loci }) =>
    loci.flatMap((locus) =>
      locus.uid === uid && locus.start !== null && locus.end !== null
        ? [
            {
              number,
              from: copyOffset(segment, locus.start),
              to:
                locus.end > locus.start
                  ? copyOffset(segment, locus.end - 1) + 1
                  : copyOffset(segment, locus.end),
            },
          ]
        : [],
    ),
  );
  const inside = (at: number): boolean => start <= at && at <= end;
  const edges = [
    ...new Set([start, end, ...marks.flatMap(({ from, to }) => [from, to]).filter(inside)]),
  ].toSorted((left, right) => left - right);
  const first: Piece = {
    text: '',
    doubts: [],
    after: marks.filter(({ to }) => to === start).map(({ number }) => number),
  };
  const pieces = edges.slice(0, -1).map((from, index): Piece => {
    const to = edges[index + 1] ?? from;
    return {
      text: witnessSlice(record.text, from, to),
      doubts: marks
        .filter((mark) => mark.from <= from && mark.to >= to && mark.from < mark.to)
        .map(({ number }) => number),
      after: marks.filter((mark) => mark.to === to).map(({ number }) => number),
    };
  });
  return first.after.length === 0 ? pieces : [first, ...pieces];
}

function segmentPart(ground: Ground, stretch: SegmentStretch, column: number | null): WitnessPart {
  const { edition, uid, piece } = stretch;
  const trust = edition.reliability.get(uid);
  return {
    kind: 'segment',
    edition: edition.head.edition_id,
    uid,
    path: addressOf(ground, uid),
    piece,
    column,
    pieces: cut(ground, stretch),
    level: trust?.level ?? 'sound',
    reasons: [...(trust?.reasons ?? [])],
    height: trust?.height ?? null,
  };
}

/** Clauses that the copy has lost right after one that it has; those of a missing page stand elsewhere. */
function lostAfter(ground: Ground, { edition, uid, piece }: SegmentStretch): WitnessPart[] {
  const { units } = ground.work.structure;
  const isLast = piece === (edition.segments.get(uid)?.spans.length ?? 0) - 1;
  if (!isLast || edition.withheld) return [];
  const onLostPage = lostWithPages(edition.text);
  const found: WitnessPart[] = [];
  for (const unit of units.slice(units.findIndex((each) => each.uid === uid) + 1)) {
    const words = edition.text.texts.get(unit.uid);
    if (words === undefined) continue;
    if (words.reading !== null || onLostPage.has(unit.uid)) break;
    const entry = edition.text.apparatus.find(
      ({ kind, loci }) => kind === 'gap' && loci.some((locus) => locus.uid === unit.uid),
    );
    found.push({
      kind: 'lost',
      edition: edition.head.edition_id,
      uid: unit.uid,
      path: unit.path,
      heading: unit.kind === 'heading',
      number: entry?.number ?? null,
    });
  }
  return found;
}

function withheldPart(ground: Ground, stretch: SegmentStretch, before?: WitnessPart): WitnessPart {
  const path = addressOf(ground, stretch.uid);
  const edition = stretch.edition.head.edition_id;
  return before?.kind === 'withheld' && before.edition === edition
    ? { ...before, to: path, segments: before.segments + 1 }
    : { kind: 'withheld', edition, from: path, to: path, segments: 1 };
}

function linePart(ground: Ground, line: number, stretches: readonly CopyStretch[]): WitnessPart[] {
  const { start } = lineBounds(ground.record.text, line);
  const hides = stretches.some(({ shown }) => !shown);
  const parts: WitnessPart[] = [];
  for (const stretch of stretches) {
    const column = hides ? null : stretch.start - start + 1;
    if (stretch.kind === 'rest') {
      const { group, class: name } = stretch.rest;
      const isSpace = group === 'structure' && name !== 'heading-mark';
      if (name === 'line-end' || (isSpace && parts.at(-1)?.kind === 'withheld')) continue;
      const text = stretch.shown
        ? witnessSlice(ground.record.text, stretch.start, stretch.end)
        : null;
      parts.push({ kind: 'rest', group, class: name, column, text });
    } else if (stretch.shown) {
      parts.push(segmentPart(ground, stretch, column), ...lostAfter(ground, stretch));
    } else {
      const last = parts.at(-1);
      const part = withheldPart(ground, stretch, last);
      if (last?.kind === 'withheld') parts[parts.length - 1] = part;
      else parts.push(part);
    }
  }
  return parts;
}

function presentPages(ground: Ground): WitnessView['pages'] {
  const { text } = ground.record;
  const byLine = new Map<number, CopyStretch[]>();
  for (const stretch of ground.stretches)
    byLine.set(stretch.line, [...(byLine.get(stretch.line) ?? []), stretch]);
  return text.pages.map(({ first, last }, index) => {
    const lines = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    const own = lines.flatMap((line) => byLine.get(line) ?? []);
    const words = witnessSlice(text, lineBounds(text, first).start, lineBounds(text, last).end);
    const isWhole = own.every(({ shown }) => shown);
    return {
      number: index + 1,
      first,
      last,
      words: isWhole ? countWords(words) : null,
      hanzi: isWhole ? countHanzi(words) : null,
      lines: lines.flatMap((line) => {
        const parts = linePart(ground, line, byLine.get(line) ?? []);
        return parts.length === 0 ? [] : [{ line, parts }];
      }),
    };
  });
}

/** The page that holds the last clause before a lost one. */
function pageBefore(ground: Ground, edition: CopiedEdition, uid: string): number {
  const { units } = ground.work.structure;
  const before = units
    .slice(
      0,
      units.findIndex((each) => each.uid === uid),
    )
    .findLast((each) => edition.segments.has(each.uid));
  return before === undefined ? 0 : (edition.reliability.get(before.uid)?.page ?? 0);
}

function presentLostPages(ground: Ground): LostPage[] {
  return ground.editions.flatMap((edition) =>
    edition.text.apparatus
      .filter(
        ({ kind, cause, extent }) =>
          kind === 'gap' && cause === 'page-loss' && extent.some(({ unit }) => unit === 'page'),
      )
      .map(({ number, extent, loci, note, evidence }): LostPage => ({
        after: pageBefore(ground, edition, loci[0]?.uid ?? ''),
        edition: edition.head.edition_id,
        number,
        extent,
        segments: loci.map(({ uid }) => ({ uid, path: addressOf(ground, uid) })),
        note: edition.withheld ? null : note,
        evidence: edition.withheld ? [] : evidence,
      })),
  );
}

export const presentEdition = ({ head, withheld }: CopiedEdition) => ({
  id: head.edition_id,
  lang: head.lang,
  title: head.title,
  version: head.version,
  withheld,
});

export const presentWork = ({ work: { head } }: Pick<Ground, 'work'>) => ({
  slug: head.slug,
  titles: head.titles,
});

export function presentWitness(ground: Ground): WitnessView {
  const { head, zones, operations } = ground.record;
  return {
    work: presentWork(ground),
    witness: head,
    editions: ground.editions.map(presentEdition),
    zones: [...zones],
    pages: presentPages(ground),
    lostPages: presentLostPages(ground),
    reasons: Object.fromEntries(
      operations.map(({ kind, reason }) => [kind.replace('set-aside:', ''), reason]),
    ),
  };
}
