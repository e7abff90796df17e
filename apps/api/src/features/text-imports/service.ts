import {
  limits,
  type Done,
  type FurniturePage,
  type NewSource,
  type NewTextImport,
  type SourceEncoding,
  type TextImportDesk,
  type TextImportHead,
  type TextImportList,
  type TextImportView,
} from '@glossator/contract';
import type { ImportProposal, ProposedUnit } from '@glossator/document/import';
import { v7 as uuidv7 } from 'uuid';
import type { Db, Transact } from '../../db/client.ts';
import type { JobQueue } from '../../db/job-queue.ts';
import { requireMember } from '../../permission.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { oneLine } from '../exchange/foreign-note.ts';
import { foldsOffered } from './folds-offered.ts';
import { furniturePage } from './furniture.ts';
import { indexOf, stretchOf } from './index-of.ts';
import type { Proposals } from './proposals.ts';
import * as statements from './statements.ts';

export interface TextImportDeps {
  readonly db: Db;
  readonly transact: Transact;
  readonly queue: JobQueue;
  readonly proposals: Proposals;
}

type Stored = TextImportHead &
  Pick<TextImportView, 'progress' | 'fault' | 'faultAt' | 'publishFault' | 'declared'> & {
    readonly reading: number;
  };
type Rows<View> = View & Record<string, unknown>;

/** One's own; nobody learns of another's. */
export async function ownImport(db: Db, viewer: Viewer, id: string): Promise<Stored> {
  const personId = requireMember(viewer.actor);
  const [head] = await db.rows<Rows<Stored>>(statements.ownImport, [id, personId]);
  if (head === undefined) throw notFound();
  return head;
}

export const requireReady = ({ state }: Pick<TextImportHead, 'state'>): void => {
  if (state !== 'ready')
    throw new Refusal('text-import-not-ready', 'This is not to be corrected now.', { state });
};

const countsOf = (proposal: ImportProposal): TextImportView['counts'] => {
  const { sides, pairs, furniture } = proposal;
  return {
    rows: pairs.length,
    units: sides.map(({ units }) => units.length),
    doubtful: indexOf(proposal).doubtful.length,
    aside: furniture.length,
    asked: furniture.filter(({ sure }) => !sure).length,
  };
};

/** Code points by which somebody knows a text again. */
const beginning = 120;
const beginningOf = (units: readonly ProposedUnit[]): string => {
  const words = units.slice(0, 8).flatMap(({ text }) => text ?? []);
  return [...words.join(' · ')].slice(0, beginning).join('');
};

const titleOf = (units: readonly ProposedUnit[]): string =>
  units.find(({ depth }) => depth === 0)?.text ?? '';

async function view(
  db: Db,
  { reading: _, ...head }: Stored,
  proposal: ImportProposal | null,
): Promise<TextImportView> {
  const sources = await db.rows<Rows<TextImportView['sources'][number]>>(statements.sourcesOf, [
    head.id,
  ]);
  return {
    ...head,
    sources,
    sides: (proposal?.sides ?? []).map(({ lang, sureOfLang, rightToLeft, units }) => ({
      ...{ lang, sure: sureOfLang, rightToLeft, beginning: beginningOf(units) },
      title: titleOf(units),
    })),
    levels: (proposal?.levels ?? []).map(({ names }) => ({ names })),
    folds: proposal === null ? [] : foldsOffered(proposal),
    counts: proposal === null ? null : countsOf(proposal),
  };
}

async function bytesOf({ text, file, fileName }: NewSource): Promise<Buffer> {
  if (file === '' && fileName === '') {
    if (text.trim() === '') throw new Refusal('source-none', 'Paste a text, or choose a file.');
    return Buffer.from(text);
  }
  const bytes = Buffer.from(file, 'base64');
  if (bytes.length > limits.sourceBytes)
    throw new Refusal('source-too-large', 'A file may have ten megabytes.');
  return bytes;
}

/** Takes what is brought; it is read in the background. */
export async function openImport(
  { db, transact, queue }: TextImportDeps,
  viewer: Viewer,
  { title, sources }: NewTextImport,
): Promise<TextImportView> {
  const personId = requireMember(viewer.actor);
  const contents = await Promise.all(sources.map(bytesOf));
  const [open] = await db.rows<{ n: number }>(statements.openImports, [personId]);
  if ((open?.n ?? 0) >= limits.imports)
    throw new Refusal('text-imports-too-many', 'Finish an import, or throw one away, first.');
  const id = uuidv7();
  await transact(async (inside) => {
    await inside.rows(statements.keepImport, [id, personId, oneLine(title, limits.importTitle)]);
    for (const [n, { lang, fileName }] of sources.entries()) {
      const kind = fileName === '' ? 'paste' : 'file';
      const name = oneLine(fileName, 200);
      await inside.rows(statements.keepSource, [id, n, kind, name, lang, contents[n]]);
    }
    await queue.add(inside, id);
  });
  return view(db, await ownImport(db, viewer, id), null);
}

export async function listImports({ db }: TextImportDeps, viewer: Viewer): Promise<TextImportList> {
  const personId = requireMember(viewer.actor);
  return { items: await db.rows<Rows<TextImportHead>>(statements.ownImports, [personId]) };
}

export async function readImport(
  { db, proposals }: TextImportDeps,
  viewer: Viewer,
  id: string,
): Promise<TextImportView> {
  const head = await ownImport(db, viewer, id);
  const proposal = head.state === 'ready' ? await proposals.at(db, head, head.version) : null;
  return view(db, head, proposal);
}

export async function canUndo(db: Db, id: string): Promise<boolean> {
  return (await db.rows(statements.toTakeBack, [id])).length > 0;
}

/** All that the page needs on which somebody corrects. */
export async function readDesk(
  { db, proposals }: TextImportDeps,
  viewer: Viewer,
  id: string,
  from: number,
): Promise<TextImportDesk> {
  const head = await ownImport(db, viewer, id);
  requireReady(head);
  const { version } = head;
  const proposal = await proposals.at(db, head, version);
  return {
    head: await view(db, head, proposal),
    contents: indexOf(proposal).contents,
    stretch: stretchOf(proposal, { version, from, canUndo: await canUndo(db, id) }),
  };
}

export async function readFurniture(
  { db, proposals }: TextImportDeps,
  viewer: Viewer,
  id: string,
  page: { cursor?: string; limit?: number },
): Promise<FurniturePage> {
  const head = await ownImport(db, viewer, id);
  requireReady(head);
  return furniturePage(await proposals.at(db, head, head.version), head.version, page);
}

/** Reads a source anew in another encoding. What was corrected is gone: there are other words. */
export async function readAgain(
  { transact, queue }: TextImportDeps,
  viewer: Viewer,
  id: string,
  { version, n, encoding }: { version: number; n: number; encoding: SourceEncoding },
): Promise<Done> {
  const personId = requireMember(viewer.actor);
  await transact(async (db) => {
    const [held] = await db.rows<Pick<Stored, 'state' | 'version'>>(statements.holdImport, [
      ...[id, personId],
    ]);
    if (held === undefined) throw notFound();
    if (held.state !== 'failed') requireReady(held);
    if (held.version !== version) throw stale(held.version);
    await db.rows(statements.readAgain, [id, n, encoding]);
    await queue.add(db, id);
  });
  return { done: true };
}

export const stale = (version: number): Refusal =>
  new Refusal('text-import-stale', 'This was corrected elsewhere meanwhile; load it anew.', {
    version,
  });

export async function dropImport(
  { db }: TextImportDeps,
  viewer: Viewer,
  id: string,
): Promise<Done> {
  const personId = requireMember(viewer.actor);
  const dropped = await db.rows(statements.dropImport, [id, personId]);
  if (dropped.length === 0) throw notFound();
  return { done: true };
}
