import {
  codePointLength,
  codePointSlice,
  comparePaths,
  occurrences,
  type ByPath,
  type Localised,
  type Path,
  type StoredApparatus,
  type StoredLedgerTerm,
  type StoredLedger,
  type StoredLedgerUse,
  type TermWords,
} from '../src/index.ts';

/** One use as a textual note states it; see `StoredUse` there. */
export interface StatedUse {
  readonly at: Path;
  readonly source: string;
  readonly target: string | null;
  readonly nth?: number;
  readonly as?: string;
  readonly gap?: string;
}

export interface TermDeclaration {
  readonly term: string;
  readonly definition: Localised;
  readonly preferred: string;
  /** How often it stands in the source. */
  readonly expected: number;
  readonly note?: string;
  /** What a note has stated of every use; then nothing else is declared. */
  readonly stated?: readonly StatedUse[];
  /**
   * What renders it wherever in a segment these words stand as often as the term does, in whatever
   * case; they answer to it in order.
   */
  readonly renders?: readonly string[];
  /**
   * Where that does not say it: what answers to each occurrence, quoted as it stands there, `norms#2`
   * where it is the second of several.
   */
  readonly at?: Readonly<Record<Path, readonly (string | null)[]>>;
  /** Forms of a word, and the one that stands for it: `systems: 'system'`. */
  readonly lemmas?: Readonly<Record<string, string>>;
}

interface Side {
  readonly text: ReadonlyMap<Path, string>;
}
interface Target extends Side {
  readonly apparatus: readonly StoredApparatus[];
}

const wordsAt = (text: string, start: number, exact: string): TermWords => ({
  start,
  end: start + codePointLength(exact),
  exact,
});

/** The gap that covers a segment of the target; of words lost from one that has others, the only one. */
function gapAt({ apparatus }: Target, path: Path): string {
  const covers = apparatus.filter(
    ({ kind, loci }) => kind === 'gap' && loci.some((locus) => locus.path === path),
  );
  const [gap, second] = covers;
  if (gap === undefined || second !== undefined) throw new Error(`no one gap at ${path}`);
  return gap.number;
}

function nth(text: string, exact: string, number: number | undefined, said: string): TermWords {
  const starts = occurrences(text, exact);
  const start = starts[(number ?? 1) - 1];
  if (start === undefined) throw new Error(`${said}: “${exact}” is not there`);
  if (number === undefined && starts.length > 1) throw new Error(`${said}: “${exact}” stands twice`);
  return wordsAt(text, start, exact);
}

/** Where the declared renderings stand, in order and apart from one another. */
function standing(text: string, renders: readonly string[]): TermWords[] {
  const pattern = renders
    .toSorted((left, right) => right.length - left.length)
    .map((words) => words.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))
    .join('|');
  if (pattern === '') return [];
  return [...text.matchAll(new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'giu'))].map(
    ({ 0: exact, index }) => wordsAt(text, codePointLength(text.slice(0, index)), exact),
  );
}

function answersAt(
  { term, renders = [], at = {} }: TermDeclaration,
  path: Path,
  text: string,
  count: number,
): (TermWords | null)[] {
  const said = `${term} at ${path}`;
  const declared = at[path];
  if (declared === undefined) {
    const found = standing(text, renders);
    if (found.length !== count)
      throw new Error(`${said}: ${count} times, and ${found.length} renderings: say which`);
    return found;
  }
  if (declared.length !== count) throw new Error(`${said}: stands ${count} times`);
  return declared.map((quoted) => {
    if (quoted === null) return null;
    const [exact = '', number] = quoted.split('#');
    return nth(text, exact, number === undefined ? undefined : Number(number), said);
  });
}

function renderingOf({ lemmas = {} }: TermDeclaration, words: string): string {
  const plain = words.toLowerCase();
  return lemmas[plain] ?? plain;
}

function found(declared: TermDeclaration, source: Side, target: Target): StoredLedgerUse[] {
  const paths = [...source.text.keys()].toSorted(comparePaths);
  return paths.flatMap((path) => {
    const starts = occurrences(source.text.get(path) ?? '', declared.term);
    if (starts.length === 0) return [];
    const text = target.text.get(path);
    const answers = text === undefined ? [] : answersAt(declared, path, text, starts.length);
    return starts.map((start, n): StoredLedgerUse => {
      const answer = answers[n] ?? null;
      return {
        path,
        source: wordsAt(source.text.get(path) ?? '', start, declared.term),
        target: answer,
        rendering: answer && renderingOf(declared, answer.exact),
        gap: text === undefined ? gapAt(target, path) : null,
      };
    });
  });
}

/** What a note has stated, each use with the occurrence of the term that it is about. */
function stated(declared: TermDeclaration, source: Side, target: Target): StoredLedgerUse[] {
  const met = new Map<Path, number>();
  return (declared.stated ?? []).map((use): StoredLedgerUse => {
    const said = `${declared.term} at ${use.at}`;
    const text = source.text.get(use.at) ?? '';
    const nextOne = met.get(use.at) ?? 0;
    met.set(use.at, nextOne + 1);
    const start = occurrences(text, declared.term)[nextOne];
    if (start === undefined || !use.source.includes(declared.term))
      throw new Error(`${said}: not there`);
    const answer =
      use.target === null ? null : nth(target.text.get(use.at) ?? '', use.target, use.nth, said);
    return {
      path: use.at,
      source: wordsAt(text, start, declared.term),
      target: answer,
      rendering: answer && renderingOf(declared, use.as ?? answer.exact),
      gap: use.gap ?? null,
    };
  });
}

function termOf(declared: TermDeclaration, source: Side, target: Target): StoredLedgerTerm {
  const { term, definition, preferred, note, expected, at = {} } = declared;
  const uses =
    declared.stated === undefined
      ? found(declared, source, target)
      : stated(declared, source, target).toSorted(
          (left, right) =>
            comparePaths(left.path, right.path) || left.source.start - right.source.start,
        );
  if (uses.length !== expected) throw new Error(`${term}: stands ${String(uses.length)} times`);
  for (const path of Object.keys(at))
    if (!uses.some((use) => use.path === path)) throw new Error(`${term} is not at ${path}`);
  for (const { path, source: words } of uses)
    if (codePointSlice(source.text.get(path) ?? '', words.start, words.end) !== words.exact)
      throw new Error(`${term} at ${path}: not there`);
  return { term, definition, preferred, note: note ?? null, uses };
}

interface BuiltEdition {
  readonly edition: { readonly id: string };
  readonly version: { readonly version: string };
  readonly text: ByPath<{ readonly reading: string | null }>;
  readonly apparatus: readonly StoredApparatus[];
}

const readingsOf = ({ text }: BuiltEdition): ReadonlyMap<Path, string> =>
  new Map(Object.entries(text).flatMap(([path, { reading }]) => (reading === null ? [] : [[path, reading]])));

/** The ledger of two editions; throws where a declaration does not fit what stands in them. */
export function buildTerms(
  declared: readonly TermDeclaration[],
  source: BuiltEdition,
  target: BuiltEdition,
  commentary = '',
): StoredLedger {
  const sourceSide = { text: readingsOf(source) };
  const targetSide = { text: readingsOf(target), apparatus: target.apparatus };
  const terms = declared.map((each) => termOf(each, sourceSide, targetSide));
  const first = ({ uses: [use] }: StoredLedgerTerm) => use ?? { path: '', source: { start: 0 } };
  return {
    source: source.edition.id,
    target: target.edition.id,
    versions: {
      [source.edition.id]: source.version.version,
      [target.edition.id]: target.version.version,
    },
    commentary,
    terms: terms.toSorted((left, right) => {
      const [one, other] = [first(left), first(right)];
      return (
        comparePaths(one.path, other.path) ||
        one.source.start - other.source.start ||
        // Of two that begin together the longer.
        right.term.length - left.term.length
      );
    }),
  };
}
