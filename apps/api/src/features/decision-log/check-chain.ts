import { chainForm, chainStart, type ChainedDecision } from '@glossator/domain';
import { decisionDigest, wordsDigest } from './digest.ts';

/** A row as it stands in the tables. */
export interface StoredDecision extends ChainedDecision {
  readonly form: number;
  readonly hash: string;
  /** Null where nothing was said, or what was said has been erased. */
  readonly salt: Buffer | null;
  readonly words: string | null;
}

/** Number and digest of one row, as somebody has noted them down. */
export interface Head {
  readonly seq: string;
  readonly hash: string;
}

export type Fault =
  /** No row of this number; the next one that is there. */
  | { readonly kind: 'missing'; readonly seq: string; readonly next: string }
  | { readonly kind: 'form-unknown'; readonly seq: string }
  /** It does not hold the digest of the row before it. */
  | { readonly kind: 'unlinked'; readonly seq: string }
  /** Its fields give another digest than its own. */
  | { readonly kind: 'altered'; readonly seq: string }
  /** Its words give another digest than its row holds. */
  | { readonly kind: 'words-altered'; readonly seq: string }
  /** The chain ends before the row that was noted down. */
  | { readonly kind: 'cut'; readonly seq: string; readonly noted: string }
  /** The row that was noted down has another digest now: everything from there on, or before, was written anew. */
  | { readonly kind: 'rewritten'; readonly seq: string };

export interface Checked {
  /** Rows that were found to be in order. */
  readonly count: number;
  /** The last of them; the start of every chain where there is none. */
  readonly head: Head;
  /** How many of them lost what was said. */
  readonly erased: number;
  /** The first thing that is wrong; null where nothing is. */
  readonly fault: Fault | null;
}

function faultOf(row: StoredDecision, expected: string, prev: string): Fault | null {
  const { seq } = row;
  if (seq !== expected) return { kind: 'missing', seq: expected, next: seq };
  if (row.form !== chainForm) return { kind: 'form-unknown', seq };
  if (row.prev !== prev) return { kind: 'unlinked', seq };
  if (decisionDigest(row) !== row.hash) return { kind: 'altered', seq };
  if (row.words !== null && wordsDigest(row.salt ?? Buffer.alloc(0), row.words) !== row.wordsDigest)
    return { kind: 'words-altered', seq };
  return null;
}

/**
 * Goes along the chain, in the order of its numbers, to the first row that is wrong. A chain alone
 * cannot tell that its end was cut off, nor that all of it was written anew: a noted head can.
 */
export async function checkChain(
  rows: AsyncIterable<StoredDecision>,
  noted: Head | null,
): Promise<Checked> {
  let count = 0;
  let erased = 0;
  let head: Head = { seq: '0', hash: chainStart };
  let fault: Fault | null = null;
  for await (const row of rows) {
    fault = faultOf(row, String(count + 1), head.hash);
    if (fault === null && row.seq === noted?.seq && row.hash !== noted.hash)
      fault = { kind: 'rewritten', seq: row.seq };
    if (fault !== null) break;
    count += 1;
    head = { seq: row.seq, hash: row.hash };
    if (row.wordsDigest !== '' && row.words === null) erased += 1;
  }
  if (fault === null && noted !== null && BigInt(noted.seq) > BigInt(count))
    fault = { kind: 'cut', seq: String(count), noted: noted.seq };
  return { count, head, erased, fault };
}
