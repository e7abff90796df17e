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

/** A part of a commentary, as it was read in a release. */
export interface AboutPart {
  readonly commentaryId: string;
  /** Where it was first published. */
  readonly born: string;
  readonly releaseId: string;
  readonly label: string;
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
  /** Of a commentary, beside the clause on which both stand. */
  readonly part: AboutPart | null;
  /** Of the ledger, beside a clause in which it stands. */
  readonly term: string | null;
}

/** A clause as a whole, a span or a container. */
export const plainTarget = (
  target: Pick<Target, 'from' | 'to' | 'places'> & {
    readonly kind: 'segment' | 'span' | 'container';
  },
): Target => ({ ...target, loci: [], aboutId: null, entry: null, part: null, term: null });

export const isPlain = ({ kind, part, term }: Pick<Target, 'kind' | 'part' | 'term'>): boolean =>
  part === null && term === null && (kind === 'segment' || kind === 'span' || kind === 'container');
