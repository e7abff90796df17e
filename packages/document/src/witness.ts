import type { Localised, Uid, WitnessSpan } from './model.ts';

/** A printed page of the copy, by the lines of its transcription, both included. */
export interface WitnessPage {
  readonly first: number;
  readonly last: number;
}

export const zoneKinds = ['banner'] as const;
export type ZoneKind = (typeof zoneKinds)[number];

/** A band of every page where the copy is not to be trusted; 0 is the head of the page, 1 its foot. */
export interface WitnessZone {
  readonly kind: ZoneKind;
  readonly from: number;
  readonly to: number;
  readonly reason: Localised;
}

/** The copy a text was recovered from. */
export interface Witness {
  readonly id: string;
  readonly file: string;
  /** sha256 (hex) of the UTF-8 bytes of its text. */
  readonly sha256: string;
  readonly codePoints: number;
  readonly lines: number;
  readonly pages: readonly WitnessPage[];
  readonly zones: readonly WitnessZone[];
  readonly text: string;
}

export const remainderGroups = ['furniture', 'metadata', 'secondary-witness', 'structure'] as const;
export type RemainderGroup = (typeof remainderGroups)[number];

export const setAsideClasses = [
  'page-break',
  'cookie-notice',
  'advertisement',
  'sharing',
  'related',
  'navigation',
  'comments',
  'widget',
  'site-footer',
  'stray',
  'site',
  'post',
  'pingback',
  'pingback-excerpt',
] as const;
export type SetAsideClass = (typeof setAsideClasses)[number];

export const structureClasses = ['line-end', 'heading-mark', 'space'] as const;
export type StructureClass = (typeof structureClasses)[number];

/** What stands in the copy and is no segment's text. */
export interface Remainder extends WitnessSpan {
  readonly group: RemainderGroup;
  readonly class: SetAsideClass | StructureClass;
}

export const operationKinds = [
  'strip-mark',
  'place',
  'join',
  'split',
  'segment',
  'fold-punctuation',
  'fold-numeral',
  'fold-quotes',
  'drop-final-stop',
  'mark-gap',
] as const;
export type OperationKind = (typeof operationKinds)[number] | `set-aside:${SetAsideClass}`;

/** One change an operation made, at an offset of the witness. */
export interface Change {
  readonly uid?: Uid;
  /** Left out, with the offset, where the copy has no place for what is marked. */
  readonly line?: number;
  /** Code-point offset in the witness. */
  readonly at?: number;
  /** Code-point offset in the segment's diplomatic text, where the reading text departs from it. */
  readonly offset?: number;
  readonly before: string;
  readonly after: string;
  /** Number of the apparatus entry that an operation marked. */
  readonly entry?: string;
}

export interface Operation {
  /** Its place in the order in which they were made. */
  readonly n: number;
  readonly kind: OperationKind;
  /** Null where it is about the copy as such. */
  readonly edition: string | null;
  readonly reason: Localised;
  readonly changes: readonly Change[];
}

/** Where one segment of an edition stands in the copy: a stretch for each piece. */
export interface SegmentPlace {
  readonly uid: Uid;
  readonly spans: readonly WitnessSpan[];
}

/** A copy, and everything that was done to make the shipped editions of it. */
export interface WitnessRecord {
  readonly witness: Witness;
  readonly remainder: readonly Remainder[];
  readonly operations: readonly Operation[];
  /** By edition id. */
  readonly places: Readonly<Record<string, readonly SegmentPlace[]>>;
}
