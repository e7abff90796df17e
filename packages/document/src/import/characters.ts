/** Scripts that put no spaces between words: lines of them are joined by nothing. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

export const isUnspaced = (character: string): boolean => UNSPACED.test(character);

/** The last code point, '' of nothing. */
export function lastOf(text: string): string {
  const unit = text.at(-1) ?? '';
  return /[\udc00-\udfff]/.test(unit) ? text.slice(-2) : unit;
}

/** The first code point, '' of nothing. */
export function firstOf(text: string): string {
  const code = text.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** How much a text says: letters and digits, a hanzi counting as one. */
export function weightOf(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

const STOP = /[.!?…。！？｡।॥؟۔։።။។]["”’'」』）》)\]»*_]*\s*$/u;
const CLOSED = /[.!?…。！？｡।॥؟۔։።။។:：;；]["”’'」』）》)\]»*_]*\s*$/u;

/** Whether the words end as a sentence does. */
export const endsSentence = (text: string): boolean => STOP.test(text);
/** Whether they end as a sentence or a clause does. */
export const endsClause = (text: string): boolean => CLOSED.test(text);
/** Whether they announce a list. */
export const announces = (text: string): boolean => /[:：—–]\s*$/u.test(text);
