import type { NumeralStyle } from './model.ts';
import { fail, ok, type Result } from './result.ts';

export type NumeralFailure = 'malformed' | 'out-of-range';

const ROMAN: readonly (readonly [string, number])[] = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];
const DIGITS = '零一二三四五六七八九';
const UNITS: readonly (readonly [string, number])[] = [
  ['千', 1000],
  ['百', 100],
  ['十', 10],
  ['', 1],
];
const HIGHEST = { roman: 3999, hanzi: 9999 } as const;

const isCountable = (n: number, highest: number): boolean =>
  Number.isInteger(n) && n >= 1 && n <= highest;

export function toRoman(n: number): Result<string, NumeralFailure> {
  if (!isCountable(n, HIGHEST.roman)) return fail('out-of-range');
  let rest = n;
  let out = '';
  for (const [sign, value] of ROMAN) {
    while (rest >= value) {
      out += sign;
      rest -= value;
    }
  }
  return ok(out);
}

export function fromRoman(text: string): Result<number, NumeralFailure> {
  const signs = text.toUpperCase();
  let n = 0;
  let at = 0;
  for (const [sign, value] of ROMAN) {
    while (signs.startsWith(sign, at)) {
      n += value;
      at += sign.length;
    }
  }
  // Only the regular spelling: IIII and VX are not numerals.
  const back = toRoman(n);
  return back.ok && back.value === signs ? ok(n) : fail('malformed');
}

export function toHanzi(n: number): Result<string, NumeralFailure> {
  if (!isCountable(n, HIGHEST.hanzi)) return fail('out-of-range');
  let out = '';
  let skipped = false;
  for (const [unit, value] of UNITS) {
    const digit = Math.floor(n / value) % 10;
    if (digit === 0) {
      skipped = out !== '';
      continue;
    }
    out += (skipped ? '零' : '') + DIGITS.charAt(digit) + unit;
    skipped = false;
  }
  return ok(out.replace(/^一十/u, '十'));
}

export function fromHanzi(text: string): Result<number, NumeralFailure> {
  let n = 0;
  let digit: number | null = null;
  for (const char of text.replaceAll('〇', '零')) {
    const value = UNITS.find(([unit]) => unit === char)?.[1];
    if (value !== undefined) {
      n += (digit ?? 1) * value;
      digit = null;
    } else {
      const found = DIGITS.indexOf(char);
      if (found === -1) return fail('malformed');
      digit = found;
    }
  }
  n += digit ?? 0;
  const back = toHanzi(n);
  const isRegular = back.ok && (back.value === text || `一${back.value}` === text);
  return isRegular ? ok(n) : fail('malformed');
}

/** The numeral that opens headings and citations: `(三)`, `（三）`, `三、`, `第三`, `III,`, `(3)`. */
export function parseNumeral(printed: string): Result<number, NumeralFailure> {
  // NFKC is safe for a numeral read and thrown away; it must never touch a text.
  const bare = printed
    .normalize('NFKC')
    .trim()
    .replace(/^[(第]/u, '')
    .replace(/[),.、:]+$/u, '')
    .trim();
  if (/^\d{1,6}$/.test(bare)) return ok(Number(bare));
  if (/^[ivxlcdm]+$/i.test(bare)) return fromRoman(bare);
  return fromHanzi(bare);
}

/** Digits where the style has no sign for the number. */
export function formatNumeral(n: number, style: NumeralStyle): string {
  const written =
    style === 'roman-upper' ? toRoman(n) : style === 'decimal' ? ok(String(n)) : toHanzi(n);
  const text = written.ok ? written.value : String(n);
  return style === 'ordinal-hanzi' ? `第${text}` : text;
}
