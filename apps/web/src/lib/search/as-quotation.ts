import { parseSearch } from '@glossator/document';

/** So many words, or hanzi, are more likely a sentence than something that is looked for. */
const fewestWords = 6;
const fewestHanzi = 8;

export interface AskedQuotation {
  readonly text: string;
  /** Whether it reads as a sentence, whatever was found by it. */
  readonly isSentence: boolean;
}

/** What is searched for, as a quotation that may stand in a text; null where it asks for something else. */
export function asQuotation(searched: string): AskedQuotation | null {
  const { terms, operators } = parseSearch(searched);
  const [first] = terms;
  if (first === undefined || operators.length > 0 || terms.some(({ not }) => not)) return null;
  const text = terms.length === 1 ? first.text : searched.trim();
  if ((text.match(/[\p{L}\p{N}]/gu) ?? []).length < 2) return null;
  const hanzi = text.match(/\p{Script=Han}/gu) ?? [];
  const words = text.match(/[^\s\p{Script=Han}]*\p{L}[^\s\p{Script=Han}]*/gu) ?? [];
  return { text, isSentence: words.length >= fewestWords || hanzi.length >= fewestHanzi };
}
