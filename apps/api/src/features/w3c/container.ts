import { readCursor, writeCursor } from '../../cursor.ts';
import type { Db } from '../../db/client.ts';
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
import type { LoadedWork, TextStore } from '../works/text-store.ts';
import { annotationContext, annotationOf, type Json, type Naming } from './annotation.ts';
import type { Representation } from './prefer.ts';

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

interface Shelf extends Naming {
  readonly reader: Reader;
  readonly container: string;
}

async function shelfOf({ db, texts, origin }: ContainerDeps, slug: string): Promise<Shelf> {
  const [work, reader] = await Promise.all([texts.work(slug), visitorReader(db)]);
  if (work === null) throw notFound();
  const container = `${origin}/api/w3c/${slug}/`;
  return { origin, work, reader, container, iriOf: (id) => container + id };
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

async function describe(db: Db, shelf: Shelf, rows: readonly AnnotationRow[]): Promise<Json[]> {
  const sources = await importSources(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => annotationOf(shelf, row, row, sources.get(row.id)?.id ?? null));
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
    items:
      told === 'iris' ? rows.map(({ id }) => shelf.iriOf(id)) : await describe(db, shelf, rows),
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

/** One note of the container. What was there and was taken away by its author is gone. */
export async function readMember(deps: ContainerDeps, slug: string, id: string): Promise<Json> {
  const shelf = await shelfOf(deps, slug);
  const row = await oneAnnotation(deps.db, shelf.reader, id);
  if (row === null || row.work !== slug || row.layer !== 'public') throw notFound();
  if (row.state === 'deleted' || row.state === 'erased')
    throw new Refusal('gone', 'This note was taken away.');
  if (row.state !== 'published') throw notFound();
  const [annotation] = await describe(deps.db, shelf, [row]);
  return { '@context': annotationContext, ...annotation };
}
