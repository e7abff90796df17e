import type { Localised, Path } from '../src/index.ts';

/** One change an operation made, at an offset of the witness. */
export interface Change {
  readonly path?: Path;
  readonly line: number;
  /** Code-point offset in the witness. */
  readonly at: number;
  /** Code-point offset in the segment's diplomatic text, where the reading text departs from it. */
  readonly offset?: number;
  readonly before: string;
  readonly after: string;
}

export interface Operation {
  readonly n: number;
  readonly kind: string;
  readonly edition: string | null;
  readonly reason: Localised;
  readonly changes: readonly Change[];
}
