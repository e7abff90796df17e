/** Operators of a query, as they are written before a colon. */
export const searchOperators = [
  'by',
  'tag',
  'in',
  'kind',
  'layer',
  'work',
  'since',
  'until',
  'is',
] as const;
export type SearchOperator = (typeof searchOperators)[number];

export interface SearchTerm {
  readonly text: string;
  /** Words in quotation marks stand together, as they are. */
  readonly phrase: boolean;
  /** A text that has it is left out. */
  readonly not: boolean;
}

export interface SearchQuery {
  readonly terms: readonly SearchTerm[];
  readonly operators: readonly { readonly name: SearchOperator; readonly value: string }[];
}

const quotes: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '「': '」',
  '『': '』',
  '«': '»',
};
const operator = new RegExp(`^(${searchOperators.join('|')})[:：]`, 'iu');
const blank = /\s/u;

/**
 * Reads what a person typed: words, "phrases", -left out, and operators such as `tag:x` or
 * `by:"a name"`, with either colon. Nothing is an error: a quotation mark that is never closed
 * holds to the end, and what is no operator is a word. Takes time in proportion to its length.
 */
export function parseSearch(input: string): SearchQuery {
  const terms: SearchTerm[] = [];
  const operators: { name: SearchOperator; value: string }[] = [];
  const text = input.normalize('NFC');
  let at = 0;

  /** A word or a quotation from here on, and moves behind it. */
  const value = (): { readonly text: string; readonly quoted: boolean } => {
    const closing = quotes[text[at] ?? ''];
    if (closing !== undefined) {
      const end = text.indexOf(closing, at + 1);
      const to = end === -1 ? text.length : end;
      const words = text.slice(at + 1, to);
      at = to + 1;
      return { text: words.trim(), quoted: true };
    }
    const begin = at;
    while (at < text.length && !blank.test(text[at] ?? '') && quotes[text[at] ?? ''] === undefined)
      at += 1;
    return { text: text.slice(begin, at), quoted: false };
  };

  while (at < text.length) {
    if (blank.test(text[at] ?? '')) {
      at += 1;
      continue;
    }
    const named = operator.exec(text.slice(at, at + 12));
    if (named !== null) {
      at += named[0].length;
      const name = (named[1] ?? '').toLowerCase() as SearchOperator;
      const found = value();
      if (found.text !== '') operators.push({ name, value: found.text });
      continue;
    }
    const not = text[at] === '-' && at + 1 < text.length && !blank.test(text[at + 1] ?? '');
    if (not) at += 1;
    const found = value();
    if (found.text !== '') terms.push({ text: found.text, phrase: found.quoted, not });
  }
  return { terms, operators };
}
