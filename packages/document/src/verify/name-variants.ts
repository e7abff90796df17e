import { JOINT } from './prepare-version.ts';
import { markClass, type Keyed } from './verify-key.ts';

/** How a quotation may differ from the text and still have its words. */
export const variants = [
  'quotation-marks',
  'dashes',
  'ellipsis',
  'width',
  'case',
  'hanzi',
  'line-breaks',
  'spaces',
  'unseen',
] as const;
export type Variant = (typeof variants)[number];

function ofCharacters(left: string, right: string): Variant | null {
  if (left === right) return null;
  const mark = markClass(left) ?? markClass(right);
  if (mark === '"' || mark === "'") return 'quotation-marks';
  if (mark === '-') return 'dashes';
  if (mark === '...') return 'ellipsis';
  if (mark === '.') return 'width';
  const wide = [left.normalize('NFKC'), right.normalize('NFKC')] as const;
  if (wide[0] === wide[1]) return 'width';
  if (wide[0].toLowerCase() === wide[1].toLowerCase())
    return wide[0] === left && wide[1] === right ? 'case' : 'width';
  return 'hanzi';
}

const onlySpace = /^\s*$/u;

/** `text` is what stands between two characters of the text, `quoted` what does in the quotation. */
function ofGaps(text: string, quoted: string): Variant | null {
  if (text === quoted) return null;
  if (!onlySpace.test(text) || !onlySpace.test(quoted)) return 'unseen';
  // Between segments the text has no character of its own: any space or none shows it.
  if (text.includes(JOINT)) return null;
  return /[\n\r\u2028\u2029]/u.test(quoted) ? 'line-breaks' : 'spaces';
}

const endOf = (text: string, index: number): number =>
  index + ((text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1);

interface Side {
  readonly text: string;
  readonly keyed: Keyed;
  /** Where the common key begins in the key of this text. */
  readonly at: number;
}

/** In what two texts with the same key of `length` units differ. */
export function nameVariants(source: Side, quotation: Side, length: number): readonly Variant[] {
  const found = new Set<Variant>();
  const place = ({ keyed, at }: Side, n: number): number => keyed.from[at + n] ?? 0;
  const character = (side: Side, n: number): string => {
    const index = place(side, n);
    return side.text.slice(index, endOf(side.text, index));
  };
  const gap = (side: Side, n: number): string =>
    side.text.slice(endOf(side.text, place(side, n - 1)), place(side, n));
  for (let n = 0; n < length; n += 1) {
    const variant = ofCharacters(character(source, n), character(quotation, n));
    if (variant !== null) found.add(variant);
    // One character may fold to several: then nothing stands between them.
    const isInside =
      n === 0 ||
      place(source, n) === place(source, n - 1) ||
      place(quotation, n) === place(quotation, n - 1);
    const between = isInside ? null : ofGaps(gap(source, n), gap(quotation, n));
    if (between !== null) found.add(between);
  }
  return variants.filter((variant) => found.has(variant));
}
