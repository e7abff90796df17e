import { codePointLength, codePointSlice, occurrences } from './offsets.ts';
import { fail, ok, type Result } from './result.ts';

/** Code points of one segment's text, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A range with the words it covers and those around it, all from the same segment. */
export interface TextSelector extends TextRange {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export type SelectorFailure = 'out-of-range' | 'empty' | 'mismatch';
export type LocateFailure = 'empty' | 'absent' | 'ambiguous';

const CONTEXT = 32;

export function describeRange(
  text: string,
  { start, end }: TextRange,
  context = CONTEXT,
): Result<TextSelector, SelectorFailure> {
  const isWhole = Number.isInteger(start) && Number.isInteger(end);
  if (!isWhole || start < 0 || end > codePointLength(text)) return fail('out-of-range');
  if (start >= end) return fail('empty');
  return ok({
    start,
    end,
    exact: codePointSlice(text, start, end),
    prefix: codePointSlice(text, start - context, start),
    suffix: codePointSlice(text, end, end + context),
  });
}

/** Strict: the words, and what stands around them, must be where the selector says. */
export function resolveSelector(
  text: string,
  selector: TextSelector,
): Result<TextRange, SelectorFailure> {
  const described = describeRange(text, selector, Infinity);
  if (!described.ok) return described;
  const { exact, prefix, suffix, start, end } = described.value;
  const fits =
    exact === selector.exact &&
    prefix.endsWith(selector.prefix) &&
    suffix.startsWith(selector.suffix);
  return fits ? ok({ start, end }) : fail('mismatch');
}

// One code point for one, so that offsets in the folded text are offsets in the text.
const KEYBOARD: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '，': ',',
  '：': ':',
  '；': ';',
  '（': '(',
  '）': ')',
  '！': '!',
  '？': '?',
  '\u00a0': ' ',
};

/** The text with the punctuation of a keyboard, one code point for one. */
export function asTyped(text: string): string {
  return [...text].map((char) => KEYBOARD[char] ?? char).join('');
}

/**
 * "The words you mean": a quotation that must stand exactly once. Where it does not stand at all
 * it is sought again with keyboard punctuation on both sides, never with other words.
 */
export function locateQuotation(text: string, quotation: string): Result<TextRange, LocateFailure> {
  const wanted = quotation.normalize('NFC').trim();
  if (wanted === '') return fail('empty');
  const exact = occurrences(text, wanted);
  const found = exact.length > 0 ? exact : occurrences(asTyped(text), asTyped(wanted));
  const [start, second] = found;
  if (start === undefined) return fail('absent');
  if (second !== undefined) return fail('ambiguous');
  return ok({ start, end: start + codePointLength(wanted) });
}
