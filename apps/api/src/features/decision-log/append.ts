import { randomBytes } from 'node:crypto';
import {
  chainForm,
  chainStart,
  type ChainedDecision,
  type DecisionAction,
  type DecisionRole,
} from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { decisionLog, decisionWords } from '../../db/schema.ts';
import { decisionDigest, saltBytes, wordsDigest } from './digest.ts';
import { lockChain, placesOfNotes, pseudonyms, readEnd } from './statements.ts';

/** A decision as its feature knows it. */
export interface DecisionEntry {
  readonly caseId: string | null;
  readonly annotationId: string | null;
  readonly revision: number | null;
  /** Null where the program itself decided. */
  readonly actorId: string | null;
  readonly actorRole: DecisionRole;
  /** The person it concerns: of a note its author, also where they act themselves. */
  readonly subjectId: string | null;
  readonly action: DecisionAction;
  readonly before: string;
  readonly after: string;
  /** A code, or empty. */
  readonly reason: string;
  /** What was said beside, or empty. Erased with the person concerned. */
  readonly words: string;
  readonly batchId: string | null;
  /** Number of the decision that this one takes back. */
  readonly undoes: number | null;
  /** Whole seconds that it had waited. */
  readonly waited?: number | null;
  /** Where it holds; by default where the note stands. */
  readonly place?: { readonly work: string; readonly address: string };
}

export interface Appended {
  readonly seq: number;
  readonly hash: string;
}

/**
 * Appends to the chain within the caller's transaction, which others who append then wait for: call it
 * last, after every other lock is held, or two may wait for each other. Several decisions of one
 * transaction go through `appendDecisions` in one call for the same reason.
 */
export async function appendDecision(db: Db, entry: DecisionEntry): Promise<Appended> {
  const [appended] = await appendDecisions(db, [entry]);
  if (appended === undefined) throw new Error('nothing was appended');
  return appended;
}

/** Rows of one statement: each takes twenty-two of its parameters. */
const chunk = 1000;

export async function appendDecisions(
  db: Db,
  entries: readonly DecisionEntry[],
): Promise<Appended[]> {
  if (entries.length === 0) return [];
  const places = await placesOf(db, entries);
  await db.rows(lockChain, []);
  const [end] = await db.rows<End>(readEnd, []);
  if (end === undefined) throw new Error('the chain has no end');
  const names = await pseudonymsOf(db, entries);
  // A clock that was set back does not turn the order of the chain.
  const at = end.at !== null && end.at > end.now ? end.at : end.now;
  let seq = Number(end.seq ?? 0);
  let prev = end.hash ?? chainStart;
  const rows: (typeof decisionLog.$inferInsert)[] = [];
  const said: (typeof decisionWords.$inferInsert)[] = [];
  for (const entry of entries) {
    seq += 1;
    const salt = randomBytes(saltBytes);
    const row: ChainedDecision = {
      seq: String(seq),
      prev,
      at,
      actor: names.get(entry.actorId ?? '') ?? '',
      actorRole: entry.actorRole,
      subject: names.get(entry.subjectId ?? '') ?? '',
      action: entry.action,
      caseId: lower(entry.caseId),
      annotationId: lower(entry.annotationId),
      revision: text(entry.revision),
      ...(entry.place ?? places.get(entry.annotationId ?? '') ?? { work: '', address: '' }),
      before: entry.before,
      after: entry.after,
      reason: entry.reason,
      wordsDigest: entry.words === '' ? '' : wordsDigest(salt, entry.words),
      waited: text(entry.waited ?? null),
      batchId: lower(entry.batchId),
      undoes: text(entry.undoes),
    };
    prev = decisionDigest(row);
    rows.push({
      ...row,
      seq,
      form: chainForm,
      hash: prev,
      revision: entry.revision,
      waited: entry.waited ?? null,
      undoes: entry.undoes,
      actorRole: entry.actorRole,
    });
    // The row of somebody who has left keeps no words: nobody would ever erase them.
    if (entry.words !== '' && (row.subject !== '' || entry.subjectId === null))
      said.push({ seq, salt, words: entry.words });
  }
  for (let from = 0; from < rows.length; from += chunk)
    await db.orm.insert(decisionLog).values(rows.slice(from, from + chunk));
  for (let from = 0; from < said.length; from += chunk)
    await db.orm.insert(decisionWords).values(said.slice(from, from + chunk));
  return rows.map((row) => ({ seq: row.seq, hash: row.hash }));
}

interface End extends Record<string, unknown> {
  readonly now: string;
  readonly seq: string | null;
  readonly hash: string | null;
  readonly at: string | null;
}

/** As the database gives it back. */
const lower = (id: string | null): string | null => id?.toLowerCase() ?? null;
const text = (value: number | null): string | null => (value === null ? null : String(value));
const known = (ids: readonly (string | null)[]): string[] => [
  ...new Set(ids.filter((id) => id !== null)),
];

async function pseudonymsOf(
  db: Db,
  entries: readonly DecisionEntry[],
): Promise<ReadonlyMap<string, string>> {
  const ids = known(entries.flatMap(({ actorId, subjectId }) => [actorId, subjectId]));
  if (ids.length === 0) return new Map();
  const rows = await db.rows<{ id: string; pseudonym: string }>(pseudonyms, [ids]);
  return new Map(rows.map(({ id, pseudonym }) => [id, pseudonym]));
}

async function placesOf(db: Db, entries: readonly DecisionEntry[]) {
  const ids = known(
    entries.map((entry) => (entry.place === undefined ? entry.annotationId : null)),
  );
  if (ids.length === 0) return new Map<string, never>();
  const rows = await db.rows<{ id: string; work: string; address: string }>(placesOfNotes, [ids]);
  return new Map(rows.map(({ id, ...place }) => [id, place]));
}
