export const promotionStates = ['asked', 'consented', 'refused', 'cancelled'] as const;
export type PromotionState = (typeof promotionStates)[number];

/** How the author of a note is named where it is quoted. */
export const creditWays = ['name', 'pseudonym', 'anonymous'] as const;
export type CreditWay = (typeof creditWays)[number];

/** What a question of permission is about: somebody's note that a commentary asks for. */
export interface AboutPromotion {
  readonly state: PromotionState;
  /** A release quotes it: what is frozen is agreed for good. */
  readonly isUsed: boolean;
}

export const promotionRules = {
  /** Its author says yes, says otherwise how they are named, or says no, also after a yes. */
  answer: ({ state, isUsed }: AboutPromotion) => state !== 'cancelled' && !isUsed,
  /** The authors of the commentary ask for it no more. */
  cancel: ({ state, isUsed }: AboutPromotion) =>
    (state === 'asked' || state === 'consented') && !isUsed,
} as const satisfies Record<string, (about: AboutPromotion) => boolean>;

/** Words of a note as they may be quoted. */
export interface Quotation {
  readonly n: number;
  readonly how: CreditWay;
  /** Empty where its author is not named. */
  readonly credit: string;
  /** Markdown, as it was when its author consented. */
  readonly words: string;
  /** ISO 8601. */
  readonly written: string;
  /** The note it is from, where everybody may read it and its author is named. */
  readonly note: string | null;
  /** In which the commentary is written, by BCP 47. */
  readonly language: string;
}

/** Whom a release thanks for words that it quotes. */
export interface Acknowledgement {
  readonly how: CreditWay;
  readonly credit: string;
  /** Labels of the parts that quote them. */
  readonly parts: readonly string[];
}

export const quotationMark = (n: number): string => `[[quote:${String(n)}]]`;
const mark = /^ {0,3}\[\[quote:([1-9]\d{0,5})\]\]\s*$/;

const escaped = (text: string): string =>
  text.replaceAll(/\s+/gu, ' ').replaceAll(/[\\`*_{}[\]()#+\-.!<>&|~@^:]/g, '\\$&');

/*
 * Markdown has one set of footnotes and of link definitions for a whole text: those of a quotation must
 * not meet those of the part that quotes it.
 */
const apart = (words: string, n: number): string =>
  words
    .replaceAll(/\[\^([^\]\s]+)\]/g, `[^q${String(n)}-$1]`)
    .replaceAll(/^( {0,3})\[(?!\^)(?=[^\]\n]+\]:)/gm, '$1\\[');

const nobody = (language: string): string => (language.startsWith('zh') ? '一位读者' : 'A reader');

function quote({ n, how, credit, words, written, note, language }: Quotation): string[] {
  const by = how === 'anonymous' ? nobody(language) : escaped(credit);
  const source = note === null ? '' : `, [[#${note}]]`;
  return [
    '',
    ...apart(words, n)
      .split('\n')
      .map((line) => (line === '' ? '>' : `> ${line}`)),
    '',
    // Outside of the quotation: nothing that is left open in it reaches its byline.
    `— ${by}, ${written.slice(0, 10)}${source}`,
    '',
  ];
}

export interface Quoting {
  readonly body: string;
  /** Numbers of what it quotes. */
  readonly quoted: readonly number[];
  /** Marks that quote nothing: none was consented to, or it stands here already. */
  readonly unmet: readonly string[];
}

/** The words of a part with its quotations, each of which stands on a line by its mark, and once in a part. */
export function withQuotations(body: string, quotations: ReadonlyMap<number, Quotation>): Quoting {
  const quoted = new Set<number>();
  const unmet: string[] = [];
  const lines = body.split('\n').flatMap((line) => {
    const found = mark.exec(line);
    if (found === null) return [line];
    const n = Number(found[1]);
    const quotation = quoted.has(n) ? undefined : quotations.get(n);
    if (quotation === undefined) {
      unmet.push(`quote:${String(n)}`);
      return [line];
    }
    quoted.add(n);
    return quote(quotation);
  });
  return { body: lines.join('\n'), quoted: [...quoted], unmet };
}

/** Whom to thank, in the order in which they are quoted first. */
export function acknowledge(
  parts: readonly { readonly label: string; readonly quoted: readonly number[] }[],
  quotations: ReadonlyMap<number, Quotation>,
): Acknowledgement[] {
  const found = new Map<string, { how: CreditWay; credit: string; parts: string[] }>();
  for (const { label, quoted } of parts)
    for (const n of quoted) {
      const quotation = quotations.get(n);
      if (quotation === undefined) continue;
      const { how, credit } = quotation;
      const key = `${how} ${credit}`;
      const known = found.get(key) ?? { how, credit, parts: [] };
      if (label !== '' && !known.parts.includes(label)) known.parts.push(label);
      found.set(key, known);
    }
  return [...found.values()];
}
