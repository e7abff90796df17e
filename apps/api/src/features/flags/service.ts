import {
  limits,
  type FlagForm,
  type FlagPage,
  type FlagView,
  type OwnFlag,
} from '@glossator/contract';
import { flagPriority, flagRules, flagWeight, type FlagState } from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import { readCursor, pageOf, writeCursor } from '../../cursor.ts';
import type { Db } from '../../db/client.ts';
import { ends } from '../../db/instant.ts';
import { requireMember } from '../../permission.ts';
import { Refusal, TooMany } from '../../refusal.ts';
import { permitted, visible, type AnnotationDeps } from '../annotations/access.ts';
import type { Reader } from '../annotations/rows.ts';
import { openCase } from '../moderation/cases.ts';
import { aroundWork, type Structure } from '../works/text-store.ts';
import { presentFlag, type FlagRow } from './present.ts';
import { saidIn, type Said } from './said.ts';
import * as statements from './statements.ts';

/** Outcomes that are told among the notices; all of them stand in the list of reports. */
const newAtMost = 10;

interface Facts extends Record<string, unknown> {
  /** Seconds until another may come; null where one may. */
  readonly wait: number | null;
  readonly upheld: number;
  readonly judged: number;
  readonly last: {
    readonly id: string;
    readonly state: FlagState;
    readonly revision: number;
  } | null;
}

/** Members report public notes of others to moderators; again is to say otherwise. */
export async function flagNote(
  deps: AnnotationDeps,
  reader: Reader,
  id: string,
  form: FlagForm,
): Promise<FlagView> {
  const row = await permitted(deps, reader, id, 'flag');
  const personId = requireMember(reader.actor);
  const here = `${row.from_uid} ${row.to_uid}`;
  const said = await aroundWork(deps.texts, row.work, ({ structure }) =>
    saidIn(form, structure, here),
  );
  await deps.transact((db) => store(db, { id, personId, workId: row.work_id }, said));
  const { flag } = await readOwnFlag(deps, reader, id);
  if (flag === null) throw new Error('a flag was not stored');
  return flag;
}

interface Place {
  readonly id: string;
  readonly personId: string;
  readonly workId: number;
}

/** Locks the person, the note and its case in this order. */
async function store(db: Db, { id, personId, workId }: Place, said: Said): Promise<void> {
  if ((await db.rows(statements.lockFlagger, [personId])).length === 0)
    throw new Refusal('session-ended', 'This account has been deleted.');
  const [note] = await db.rows<{ state: string; version: number }>(statements.lockFlagged, [id]);
  if (note?.state !== 'published')
    throw new Refusal('state-changed', 'The note has changed meanwhile; look at it again.');
  const [facts] = await db.rows<Facts>(statements.flagFacts, [
    personId,
    id,
    flagRules.perDay,
    flagRules.judgedAtMost,
  ]);
  if (facts === undefined) throw new Error('nothing is known of a flagger');
  const { last, wait } = facts;
  const open = last?.state === 'open' ? last : null;
  if (open === null && last !== null && last.state !== 'ignored' && last.revision === note.version)
    throw new Refusal(
      'flag-judged',
      'A moderator has looked at what you reported, and the note has not changed since.',
    );
  if (open === null && wait !== null)
    throw new TooMany(
      `You have reported ${String(flagRules.perDay)} notes within a day; report more later.`,
      Math.max(1, wait),
    );
  const caseId = await openCase(db, id, 'flagged', [{ phase: 'flagged' }]);
  const values = [
    said.reason,
    said.words,
    said.clause?.from ?? null,
    said.clause?.to ?? null,
    said.law,
    said.territory,
    said.goodFaith,
    note.version,
    flagWeight(facts),
  ];
  if (open === null)
    await db.rows(statements.insertFlag, [uuidv7(), caseId, id, workId, personId, ...values]);
  else await db.rows(statements.changeFlag, [open.id, caseId, ...values]);
  await rank(db, id, caseId);
}

/** The more its flags weigh together, the sooner it is looked at. */
async function rank(db: Db, id: string, caseId: string): Promise<void> {
  const [sum] = await db.rows<{ weight: number; unlawful: boolean }>(statements.weightOf, [id]);
  if (sum !== undefined) await db.rows(statements.setPriority, [caseId, flagPriority(sum)]);
}

/** One's own report of a note, the newest one. */
export async function readOwnFlag(
  deps: AnnotationDeps,
  reader: Reader,
  id: string,
): Promise<OwnFlag> {
  const personId = requireMember(reader.actor);
  const note = await visible(deps, reader, id);
  const [row] = await deps.db.rows<FlagRow>(statements.ownFlag, [id, personId]);
  if (row === undefined) return { flag: null };
  return aroundWork(deps.texts, note.work, ({ structure }) => ({
    flag: presentFlag(row, structure),
  }));
}

/** What one has reported, and what came of it, newest first. */
export async function listOwnFlags(
  { db, texts }: Pick<AnnotationDeps, 'db' | 'texts'>,
  { actor }: Reader,
  cursor: string | undefined,
  limit: number = limits.pageSize,
): Promise<FlagPage> {
  const personId = requireMember(actor);
  const place = readCursor(cursor, 'instant', 'uuid');
  const [rows, [count]] = await Promise.all([
    db.rows<FlagRow>(statements.ownFlags, [
      personId,
      place?.[0] ?? ends.lastInstant,
      place?.[1] ?? ends.lastUuid,
      limit + 1,
    ]),
    db.rows<{ n: number }>(statements.unreadFlags, [personId]),
  ]);
  const present = await presenting(texts, rows);
  const { items, next } = pageOf(rows, limit, present, (last) =>
    writeCursor(last.flagged, last.id),
  );
  return { items, next, unread: count?.n ?? 0 };
}

async function presenting(
  texts: AnnotationDeps['texts'],
  rows: readonly FlagRow[],
): Promise<(row: FlagRow) => FlagView> {
  const structures = new Map<string, Structure>();
  for (const { work } of rows)
    if (!structures.has(work))
      structures.set(work, await aroundWork(texts, work, ({ structure }) => structure));
  return (row) => {
    const structure = structures.get(row.work);
    if (structure === undefined) throw new Error('a flag without its work');
    return presentFlag(row, structure);
  };
}

/** What came of one's reports and has not been looked at: of more, the newest. */
export async function newOutcomes(
  { db, texts }: Pick<AnnotationDeps, 'db' | 'texts'>,
  personId: string,
): Promise<FlagView[]> {
  const rows = await db.rows<FlagRow>(statements.unreadOutcomes, [personId, newAtMost]);
  return rows.map(await presenting(texts, rows));
}

export async function markFlagsRead(
  { db }: Pick<AnnotationDeps, 'db'>,
  { actor }: Reader,
  until: string,
): Promise<void> {
  await db.rows(statements.readFlags, [requireMember(actor), until]);
}
