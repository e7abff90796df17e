import type { Locale, ShownSanctionState } from '@glossator/contract';
import type {
  ObjectionState,
  RefusalReason,
  Role,
  SanctionKind,
  SanctionState,
} from '@glossator/domain';
import type { Db, Statement } from '../../db/client.ts';
import { ends } from '../../db/instant.ts';
import type { OpenSanction } from '../../db/sanctions.ts';
import * as statements from './statements.ts';

type Raw<Row> = Row & Record<string, unknown>;

async function first<Row>(
  db: Db,
  statement: Statement,
  ...values: readonly unknown[]
): Promise<Row | null> {
  const [row] = await db.rows<Raw<Row>>(statement, values);
  return row ?? null;
}

export async function openSanctionsOf(db: Db, personId: string): Promise<readonly OpenSanction[]> {
  const row = await first<{ sanctions: OpenSanction[] }>(db, statements.openSanctions, personId);
  return row?.sanctions ?? [];
}

export interface JudgedRow {
  readonly id: string;
  readonly name: string;
  readonly handle: string;
  readonly email: string;
  readonly key: string;
  readonly locale: Locale;
  readonly zone: string;
  readonly roles: readonly Role[];
}

/** Locks a person for whoever else judges them, until the transaction ends. */
export const lockJudged = (db: Db, personId: string) =>
  first<JudgedRow>(db, statements.lockJudged, personId);

export interface RecordRow {
  readonly id: string;
  readonly name: string;
  readonly handle: string;
  readonly since: string;
  readonly roles: readonly Role[];
  readonly sanctions: readonly OpenSanction[];
  readonly published: number;
  readonly hidden: number;
  readonly sessions: number;
  readonly tokens: number;
}

export interface SanctionRow {
  readonly id: string;
  readonly person_id: string;
  readonly kind: SanctionKind;
  readonly work_id: number | null;
  readonly work: string | null;
  readonly titles: Record<string, string> | null;
  readonly reason: RefusalReason;
  readonly words: string;
  readonly given: string;
  readonly until: string | null;
  readonly state: ShownSanctionState;
  readonly read: string | null;
  readonly lifted_at: string | null;
  readonly lifted_words: string;
  readonly given_by: string;
  readonly giver: string;
  readonly lifter: string | null;
  readonly decider: string | null;
  readonly objection: ObjectionState;
  readonly objected: string;
  readonly stated: string | null;
  readonly answer: string;
  readonly in_time: boolean;
  readonly hidden: number;
}

/** Which sanctions somebody may read of: all, or those of these works. */
export interface Reach {
  readonly all: boolean;
  readonly works: readonly number[];
}

export const worksNamed = (db: Db, { all, works }: Reach) =>
  db.rows<{ slug: string; titles: Record<string, string> }>(statements.worksNamed, [all, works]);

export const judgedPerson = (db: Db, personId: string, { all, works }: Reach) =>
  first<RecordRow>(db, statements.judgedPerson, personId, all, works);

export interface DecidedRow {
  readonly approved: number;
  readonly returned: number;
  readonly refused: number;
  readonly flagged: number;
}

/** What was decided about what somebody wrote, without what was taken back. */
export const decisionsAbout = (db: Db, personId: string, { all, works }: Reach, asker: string) =>
  first<DecidedRow>(db, statements.decisionsAbout, personId, all, works, asker);

interface Place {
  readonly at: string;
  readonly id: string;
}

export const sanctionsBefore = (
  db: Db,
  personId: string,
  place: Place | null,
  limit: number,
  { all, works }: Reach,
): Promise<SanctionRow[]> =>
  db.rows<Raw<SanctionRow>>(statements.sanctionsBefore, [
    personId,
    place?.at ?? ends.lastInstant,
    place?.id ?? ends.lastUuid,
    limit,
    all,
    works,
  ]);

export const oneSanction = (db: Db, id: string) =>
  first<SanctionRow>(db, statements.oneSanction, id);

export const sanctionByKey = (db: Db, giverId: string, key: string) =>
  first<{
    id: string;
    person_id: string;
    kind: SanctionKind;
    work_id: number | null;
  }>(db, statements.sanctionByKey, giverId, key);

export interface NewSanctionRow {
  readonly id: string;
  readonly personId: string;
  readonly kind: SanctionKind;
  readonly workId: number | null;
  readonly reason: RefusalReason;
  readonly words: string;
  readonly givenBy: string;
  readonly days: number | null;
  readonly state: SanctionState;
  readonly key: string;
  /** Of the link by which its person objects. */
  readonly linkHash: Buffer;
}

export async function insertSanction(db: Db, row: NewSanctionRow): Promise<void> {
  await db.rows(statements.insertSanction, [
    row.id,
    row.personId,
    row.kind,
    row.workId,
    row.reason,
    row.words,
    row.givenBy,
    row.days,
    row.state,
    row.key,
  ]);
  await db.rows(statements.insertObjection, [row.id, row.linkHash]);
}

export const lockSanction = (db: Db, id: string) =>
  first<{ state: SanctionState; ended: boolean }>(db, statements.lockSanction, id);

export async function writeRead(db: Db, id: string, state: SanctionState): Promise<void> {
  await db.rows(statements.markRead, [id, state]);
}

export async function writeLifted(
  db: Db,
  id: string,
  state: SanctionState,
  actorId: string,
  words: string,
): Promise<void> {
  await db.rows(statements.markLifted, [id, state, actorId, words]);
}

export async function sanctionByLink(db: Db, hash: Buffer): Promise<string | null> {
  return (await first<{ id: string }>(db, statements.sanctionByLink, hash))?.id ?? null;
}

export const lockObjection = (db: Db, id: string) =>
  first<{ state: ObjectionState; in_time: boolean }>(db, statements.lockObjection, id);

export async function writeObjection(
  db: Db,
  id: string,
  state: ObjectionState,
  words: string,
): Promise<void> {
  await db.rows(statements.writeObjection, [id, state, words]);
}

export async function writeAnswer(
  db: Db,
  id: string,
  state: ObjectionState,
  actorId: string,
  words: string,
): Promise<void> {
  await db.rows(statements.decideObjection, [id, state, actorId, words]);
}

export type ObjectionRow = SanctionRow & {
  readonly stated: string;
  readonly person: string;
  readonly roles: readonly Role[];
};

export const openObjections = (
  db: Db,
  place: Place | null,
  limit: number,
  { all, works }: Reach,
): Promise<ObjectionRow[]> =>
  db.rows<Raw<ObjectionRow>>(statements.openObjections, [
    place?.at ?? ends.firstInstant,
    place?.id ?? ends.firstUuid,
    limit,
    all,
    works,
  ]);

export interface PersonNoteRow {
  readonly id: string;
  readonly author: string;
  readonly author_id: string;
  readonly words: string;
  readonly at: string;
}

export const personNotesBefore = (
  db: Db,
  personId: string,
  place: Place | null,
  limit: number,
): Promise<PersonNoteRow[]> =>
  db.rows<Raw<PersonNoteRow>>(statements.personNotesBefore, [
    personId,
    place?.at ?? ends.lastInstant,
    place?.id ?? ends.lastUuid,
    limit,
  ]);

export async function insertPersonNote(
  db: Db,
  row: { id: string; personId: string; authorId: string; words: string; key: string },
): Promise<void> {
  const { id, personId, authorId, words, key } = row;
  await db.rows(statements.insertPersonNote, [id, personId, authorId, words, key]);
}

const ids = async (db: Db, statement: Statement, ...values: readonly unknown[]) =>
  (await db.rows<{ id: string }>(statement, values)).map(({ id }) => id);

export const notesToHide = (db: Db, personId: string, limit: number) =>
  ids(db, statements.notesToHide, personId, limit);
export const notesToShow = (db: Db, sanctionId: string, limit: number) =>
  ids(db, statements.notesToShow, sanctionId, limit);

export async function writeHiding(db: Db, sanctionId: string, noteId: string): Promise<void> {
  await db.rows(statements.insertHiding, [sanctionId, noteId]);
}
export async function dropHiding(db: Db, sanctionId: string, noteId: string): Promise<void> {
  await db.rows(statements.dropHiding, [sanctionId, noteId]);
}

export async function dropSanctionWords(db: Db, personId: string): Promise<void> {
  for (const statement of statements.eraseSanctionWords) await db.rows(statement, [personId]);
}

export async function countSanctionsOf(db: Db, personId: string): Promise<number> {
  return (await first<{ n: number }>(db, statements.countSanctions, personId))?.n ?? 0;
}
