import type { Path } from './model.ts';
import { comparePaths, isWithin, parsePath, type PathFailure } from './path.ts';
import { fail, ok, type Result } from './result.ts';

/** Both ends belong to the range, each with all that stands in it; equal for a single address. */
export interface PathRange {
  readonly from: Path;
  readonly to: Path;
}

export type RangeFailure = PathFailure | 'out-of-order' | 'nested';

/** `4.3.1.2-4.3.2.1`; an end inside the other, or equal to it, would be a second spelling. */
export function parseRange(text: string): Result<PathRange, RangeFailure> {
  const [from, to, more] = text.split('-');
  if (from === undefined || to === undefined || more !== undefined) return fail('malformed');
  for (const end of [from, to]) {
    const parsed = parsePath(end);
    if (!parsed.ok) return parsed;
  }
  if (isWithin(from, to) || isWithin(to, from)) return fail('nested');
  if (comparePaths(from, to) > 0) return fail('out-of-order');
  return ok({ from, to });
}

/** A path or a range, as the last part of a reader's address has it. */
export function parseAddress(text: string): Result<PathRange, RangeFailure> {
  if (text.includes('-')) return parseRange(text);
  const parsed = parsePath(text);
  return parsed.ok ? ok({ from: text, to: text }) : parsed;
}

export function formatRange({ from, to }: PathRange): string {
  return from === to ? from : `${from}-${to}`;
}
