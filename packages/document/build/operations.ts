import type { Localised, Path } from '../src/index.ts';

/** One change an operation made, at an offset of the witness. */
export interface Change {
  readonly path?: Path;
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
  readonly n: number;
  readonly kind: string;
  readonly edition: string | null;
  readonly reason: Localised;
  readonly changes: readonly Change[];
}
