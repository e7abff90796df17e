import type { LayerKind } from '@glossator/domain';
import { readCursor, writeCursor } from '../../cursor.ts';
import type { Db, Statement } from '../../db/client.ts';
import { notFound, Refusal } from '../../refusal.ts';
import {
  countPublicNotes,
  oneAnnotation,
  publicNoteBack,
  publicNotes,
  type AnnotationRow,
  type NoteCursor,
  type Reader,
} from '../annotations/rows.ts';
import { importSources } from '../exchange/sources.ts';
import { visitorReader } from '../sessions/service.ts';
import { everyone, requireWork, type LoadedWork, type TextStore } from '../works/text-store.ts';
import { idOfName } from './aim.ts';
import { annotationContext, annotationOf, type Json, type Naming } from './annotation.ts';
import type { Representation } from './prefer.ts';
import { besideOf } from './said.ts';

/*
 * The published public notes of a work as a container of the Web Annotation Protocol, oldest first.
 * Everybody is told what a visitor is told: the answers may be kept by anybody.
 * https://www.w3.org/TR/annotation-protocol/
 */

export const pageSize = 50;

export interface ContainerDeps {
  readonly db: Db;
  readonly texts: TextStore;
  readonly origin: string;
}

interface Shelf extends Omit<Naming, 'iriOf'> {
  readonly reader: Reader;
  readonly container: string;
}

async function shelfOf({ db, texts, origin }: ContainerDeps, slug: string): Promise<Shelf> {
  const [work, reader] = await Promise.all([requireWork(texts, slug, everyone), visitorReader(db)]);
  const container = `${origin}/api/w3c/${slug}/`;
  return { origin, work, reader, container };
}

const labelOf = ({ head }: LoadedWork): string => `Public notes on ${head.slug}`;

/** Where a page begins: after a note, and how many stand before. */
interface Start {
  readonly after: NoteCursor | null;
  readonly index: number;
}

const beginning: Start = { after: null, index: 0 };

function readStart(page: string): Start {
  if (page === '0') return beginning;
  const cursor = readCursor(page, 'instant', 'uuid', 'number');
  if (cursor === null) return beginning;
  const [created, id, index] = cursor;
  return { after: { created, id }, index };
}

function pageIri(shelf: Shelf, told: Representation, { after, index }: Start): string {
  const page = after === null ? '0' : writeCursor(after.created, after.id, index);
  return `${shelf.container}?iris=${told === 'iris' ? '1' : '0'}&page=${page}`;
}

/** The notes of a list as the container tells of them, or their IRIs. */
async function itemsOf(
  db: Db,
  shelf: Shelf,
  told: Representation,
  rows: readonly AnnotationRow[],
): Promise<(Json | string)[]> {
  const [sources, { said, nameOf }] = await Promise.all([
    importSources(
      db,
      rows.map(({ id }) => id),
    ),
    besideOf(db, rows),
  ]);
  const naming = { ...shelf, iriOf: (id: string) => shelf.container + nameOf(id) };
  return rows.map((row) =>
    told === 'iris'
      ? naming.iriOf(row.id)
      : annotationOf(naming, row, row, sources.get(row.id)?.id ?? null, said.get(row.id) ?? null),
  );
}

async function startBefore(db: Db, shelf: Shelf, start: Start): Promise<Start | null> {
  if (start.after === null) return null;
  if (start.index <= pageSize) return beginning;
  const after = await publicNoteBack(db, shelf.work.id, start.after, pageSize);
  return after === null ? beginning : { after, index: start.index - pageSize };
}

async function lastStart(db: Db, shelf: Shelf, total: number): Promise<Start> {
  const index = Math.max(0, Math.floor((total - 1) / pageSize) * pageSize);
  if (index === 0) return beginning;
  const after = await publicNoteBack(db, shelf.work.id, null, total - index);
  return after === null ? beginning : { after, index };
}

/** A page without what it is part of. */
async function pageAt(db: Db, shelf: Shelf, told: Representation, start: Start): Promise<Json> {
  const found = await publicNotes(db, shelf.reader, shelf.work.id, start.after, pageSize + 1);
  const rows = found.slice(0, pageSize);
  const last = rows.at(-1);
  const previous = await startBefore(db, shelf, start);
  return {
    id: pageIri(shelf, told, start),
    type: 'AnnotationPage',
    startIndex: start.index,
    ...(previous === null ? {} : { prev: pageIri(shelf, told, previous) }),
    ...(found.length <= pageSize || last === undefined
      ? {}
      : {
          next: pageIri(shelf, told, {
            after: { created: last.created, id: last.id },
            index: start.index + rows.length,
          }),
        }),
    items: await itemsOf(db, shelf, told, rows),
  };
}

function collection(shelf: Shelf, told: Representation, total: number): Json {
  return {
    id:
      told === 'minimal'
        ? shelf.container
        : `${shelf.container}?iris=${told === 'iris' ? '1' : '0'}`,
    type: ['BasicContainer', 'AnnotationCollection'],
    label: labelOf(shelf.work),
    total,
  };
}

/** The container, with its first page unless least is asked for. */
export async function readContainer(
  deps: ContainerDeps,
  slug: string,
  told: Representation,
): Promise<Json> {
  const { db } = deps;
  const shelf = await shelfOf(deps, slug);
  const total = await countPublicNotes(db, shelf.work.id);
  const first = told === 'minimal' ? null : await pageAt(db, shelf, told, beginning);
  const inner: Representation = told === 'minimal' ? 'descriptions' : told;
  return {
    '@context': [annotationContext, 'http://www.w3.org/ns/ldp.jsonld'],
    ...collection(shelf, told, total),
    ...(total === 0
      ? {}
      : {
          first: first ?? pageIri(shelf, inner, beginning),
          last: pageIri(shelf, inner, await lastStart(db, shelf, total)),
        }),
  };
}

export async function readPage(
  deps: ContainerDeps,
  slug: string,
  told: Exclude<Representation, 'minimal'>,
  page: string,
): Promise<Json> {
  const shelf = await shelfOf(deps, slug);
  const [content, total] = await Promise.all([
    pageAt(deps.db, shelf, told, readStart(page)),
    countPublicNotes(deps.db, shelf.work.id),
  ]);
  return {
    '@context': annotationContext,
    ...content,
    partOf: collection(shelf, told, total),
  };
}

/** One note of the container, as it is told. */
export interface Member {
  readonly row: AnnotationRow;
  readonly iri: string;
  readonly value: Json;
}

/** Of the container, or on their way into it. */
const containedLayers: readonly LayerKind[] = ['public', 'waiting'];

/** $1 note, $2 person. */
const waitingLayer: Statement = {
  name: 'own-waiting-layer',
  text: `
    select t.layer_id as layer from annotation a
    join thread t on t.id = a.thread_id
    join layer l on l.id = t.layer_id and l.kind = 'waiting' and l.owner_id = $2
    where a.id = $1 and a.author_id = $2`,
};

/** A note of the asker's own that waits for a moderator or was handed back: nobody else's programs know of it. */
async function ownWaiting(db: Db, asker: Reader, id: string): Promise<AnnotationRow | null> {
  const { actor, layers } = asker;
  // The layer may have been made by this very request.
  const [own] = await db.rows<{ layer: number }>(waitingLayer, [id, actor.personId]);
  return own === undefined
    ? null
    : oneAnnotation(db, { actor, layers: [...layers, own.layer] }, id);
}

/**
 * What was there and was taken away by its author is gone. What is withheld is there for its author's
 * programs alone.
 */
export async function readMember(
  deps: ContainerDeps,
  slug: string,
  name: string,
  asker: Reader | null,
): Promise<Member> {
  const { db } = deps;
  const shelf = await shelfOf(deps, slug);
  const id = await idOfName(db, shelf.work.id, name);
  const found = id === null ? null : await oneAnnotation(db, shelf.reader, id);
  const told = found ?? (id === null || asker === null ? null : await ownWaiting(db, asker, id));
  if (told?.work !== slug || !containedLayers.includes(told.layer)) throw notFound();
  if (told.state === 'deleted' || told.state === 'erased')
    throw new Refusal('gone', 'This note was taken away.');
  const isOwn = asker !== null && told.author_id === asker.actor.personId;
  const row = told.state === 'hidden' ? isOwn && (await oneAnnotation(db, asker, told.id)) : told;
  if (!row) throw notFound();
  const [annotation] = await itemsOf(db, shelf, 'descriptions', [row]);
  const value: Json = { '@context': annotationContext, ...(annotation as Json) };
  return { row, iri: value['id'] as string, value };
}
