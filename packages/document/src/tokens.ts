/** Raised whenever the same text may give other tokens; stored tokens of older number are made anew. */
export const tokenizerVersion = 1;

const run = /\p{Script=Han}+|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’](?=\p{L}))*/gu;
const isHan = (text: string): boolean => /^\p{Script=Han}/u.test(text);

/** Longer words are cut: the index holds no word of any length, and nobody types one. */
const longestWord = 64;

/** Hanzi and words in the order they stand; `text` is folded. */
function* runsOf(text: string): Generator<string> {
  for (const [found] of text.matchAll(run)) {
    // Hanzi and letters of other scripts touch without a space: "WTO规则".
    for (const part of found.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []) yield part;
  }
}

const wordOf = (text: string): string =>
  [...text.replaceAll('’', "'")].slice(0, longestWord).join('');

/**
 * What a folded text is found by, each once: its words, and of hanzi each one and each two that
 * touch. Text without spaces needs no dictionary then: whatever stands in it is found.
 */
export function tokensOf(text: string): readonly string[] {
  const tokens = new Set<string>();
  for (const part of runsOf(text)) {
    if (!isHan(part)) {
      tokens.add(wordOf(part));
      continue;
    }
    const hanzi = [...part];
    for (const [n, each] of hanzi.entries()) {
      tokens.add(each);
      const next = hanzi[n + 1];
      if (next !== undefined) tokens.add(each + next);
    }
  }
  return [...tokens];
}

export interface Wanted {
  /** Tokens a text must have. */
  readonly whole: readonly string[];
  /** Beginnings of words it must have. */
  readonly beginnings: readonly string[];
}

/**
 * What a folded term asks for. Hanzi ask for their pairs, or for the one; the last word of a term
 * that is not a phrase may go on.
 */
export function wantedOf(term: string, isPhrase: boolean): Wanted {
  const whole = new Set<string>();
  const beginnings = new Set<string>();
  const parts = [...runsOf(term)];
  for (const [n, part] of parts.entries()) {
    const hanzi = [...part];
    if (isHan(part)) {
      if (hanzi.length === 1) whole.add(part);
      for (let at = 0; at + 1 < hanzi.length; at += 1)
        whole.add(`${hanzi[at] ?? ''}${hanzi[at + 1] ?? ''}`);
    } else if (!isPhrase && n === parts.length - 1 && hanzi.length >= 2) {
      beginnings.add(wordOf(part));
    } else {
      whole.add(wordOf(part));
    }
  }
  return { whole: [...whole], beginnings: [...beginnings] };
}
