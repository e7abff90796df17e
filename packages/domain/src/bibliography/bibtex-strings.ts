import { definedStrings } from './citation-js.ts';
import type { BibtexPassage } from './split-bibtex.ts';

/** `cj` of `@string{cj = "The Computer Journal"}`; null where it is malformed. */
export const stringName = (text: string): string | null =>
  /^@\s*string\s*[{(]\s*([A-Za-z_][\w:+-]*)\s*=/iu.exec(text)?.[1]?.toLowerCase() ?? null;

/** What stands outside of every value in braces or quotation marks, the bracket of the entry open. */
function bare(text: string): string {
  let depth = 0;
  let isQuoted = false;
  let kept = '';
  for (let i = text.search(/[{(]/u) + 1; i < text.length; i += 1) {
    const character = text.charAt(i);
    if (character === '\\') i += 1;
    else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    else if (character === '"' && depth === 0) isQuoted = !isQuoted;
    else if (depth === 0 && !isQuoted) kept += character;
  }
  return kept;
}

/** Without the key of an entry, which may hold any of the marks. */
const values = (text: string): string => {
  const kept = bare(text);
  return kept.slice(kept.indexOf(',') + 1);
};

/** Names that stand for a value defined elsewhere: `journal = cj # " (London)"`. */
const namesUsed = (text: string): readonly string[] =>
  [...values(text).matchAll(/[=#]\s*([A-Za-z_][\w:+-]*)(?![\w:+-]|\s*=)/gu)]
    .map(([, name]) => (name ?? '').toLowerCase())
    .filter((name) => !definedStrings.has(name));

interface Definition {
  readonly text: string;
  readonly order: number;
  /** Those before it that it draws on. */
  readonly uses: readonly Definition[];
  /** Of what it becomes: definitions that double each other grow beyond every memory. */
  readonly length: number;
}

export type Definitions =
  { readonly text: string } | { readonly unknown: string } | { readonly isTooLong: true };

const longest = 10_000;
/** Of all entries together, since each is read with its own definitions. */
const longestInAll = 5_000_000;

/** Definitions in the order of the text, as far as it has been passed. */
export class BibtexStrings {
  readonly #defined = new Map<string, Definition>();
  #order = 0;
  #spent = 0;

  /** Whether it is a definition that can be used. */
  define({ text }: BibtexPassage): boolean {
    const name = stringName(text);
    if (name === null) return false;
    const uses = namesUsed(text).map((used) => this.#defined.get(used));
    const known = uses.filter((each) => each !== undefined);
    if (known.length < uses.length) return false;
    this.#order += 1;
    const length = known.reduce((sum, each) => sum + each.length, text.length);
    this.#defined.set(name, { text, order: this.#order, uses: known, length });
    return true;
  }

  /** What has to stand before an entry so that it can be read by itself. */
  for({ text }: BibtexPassage): Definitions {
    const open: Definition[] = [];
    let length = 0;
    for (const name of namesUsed(text)) {
      const definition = this.#defined.get(name);
      if (definition === undefined) return { unknown: name };
      open.push(definition);
      length += definition.length;
    }
    this.#spent += length;
    if (length > longest || this.#spent > longestInAll) return { isTooLong: true };
    const needed = new Set<Definition>();
    for (let each = open.pop(); each !== undefined; each = open.pop()) {
      if (!needed.has(each)) open.push(...each.uses);
      needed.add(each);
    }
    const sorted = [...needed].sort((one, other) => one.order - other.order);
    return { text: sorted.map((each) => `${each.text}\n`).join('') };
  }
}
