import {
  limits,
  type CurrentDocx,
  type Done,
  type DocxForm,
  type DocxNotice,
  type DocxView,
} from '@glossator/contract';
import { v7 as uuidv7 } from 'uuid';
import { readCursor, writeCursor } from '../../cursor.ts';
import { breaks } from '../../db/constraint.ts';
import type { Db } from '../../db/client.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { requireInCommentary, type SeenCommentary } from '../commentaries/access.ts';
import type { CommentaryDeps } from '../commentaries/commentaries.ts';
import { summariesOf } from '../commentaries/outline.ts';
import { oneLine } from '../exchange/foreign-note.ts';
import { workAround } from '../works/text-store.ts';
import { groundOf } from './ground.ts';
import { planOf, type Passage } from './plan.ts';
import type { DocxFault } from '../../word-file/bounds.ts';
import { readApart } from './read/read-apart.ts';
import type { ReadPart } from './read/to-parts.ts';
import * as statements from './statements.ts';

/** A file of one's own that waits. */
export interface KeptDocx {
  readonly id: string;
  readonly fileName: string;
  readonly notices: readonly DocxNotice[];
  readonly made: string;
  readonly ends: string;
}

type Row<View> = View & Record<string, unknown>;

/** One's own alone: what somebody has not taken in is not yet for the others. */
export const docxOf = async (
  db: Db,
  commentary: string,
  personId: string,
): Promise<KeptDocx | null> =>
  (await db.rows<Row<KeptDocx>>(statements.docxOf, [commentary, personId]))[0] ?? null;

export const passagesOf = (db: Db, docx: string): Promise<Passage[]> =>
  db.rows<Row<Passage>>(statements.outlineOfDocx, [docx]);

interface Words {
  readonly n: number;
  readonly heading: string;
  readonly title: string;
  readonly words: number;
  readonly notes: number;
  readonly opening: string;
  readonly isDense: boolean;
}

interface PageAsked {
  readonly cursor?: string;
  readonly limit?: number;
}

async function present(
  deps: CommentaryDeps,
  seen: SeenCommentary,
  { id, ...kept }: KeptDocx,
  { cursor, limit = limits.pageSize }: PageAsked,
): Promise<DocxView> {
  const after = readCursor(cursor, 'number')?.[0] ?? 0;
  const [outline, passages, rows] = await Promise.all([
    summariesOf(deps, seen),
    passagesOf(deps.db, id),
    deps.db.rows<Row<Words>>(statements.passagesOf, [id, after, limit + 1]),
  ]);
  const plan = planOf(id, passages, outline);
  const byNumber = new Map(passages.map((each) => [each.n, each]));
  const items = rows.slice(0, limit).flatMap((row) => {
    const passage = byNumber.get(row.n);
    const planned = plan.passages.get(row.n);
    if (passage === undefined || planned === undefined) return [];
    const { label, problem, over, at } = passage;
    const { kind, beside, isLabelTaken } = planned;
    return [
      {
        ...row,
        ...{ label, over, kind, beside, isLabelTaken },
        at: [...at],
        problem: problem === 'none' ? null : problem,
      },
    ];
  });
  return {
    id,
    ...kept,
    notices: [...kept.notices],
    parts: passages.length,
    unplaced: passages.filter(({ problem }) => problem !== 'none').length,
    taken: plan.taken,
    obstacle: plan.obstacle,
    plan: plan.digest,
    items,
    next: rows.length > limit ? writeCursor(items.at(-1)?.n ?? 0) : null,
  };
}

const faults: Readonly<Record<DocxFault, string>> = {
  'docx-not-word': 'This is no Word document; save it as .docx.',
  'docx-old-format': 'This is an old .doc, or closed by a password; save it as .docx without one.',
  'docx-malformed': 'The file is damaged; open it in a word processor and save it anew.',
  'docx-too-large': 'The file is too large to be read; divide it, or take out what is no text.',
  'docx-empty': 'There are no words in this file.',
  'docx-too-many-parts': `At most ${String(limits.parts)} passages can be read from a file.`,
};

const alreadyOpen = (): Refusal =>
  new Refusal('import-open', 'A file of yours waits already; take it in or throw it away first.');

/** Those without a place first, so that nobody has to look for them. */
function stored(parts: readonly ReadPart[], hasIntroduction: boolean) {
  const rows = parts.map(({ kind, problem, ...part }, index) => {
    const isSecond = kind === 'introduction' && hasIntroduction;
    const isTaken = kind !== null && !isSecond && part.over === 0 && part.words > 0;
    return {
      ...part,
      stands: index + 1,
      kind: isTaken ? kind : 'left-out',
      problem: isSecond ? 'second-introduction' : (problem ?? 'none'),
    };
  });
  const isPlaced = ({ problem }: { problem: string }): boolean => problem === 'none';
  return [...rows.filter((row) => !isPlaced(row)), ...rows.filter(isPlaced)].map((row, index) => ({
    ...row,
    n: index + 1,
  }));
}

/** Reads a file and keeps what was read. Nothing of it is in the commentary yet. */
export async function openDocx(
  deps: CommentaryDeps,
  viewer: Viewer,
  commentary: string,
  { file, fileName }: DocxForm,
): Promise<DocxView> {
  const seen = await requireInCommentary(deps.db, viewer.actor, commentary, 'write');
  if ((await docxOf(deps.db, commentary, seen.personId)) !== null) throw alreadyOpen();
  const bytes = Buffer.from(file, 'base64');
  if (bytes.length > limits.docxBytes)
    throw new Refusal('docx-too-large', faults['docx-too-large']);
  const work = await workAround(deps.texts, seen.work);
  const read = await readApart(bytes, await groundOf(deps.texts, work, viewer));
  if (!read.ok) throw new Refusal(read.fault, faults[read.fault]);
  const outline = await summariesOf(deps, seen);
  const hasIntroduction = outline.some(
    ({ kind, removed }) => kind === 'introduction' && removed === null,
  );
  try {
    await deps.transact(async (db) => {
      await db.rows(statements.dropOldDocx, []);
      await db.rows(statements.keepDocx, [
        ...[uuidv7(), commentary, seen.personId, oneLine(fileName, 200)],
        JSON.stringify(read.notices),
        JSON.stringify(stored(read.parts, hasIntroduction)),
      ]);
    });
  } catch (error) {
    if (breaks(error, 'commentary_docx_commentary_id_made_by_key')) throw alreadyOpen();
    throw error;
  }
  const kept = await docxOf(deps.db, commentary, seen.personId);
  if (kept === null) throw notFound();
  return present(deps, seen, kept, {});
}

export async function currentDocx(
  deps: CommentaryDeps,
  viewer: Viewer,
  commentary: string,
  page: PageAsked,
): Promise<CurrentDocx> {
  const seen = await requireInCommentary(deps.db, viewer.actor, commentary, 'write');
  const kept = await docxOf(deps.db, commentary, seen.personId);
  return { docx: kept === null ? null : await present(deps, seen, kept, page) };
}

export async function dropDocx(
  deps: CommentaryDeps,
  viewer: Viewer,
  commentary: string,
): Promise<Done> {
  const seen = await requireInCommentary(deps.db, viewer.actor, commentary, 'write');
  const dropped = await deps.db.rows(statements.dropDocx, [commentary, seen.personId]);
  if (dropped.length === 0) throw notFound();
  return { done: true };
}
