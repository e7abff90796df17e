import type { ApparatusView } from '@glossator/contract';
import type { Alias, Uid, Unit } from '@glossator/document';
import { LRUCache } from 'lru-cache';
import type { Db } from '../../db/client.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound, Refusal } from '../../refusal.ts';
import {
  aliasesOf,
  apparatusOf,
  editionHeads,
  formerStructures,
  limbsOf,
  textsOf,
  unitsOf,
  type EditionHead,
  type TextRow,
} from './repository.ts';

/** The units of a work in document order, and its former addresses. */
export interface Structure {
  readonly units: readonly Unit[];
  readonly aliases: readonly Alias[];
  readonly byUid: ReadonlyMap<string, Unit>;
}

/** One frozen version of an edition. */
export interface VersionText {
  readonly texts: ReadonlyMap<string, TextRow>;
  readonly limbs: Readonly<Record<string, { sentence: string; start: number; end: number }>>;
  readonly apparatus: readonly ApparatusView[];
}

/** How a work was divided up to and with a version. */
export interface FormerStructure {
  readonly last: number;
  readonly structure: Structure;
}

/** A work as it stands: its editions are asked anew each time, frozen words are remembered. */
export interface LoadedWork {
  readonly id: number;
  readonly head: EditionHead;
  readonly editions: readonly EditionHead[];
  readonly structure: Structure;
  /** Earlier ways in which it was divided, the oldest first. */
  readonly formers: readonly FormerStructure[];
  /** Ids of the versions that are divided like this: those after one, up to another. */
  readonly span: { readonly after: number; readonly last: number };
}

export interface TextStore {
  readonly work: (slug: string) => Promise<LoadedWork | null>;
  /**
   * The work as it was when last asked for: enough to know a unit or a version, which never change,
   * never enough to say who may read an edition. Asks only what has not been asked before.
   */
  readonly recent: (slug: string) => Promise<LoadedWork | null>;
  readonly version: (versionId: number) => Promise<VersionText>;
}

interface Structures {
  readonly structure: Structure;
  readonly formers: readonly FormerStructure[];
}

const structureFrom = (units: readonly Unit[], aliases: readonly Alias[]): Structure => ({
  units,
  aliases,
  byUid: new Map(units.map((each) => [each.uid, each])),
});

async function loadStructures(db: Db, workId: number): Promise<Structures> {
  const formers = await formerStructures(db, workId);
  return {
    structure: await loadStructure(db, workId),
    formers: formers.map(({ last, units, aliases }) => ({
      last,
      structure: structureFrom(units, aliases),
    })),
  };
}

async function loadStructure(db: Db, workId: number): Promise<Structure> {
  const rows = await unitsOf(db, workId);
  const aliases = await aliasesOf(db, workId);
  const units = rows.map(({ uid, path, kind, role, ord, parentUid }): Unit => ({
    uid: uid as Uid,
    path,
    kind,
    role: role === 'none' ? null : role,
    ord,
    parent: parentUid as Uid | null,
  }));
  return structureFrom(
    units,
    aliases.map(({ path, uid, successors, reason }) => ({
      path,
      uid: uid as Uid,
      successors: successors as Uid[],
      reason,
    })),
  );
}

async function loadVersion(db: Db, versionId: number): Promise<VersionText> {
  // One after the other: inside a transaction there is one connection.
  const texts = await textsOf(db, versionId);
  const limbs = await limbsOf(db, versionId);
  const apparatus = await apparatusOf(db, versionId);
  return {
    texts: new Map(texts.map((each) => [each.uid, each])),
    limbs: Object.fromEntries(
      limbs.map((each) => [
        each.uid,
        { sentence: each.sentenceUid, start: each.startAt, end: each.endAt },
      ]),
    ),
    apparatus,
  };
}

/** Who asks for a text: what is not public is read by those alone who have it among their works. */
export type TextReader = Pick<Viewer, 'works'>;

/** What everybody reads: public works alone. */
export const everyone: TextReader = { works: [] };

/** True where the words of the work may be read, as far as its editions are not withheld. */
export const mayRead = (
  { works }: TextReader,
  { work_id: id, standing }: Pick<EditionHead, 'work_id' | 'standing'>,
): boolean => standing === 'public' || (standing !== 'withdrawn' && works.includes(id));

/** What was public says to everybody that it is gone, and why; what never was, is not there. */
function requireReader(reader: TextReader, { head }: LoadedWork): void {
  if (mayRead(reader, head)) return;
  if (head.standing !== 'withdrawn') throw notFound();
  throw new Refusal('work-withdrawn', 'This text has been withdrawn.', {
    titles: head.titles,
    withdrawn: head.withdrawn,
    reason: head.withdrawal_reason,
    words: head.withdrawal_words,
  });
}

/**
 * The work as it is now, for who may see a work and an edition is asked, not remembered; 404 where
 * there is none for this reader.
 */
export async function requireWork(
  texts: Pick<TextStore, 'work'>,
  slug: string,
  reader: TextReader,
): Promise<LoadedWork> {
  const work = await texts.work(slug);
  if (work === null) throw notFound();
  requireReader(reader, work);
  return work;
}

/**
 * The work that something stands in which was found under rights of its own: a note in a layer, an
 * assignment, a commentary, a release. It says where that is; whether its words are shown is said by
 * `chooseVersions` and `isWithheld` all the same.
 */
export async function workAround(
  texts: Pick<TextStore, 'work'>,
  slug: string,
): Promise<LoadedWork> {
  const work = await texts.work(slug);
  if (work === null) throw notFound();
  return work;
}

async function freshly<Found>(
  texts: TextStore,
  slug: string,
  use: (work: LoadedWork) => Found,
): Promise<Found> {
  const recent = await texts.recent(slug);
  if (recent === null) throw notFound();
  try {
    return use(recent);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const now = await texts.work(slug);
    if (now === null || isSame(now, recent)) throw refusal;
    return use(now);
  }
}

const isSame = (now: LoadedWork, before: LoadedWork): boolean =>
  now.structure === before.structure && now.head.standing === before.head.standing;

/**
 * What `use` finds in the work as it was when last asked for, or, where that refuses, in the work
 * as it is now: another process may have loaded a version since. Where another process has just
 * withdrawn it, addresses are still told and no words; nothing public is written, for the database
 * asks again.
 */
export const inWork = <Found>(
  texts: TextStore,
  slug: string,
  reader: TextReader,
  use: (work: LoadedWork) => Found,
): Promise<Found> =>
  freshly(texts, slug, (work) => {
    requireReader(reader, work);
    return use(work);
  });

/** The same for what was found under rights of its own; see `workAround`. */
export const aroundWork = freshly;

export function makeTextStore(db: Db): TextStore {
  // Both are immutable under their keys: a structure changes only when a version is added.
  const structures = new LRUCache<string, Promise<Structures>>({ max: 100 });
  const versions = new LRUCache<number, Promise<VersionText>>({ max: 300 });
  const works = new LRUCache<string, LoadedWork>({ max: 100 });

  function remember<Key extends string | number, Value>(
    cache: LRUCache<Key, Promise<Value>>,
    key: Key,
    load: () => Promise<Value>,
  ): Promise<Value> {
    const known = cache.get(key);
    if (known !== undefined) return known;
    const loading = load();
    cache.set(key, loading);
    // A failure is not remembered.
    loading.catch(() => cache.delete(key));
    return loading;
  }

  async function work(slug: string): Promise<LoadedWork | null> {
    const editions = await editionHeads(db, slug);
    const [head] = editions;
    if (head === undefined) return null;
    const newest = Math.max(...editions.map((each) => each.version_id));
    const key = `${String(head.work_id)}:${String(newest)}`;
    const known = await remember(structures, key, () => loadStructures(db, head.work_id));
    const after = known.formers.at(-1)?.last ?? 0;
    const span = { after, last: Number.MAX_SAFE_INTEGER };
    const loaded = { id: head.work_id, head, editions, ...known, span };
    works.set(slug, loaded);
    return loaded;
  }

  return {
    work,
    recent: async (slug) => works.get(slug) ?? work(slug),
    version: (versionId) => remember(versions, versionId, () => loadVersion(db, versionId)),
  };
}
