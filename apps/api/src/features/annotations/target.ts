import type { TargetKind } from '@glossator/contract';

/** One stretch of text a thread points at, as it is stored. */
export interface StoredLocus {
  readonly version_id: number;
  readonly uid: string;
  /** Code points; both null where the whole segment is meant. */
  readonly start_at: number | null;
  readonly end_at: number | null;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** What a thread points at, found in its work. */
export interface Target {
  readonly kind: TargetKind;
  readonly from: string;
  readonly to: string;
  /** The units where the thread is found. */
  readonly places: readonly string[];
  readonly loci: readonly StoredLocus[];
  readonly aboutId: string | null;
  readonly entry: { readonly edition: string; readonly number: string } | null;
}

/** A clause as a whole, a span or a container. */
export const plainTarget = (
  target: Pick<Target, 'from' | 'to' | 'places'> & {
    readonly kind: 'segment' | 'span' | 'container';
  },
): Target => ({ ...target, loci: [], aboutId: null, entry: null });

export const isPlain = ({ kind }: Pick<Target, 'kind'>): boolean =>
  kind === 'segment' || kind === 'span' || kind === 'container';
