import type { LengthRatio, ProposedPair } from '../proposal.ts';
import { alignHeadings, headingsOf } from './align-headings.ts';
import { alignStretch, type Row } from './align-stretch.ts';
import { doubtOf } from './doubt.ts';
import type { Measured } from './measure.ts';

const LEAST_SPREAD = 0.16;
const MOST_SPREAD = 0.5;
const FIRST_SPREAD = 0.32;
const LEAST_SAMPLE = 8;
const LEAST_WEIGHT = 10;

const total = (units: readonly Measured[]): number =>
  units.reduce((sum, { weight }) => sum + weight, 0);
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Ratio and spread of the rows that hold one unit a side, robust against what is lost. */
function ratioOf(rows: readonly Row[], otherwise: LengthRatio): LengthRatio {
  const logs = rows.flatMap(({ left: [left, ...more], right: [right, ...others] }) => {
    if (left === undefined || right === undefined || more.length + others.length > 0) return [];
    if (left.depth !== null || Math.min(left.weight, right.weight) < LEAST_WEIGHT) return [];
    return [Math.log(right.weight / left.weight)];
  });
  if (logs.length < LEAST_SAMPLE) return otherwise;
  const middle = median(logs);
  const spread = 1.4826 * median(logs.map((log) => Math.abs(log - middle)));
  return {
    ratio: Math.exp(middle),
    spread: Math.min(MOST_SPREAD, Math.max(LEAST_SPREAD, spread)),
  };
}

interface Stretch {
  readonly left: readonly Measured[];
  readonly right: readonly Measured[];
  /** The headings that close it. */
  readonly closing: Row | null;
}

function stretchesOf(
  left: readonly Measured[],
  right: readonly Measured[],
  ratio: number,
): readonly Stretch[] {
  const pairs = alignHeadings(headingsOf(left), headingsOf(right), ratio);
  const stretches: Stretch[] = [];
  let i = 0;
  let j = 0;
  for (const [one, other] of pairs) {
    const closing = { left: [one.unit], right: [other.unit] };
    stretches.push({ left: left.slice(i, one.at), right: right.slice(j, other.at), closing });
    i = one.at + 1;
    j = other.at + 1;
  }
  return [...stretches, { left: left.slice(i), right: right.slice(j), closing: null }];
}

function rowsOf(
  stretches: readonly Stretch[],
  ratio: LengthRatio,
  onProgress: (fraction: number) => void,
): readonly Row[] {
  const all = stretches.reduce((sum, { left, right }) => sum + left.length + right.length, 1);
  let done = 0;
  return stretches.flatMap(({ left, right, closing }) => {
    const rows = alignStretch(left, right, ratio);
    done += left.length + right.length;
    onProgress(done / all);
    return closing === null ? rows : [...rows, closing];
  });
}

export function pairOf({ left, right }: Row, ratio: LengthRatio): ProposedPair {
  const ids = { left: left.map(({ id }) => id), right: right.map(({ id }) => id) };
  return { ...ids, doubt: doubtOf(left, right, ratio), checked: false };
}

export interface Aligned {
  readonly pairs: readonly ProposedPair[];
  readonly lengths: LengthRatio;
}

// A long stretch without a heading tells the ratio by its beginning.
const SAMPLE = 600;
const sampled = ({ left, right, closing }: Stretch): Stretch =>
  Math.max(left.length, right.length) <= SAMPLE
    ? { left, right, closing }
    : { left: left.slice(0, SAMPLE), right: right.slice(0, SAMPLE), closing };

/** All rows of two sides, in order. */
export function alignSides(
  left: readonly Measured[],
  right: readonly Measured[],
  onProgress: (fraction: number) => void,
): Aligned {
  const rough = { ratio: total(right) / Math.max(1, total(left)) || 1, spread: FIRST_SPREAD };
  const sample = stretchesOf(left, right, rough.ratio).map(sampled);
  const first = rowsOf(sample, rough, (done) => {
    onProgress(done / 2);
  });
  const better = ratioOf(first, rough);
  const rows = rowsOf(stretchesOf(left, right, better.ratio), better, (done) => {
    onProgress(0.5 + done / 2);
  });
  const last = ratioOf(rows, better);
  return { pairs: rows.map((row) => pairOf(row, last)), lengths: last };
}
