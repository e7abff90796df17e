import type { Localised, Uid, WitnessSpan } from './model.ts';
import { codePointLength } from './offsets.ts';
import { fail, ok, type Result } from './result.ts';
import type { Change, Operation, OperationKind, Remainder } from './witness.ts';

/*
 * Every character of a reading text leads back to the copy: through the operations that touched it to
 * the copy's own text of its segment, and from there to one code point of the copy, or to the
 * operation that put it there. All offsets are code points.
 */

/** One operation, as far as it is about one character or one segment. */
export interface Step {
  readonly n: number;
  readonly kind: OperationKind;
  readonly reason: Localised;
  readonly before: string;
  readonly after: string;
}

/** A segment of one edition version as the copy gave it and as it reads. */
export interface TracedSegment {
  readonly uid: Uid;
  /** The paragraph around it: what joined, split or placed a paragraph is logged there. */
  readonly parent: Uid | null;
  readonly reading: string;
  readonly diplomatic: string;
  readonly spans: readonly WitnessSpan[];
  /** The operations of its edition, in order. */
  readonly operations: readonly Operation[];
}

/** A stretch of the reading text and the stretch of the diplomatic text it stands for. */
interface Run {
  readonly reading: readonly [start: number, end: number];
  readonly diplomatic: readonly [start: number, end: number];
  readonly step: Step | null;
}

export interface CharacterTrace {
  /** Offset in the reading text and what stands there; null where an operation dropped it. */
  readonly reading: { readonly at: number; readonly char: string } | null;
  /** What touched this character, latest first. */
  readonly steps: readonly Step[];
  /** Offset in the copy's own text of the segment; null where an operation added the character. */
  readonly diplomatic: { readonly at: number; readonly char: string } | null;
  /** Offset in the copy; null where the copy has no such character. */
  readonly witness: number | null;
}

export type TraceFailure = 'out-of-range';

const stepOf = ({ n, kind, reason }: Operation, { before, after }: Change): Step => ({
  n,
  kind,
  reason,
  before,
  after,
});

// A segment is cut once, however many of its characters are followed.
const cuts = new WeakMap<TracedSegment, readonly Run[]>();

/** The reading text cut where it departs from the diplomatic text. */
function runsOf(segment: TracedSegment): readonly Run[] {
  const known = cuts.get(segment) ?? cut(segment);
  cuts.set(segment, known);
  return known;
}

function cut({ uid, diplomatic, operations }: TracedSegment): readonly Run[] {
  const changes = operations
    .flatMap((operation) =>
      operation.changes.flatMap((change) =>
        change.uid === uid && change.offset !== undefined
          ? [{ offset: change.offset, change, step: stepOf(operation, change) }]
          : [],
      ),
    )
    .toSorted((left, right) => left.offset - right.offset);
  const runs: Run[] = [];
  let from = { reading: 0, diplomatic: 0 };
  const take = (to: number, length: number, step: Step | null): void => {
    const end = from.reading + length;
    runs.push({ reading: [from.reading, end], diplomatic: [from.diplomatic, to], step });
    from = { reading: end, diplomatic: to };
  };
  for (const { offset, change, step } of changes) {
    if (offset > from.diplomatic) take(offset, offset - from.diplomatic, null);
    take(offset + codePointLength(change.before), codePointLength(change.after), step);
  }
  const whole = codePointLength(diplomatic);
  if (whole > from.diplomatic) take(whole, whole - from.diplomatic, null);
  return runs;
}

/** The pieces of a segment with the offset at which each begins in its diplomatic text. */
function piecesOf({ diplomatic, spans }: TracedSegment) {
  const sizes = spans.map(({ start, end }) => end - start);
  const rest = codePointLength(diplomatic) - sizes.reduce((sum, size) => sum + size, 0);
  // Between two pieces stands the same joiner each time: a space, or nothing.
  const joiner = spans.length > 1 ? rest / (spans.length - 1) : 0;
  let from = 0;
  return spans.map((span, index) => {
    const piece = { span, from, to: from + (sizes[index] ?? 0) };
    from = piece.to + joiner;
    return piece;
  });
}

/** Offset in the copy of an offset in the diplomatic text; null for the joint between two pieces. */
function inCopy(segment: TracedSegment, at: number): number | null {
  const piece = piecesOf(segment).find(({ from, to }) => from <= at && at < to);
  return piece === undefined ? null : piece.span.start + at - piece.from;
}

function fromCopy(segment: TracedSegment, at: number): number | null {
  const piece = piecesOf(segment).find(({ span }) => span.start <= at && at < span.end);
  return piece === undefined ? null : piece.from + at - piece.span.start;
}

/** What put the joint that stands at `at` of the diplomatic text, between two pieces. */
function jointAt(segment: TracedSegment, at: number): Step | null {
  const pieces = piecesOf(segment);
  const next = pieces.find(({ from }) => from > at);
  if (next === undefined || inCopy(segment, at) !== null) return null;
  for (const operation of segment.operations)
    for (const change of operation.changes) {
      const isOwn = change.uid === segment.uid || change.uid === segment.parent;
      if (operation.kind === 'join' && isOwn && change.at === next.span.start)
        return stepOf(operation, change);
    }
  return null;
}

function traced(
  segment: TracedSegment,
  run: Run,
  reading: number | null,
  diplomatic: number | null,
): CharacterTrace {
  const joint = diplomatic === null ? null : jointAt(segment, diplomatic);
  const steps = [run.step, joint].filter((step) => step !== null);
  const charAt = (text: string, at: number) => ({ at, char: [...text][at] ?? '' });
  return {
    reading: reading === null ? null : charAt(segment.reading, reading),
    steps,
    diplomatic: diplomatic === null ? null : charAt(segment.diplomatic, diplomatic),
    witness: diplomatic === null ? null : inCopy(segment, diplomatic),
  };
}

/** From a character of the reading text back to the copy. */
export function traceReading(
  segment: TracedSegment,
  at: number,
): Result<CharacterTrace, TraceFailure> {
  const run = runsOf(segment).find(({ reading: [start, end] }) => start <= at && at < end);
  if (run === undefined) return fail('out-of-range');
  const [start, end] = run.diplomatic;
  // What an operation put for a longer stretch stands for it in order, the last for all that is left.
  const diplomatic = start === end ? null : Math.min(start + at - run.reading[0], end - 1);
  return ok(traced(segment, run, at, diplomatic));
}

/** From a character of the copy that is this segment's on to what is read for it. */
export function traceWitness(
  segment: TracedSegment,
  at: number,
): Result<CharacterTrace, TraceFailure> {
  const diplomatic = fromCopy(segment, at);
  const run =
    diplomatic === null
      ? undefined
      : runsOf(segment).find(
          ({ diplomatic: [start, end] }) => start <= diplomatic && diplomatic < end,
        );
  if (run === undefined || diplomatic === null) return fail('out-of-range');
  const reading = run.reading[0] + diplomatic - run.diplomatic[0];
  return ok(traced(segment, run, reading < run.reading[1] ? reading : null, diplomatic));
}

/** What was done to bring the segment about, in order; nothing that touched a character of it. */
export function stepsAround({ uid, parent, spans, operations }: TracedSegment): readonly Step[] {
  const lines = new Set(spans.map(({ line }) => line));
  return operations.flatMap((operation) =>
    operation.changes.flatMap((change) => {
      const isHere = change.line !== undefined && lines.has(change.line);
      const isAround = change.uid === parent && isHere && operation.kind !== 'segment';
      const isMark = operation.kind === 'strip-mark' && isHere;
      const concerns = change.uid === uid || isAround || isMark;
      return change.offset === undefined && concerns ? [stepOf(operation, change)] : [];
    }),
  );
}

/** What holds a code point of the copy that is no segment's text, and the operation that says why. */
export function remainderAt(
  remainder: readonly Remainder[],
  operations: readonly Operation[],
  at: number,
): { readonly remainder: Remainder; readonly step: Step | null } | null {
  const found = remainder.find(({ start, end }) => start <= at && at < end);
  if (found === undefined) return null;
  for (const operation of operations)
    for (const change of operation.changes)
      if (change.at === found.start && change.before !== '' && operation.kind !== 'segment') {
        const isAside = operation.kind === `set-aside:${found.class}`;
        if (isAside || (operation.kind === 'strip-mark' && found.class === 'heading-mark'))
          return { remainder: found, step: stepOf(operation, change) };
      }
  return { remainder: found, step: null };
}
