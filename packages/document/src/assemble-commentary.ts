import type { EditionVersion, Path, ShippedWork, Unit } from './model.ts';
import { codePointLength, occurrences } from './offsets.ts';
import { resolveAddress, resolvePath } from './resolve.ts';
import type {
  CommentaryLayers,
  NoteLocus,
  NotePlace,
  NoteTerms,
  ShippedCommentary,
  StoredNote,
  StoredPlace,
  StoredTerms,
  StoredUse,
  TermUse,
  TextualNote,
} from './textual-note.ts';

/*
 * Notes are committed beside the text they quote and proved by test: a quotation that does not stand
 * where it is said to is a bug, not an answer.
 */

interface Ground {
  readonly work: ShippedWork;
  readonly version: (edition: string) => EditionVersion;
}

/** The reading text a path names in an edition, and where it begins and ends: whole, or a limb's. */
function textOf(unit: Unit, { texts, limbs }: EditionVersion): [string, number, number] | null {
  const limb = limbs.find(({ uid }) => uid === unit.uid);
  const text = texts.find(({ uid }) => uid === (limb?.sentence ?? unit.uid))?.reading;
  if (text == null) return null;
  return [text, limb?.start ?? 0, limb?.end ?? codePointLength(text)];
}

/** Where the words stand: the only place, or of several the one that is named. */
function locus(
  ground: Ground,
  edition: string,
  path: Path,
  exact: string,
  nth?: number,
): NoteLocus {
  const said = `${edition} ${path} “${exact}”`;
  const unit = resolvePath(ground.work, path);
  if (!unit.ok) throw new Error(`${said}: ${unit.reason}`);
  const found = textOf(unit.value, ground.version(edition));
  if (found === null) throw new Error(`${said}: nothing stands there`);
  const [text, from, to] = found;
  const size = codePointLength(exact);
  const starts = occurrences(text, exact).filter((start) => start >= from && start + size <= to);
  const start = starts[(nth ?? 1) - 1];
  if (start === undefined) throw new Error(`${said}: absent`);
  if (nth === undefined && starts.length > 1) throw new Error(`${said}: ambiguous`);
  if (nth !== undefined && starts.length === 1) throw new Error(`${said}: stands once`);
  const uid = unit.value.kind === 'limb' ? (unit.value.parent ?? unit.value.uid) : unit.value.uid;
  return { edition, uid, start, end: start + size, exact };
}

function placeOf(ground: Ground, { at, words }: StoredPlace): NotePlace {
  const address = resolveAddress(ground.work, at);
  if (!address.ok) throw new Error(`${at}: ${address.reason}`);
  const loci = Object.entries(words ?? {}).map(([edition, exact]) =>
    locus(ground, edition, at, exact),
  );
  return { address: at, loci };
}

/** The term that a use is about: the next in its path, and inside the words that are quoted. */
function usesOf(ground: Ground, terms: StoredTerms): readonly TermUse[] {
  const version = ground.version(terms.source);
  const met = new Map<Path, number>();
  return terms.uses.map((use: StoredUse): TermUse => {
    const { at, source, target, nth, as, gap } = use;
    const unit = resolvePath(ground.work, at);
    const found = unit.ok ? textOf(unit.value, version) : null;
    if (!unit.ok || found === null) throw new Error(`${at}: no text`);
    const text = found[0];
    const stands = terms.forms
      .flatMap((form) => occurrences(text, form).map((start) => ({ start, form })))
      .toSorted((left, right) => left.start - right.start);
    const nextOne = met.get(at) ?? 0;
    met.set(at, nextOne + 1);
    const term = stands[nextOne];
    const end = (start: number, words: string): number => start + codePointLength(words);
    const start =
      term &&
      occurrences(text, source).find(
        (at) => at <= term.start && end(at, source) >= end(term.start, term.form),
      );
    if (start === undefined) throw new Error(`${at} “${source}”: not the next of its terms`);
    return {
      path: at,
      source: {
        edition: terms.source,
        uid: unit.value.uid,
        start,
        end: end(start, source),
        exact: source,
      },
      target: target === null ? null : locus(ground, terms.target, at, target, nth),
      as: target === null ? null : (as ?? target.toLowerCase()),
      gap: gap ?? null,
    };
  });
}

function termsOf(ground: Ground, { terms }: StoredNote): NoteTerms | null {
  if (terms === undefined) return null;
  const { source, target, forms } = terms;
  return { source, target, forms, uses: usesOf(ground, terms) };
}

/** A note on terms is about every place they are used in. */
function placesOf({ places, terms }: StoredNote): readonly StoredPlace[] {
  const used = new Set(terms?.uses.map(({ at }) => at));
  return [...places, ...[...used].map((at) => ({ at }))];
}

function noteOf(ground: Ground, note: StoredNote): TextualNote {
  return {
    ...note,
    places: placesOf(note).map((place) => placeOf(ground, place)),
    apparatus: note.apparatus.map((entry) => {
      const [edition = '', number = ''] = entry.split('/');
      const isThere = ground.version(edition).apparatus.some((known) => known.number === number);
      if (!isThere) throw new Error(`${note.number}: no ${entry} in the apparatus`);
      return { edition, number };
    }),
    terms: termsOf(ground, note),
    body: note.body.join('\n\n'),
  };
}

/** Joins the files of a commentary with the work it is about; throws where they do not fit. */
export function assembleCommentary(
  { words, introduction, entries }: CommentaryLayers,
  work: ShippedWork,
): ShippedCommentary {
  const version = (edition: string): EditionVersion => {
    const wanted = words.versions[edition];
    const found = work.versions.find((known) => known.edition.id === edition);
    if (found === undefined || found.version !== wanted)
      throw new Error(`${words.slug} is about ${edition} ${wanted ?? 'of no version'}`);
    return found;
  };
  const ground = { work, version };
  return {
    ...words,
    introduction: introduction.join('\n\n'),
    entries: entries.flat().map((note) => noteOf(ground, note)),
  };
}
