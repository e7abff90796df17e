import type { Pointing } from '@glossator/contract';
import { formatRange } from '@glossator/document';
import type { Db } from '../../db/client.ts';
import type { Viewer } from '../../plugins/session.ts';
import { oneAnnotation, type AnnotationRow } from '../annotations/rows.ts';
import { addressBetween } from '../works/address.ts';
import type { LoadedWork, TextStore } from '../works/text-store.ts';
import { isWithheld } from '../works/service.ts';
import { Refusal } from '../../refusal.ts';
import { findPlace, unresolved, type Place } from './find-place.ts';
import { findWords } from './find-words.ts';
import type { SentAnnotation } from './read-annotation.ts';
import type { SentTarget } from './read-target.ts';
import { noteNamed } from './said.ts';

/** What an annotation points at, as a form of ours would say it. */
export type Aim =
  | { readonly kind: 'reply'; readonly parent: AnnotationRow }
  | {
      readonly kind: 'thread';
      readonly target: string;
      readonly pointing?: Pointing;
      /** The edition versions it names. */
      readonly seen: readonly string[];
    };

export interface Ground {
  readonly db: Db;
  readonly texts: TextStore;
  readonly origin: string;
  readonly work: LoadedWork;
  readonly viewer: Viewer;
}

type Clause = Extract<Place, { kind: 'clause' }>;

const isUuid = (name: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(name);

/** The id of a note by the last part of its IRI; null where nothing goes by it. */
export const idOfName = (db: Db, workId: number, name: string): Promise<string | null> =>
  isUuid(name) ? Promise.resolve(name.toLowerCase()) : noteNamed(db, workId, name);

/** A public note of this work, as the container tells of it. */
async function publicNote({ db, work, viewer }: Ground, name: string): Promise<AnnotationRow> {
  const id = await idOfName(db, work.id, name);
  const row = id === null ? null : await oneAnnotation(db, viewer, id);
  if (row?.work_id !== work.id || row.layer !== 'public' || row.state !== 'published')
    throw unresolved('The target names no note');
  return row;
}

async function aimAtNote(ground: Ground, name: string, isReply: boolean): Promise<Aim> {
  const row = await publicNote(ground, name);
  if (isReply) return { kind: 'reply', parent: row };
  return {
    kind: 'thread',
    target: addressBetween(ground.work.structure, row.from_uid, row.to_uid),
    pointing: { kind: 'note', annotation: row.id },
    seen: [],
  };
}

async function aimAtEntry(
  { texts, work, viewer }: Ground,
  { edition, number }: Extract<Place, { kind: 'entry' }>,
): Promise<Aim> {
  const head = work.editions.findLast((each) => each.edition_id === edition);
  if (head === undefined) throw unresolved('The target names no edition');
  if (isWithheld(head, viewer))
    throw new Refusal('edition-withheld', 'The words of this edition are not shown here.');
  const { apparatus } = await texts.version(head.version_id);
  const uid = apparatus.find((each) => each.number === number)?.loci[0]?.uid;
  const unit = uid === undefined ? undefined : work.structure.byUid.get(uid);
  if (unit === undefined) throw unresolved('The target names no entry');
  return {
    kind: 'thread',
    target: unit.path,
    pointing: { kind: 'entry', edition, number },
    seen: [`${edition}:${head.version}`],
  };
}

/** The one edition version that words are of. */
function pinOf({ pins }: Clause): { readonly edition: string; readonly version: string } {
  const [pin, second] = pins;
  if (pin === undefined || second !== undefined)
    throw unresolved(
      'Words are those of one edition version, which the source has to name: nothing is found',
    );
  return pin;
}

interface Part {
  readonly place: Clause;
  readonly sent: SentTarget;
}
type Locus = Exclude<Extract<Pointing, { kind: 'hinge' }>['loci'][number], { words: string }>;

const hasWords = ({ quote, position }: SentTarget): boolean => quote !== null || position !== null;

async function locusOf({ texts, work, viewer }: Ground, { place, sent }: Part): Promise<Locus> {
  const pin = pinOf(place);
  if (hasWords(sent)) return findWords(texts, work, viewer, { focus: place.focus, ...pin }, sent);
  if (place.focus.kind !== 'segment') throw unresolved('A side of a hinge names no clause');
  return { ...pin, at: place.focus.address };
}

/** Words of one edition, in a row; or two places in two editions. */
async function aimAtWords(ground: Ground, parts: readonly Part[]): Promise<Aim> {
  const loci = await Promise.all(parts.map((part) => locusOf(ground, part)));
  const seen = [...new Set(loci.map(({ edition, version }) => `${edition}:${version}`))];
  const { units } = ground.work.structure;
  const at = loci.map((locus) => units.findIndex(({ path }) => path === locus.at));
  const path = (n: number): string => units[n]?.path ?? '';
  const target = formatRange({ from: path(Math.min(...at)), to: path(Math.max(...at)) });
  const [first, second] = loci;
  const words = loci.flatMap((locus) => ('exact' in locus ? [locus] : []));
  if (seen.length === 1 && words.length === loci.length)
    return { kind: 'thread', target, pointing: { kind: 'range', loci: words }, seen };
  if (loci.length !== 2 || seen.length !== 2 || first === undefined || second === undefined)
    throw unresolved(
      'Several targets are words of one edition in a row, or the two sides of a hinge: nothing else is found',
    );
  return { kind: 'thread', target, pointing: { kind: 'hinge', loci: [first, second] }, seen };
}

/** Finds what an annotation points at in this work, or refuses it: nothing is guessed. */
export async function findAim(ground: Ground, annotation: SentAnnotation): Promise<Aim> {
  const { targets, motivations } = annotation;
  const isReply = motivations.includes('replying');
  const places = targets.map((sent) => ({
    sent,
    place: findPlace(ground.origin, ground.work, sent.iri),
  }));
  const [first, second] = places;
  if (first !== undefined && second === undefined && !hasWords(first.sent)) {
    const { place } = first;
    if (place.kind === 'note') return aimAtNote(ground, place.name, isReply);
    if (isReply) throw unresolved('A reply has a note as its target, which is not found');
    if (place.kind === 'entry') return aimAtEntry(ground, place);
    const seen = place.pins.map(({ edition, version }) => `${edition}:${version}`);
    return { kind: 'thread', target: place.focus.address, seen };
  }
  if (isReply) throw unresolved('A reply has a note as its target, which is not found');
  const parts = places.map(({ place, sent }) => {
    if (place.kind !== 'clause')
      throw unresolved('Words are those of a clause, which is not found');
    return { place, sent };
  });
  return aimAtWords(ground, parts);
}
