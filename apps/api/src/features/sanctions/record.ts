import {
  limits,
  type NewPersonNote,
  type PersonDecisions,
  type PersonNotePage,
  type PersonRecord,
  type SanctionRecordPage,
} from '@glossator/contract';
import {
  sanctionKinds,
  sanctionRules,
  siteRoleNames,
  worksModeratedBy,
  type Actor,
} from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db } from '../../db/client.ts';
import { noticeOf } from '../../db/sanctions.ts';
import { requireMember, requireModerator } from '../../permission.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { presentRecord } from './presenter.ts';
import {
  insertPersonNote,
  decisionsAbout,
  judgedPerson,
  personNotesBefore,
  sanctionsBefore,
  type Reach,
  worksNamed,
  type RecordRow,
} from './repository.ts';
import { wordsFrom } from './service.ts';

/** What is said of people in which works somebody may read. */
export function reachOf(actor: Actor): Reach {
  const all = actor.roles.some((role) => role === 'administrator' || role === 'moderator');
  return { all, works: worksModeratedBy(actor) };
}

async function personFor(db: Db, actor: Actor, id: string): Promise<RecordRow> {
  requireModerator(actor);
  const row = await judgedPerson(db, id, reachOf(actor));
  if (row === null) throw notFound();
  return row;
}

/** A person as those who moderate know them, and what the asker may give them. */
export async function readRecord(db: Db, actor: Actor, id: string): Promise<PersonRecord> {
  const row = await personFor(db, actor, id);
  const reach = reachOf(actor);
  const person = { personId: row.id, roles: row.roles };
  const site = sanctionKinds.filter((kind) =>
    sanctionRules.give(actor, { kind, workId: null, person }),
  );
  const judges = reach.works.some((workId) =>
    sanctionRules.give(actor, { kind: 'mute', workId, person }),
  );
  const { name, handle, since, published, hidden, sessions, tokens } = row;
  return {
    person: {
      id: row.id,
      name,
      handle,
      since,
      roles: siteRoleNames({ personId: row.id, roles: row.roles }),
    },
    notes: { published, hidden },
    consequence: { sessions, tokens },
    inForce: row.sanctions
      .filter((each) => reach.all || each.workId === null || reach.works.includes(each.workId))
      .map(noticeOf),
    may: { site, works: site.length > 0 || judges ? await worksNamed(db, reach) : [] },
  };
}

/** How what a person wrote was decided on, in the works the asker moderates. */
export async function readDecided(db: Db, actor: Actor, id: string): Promise<PersonDecisions> {
  const { id: personId } = await personFor(db, actor, id);
  const counts = await decisionsAbout(db, personId, reachOf(actor), requireMember(actor));
  if (counts === null) throw new Error('nothing was counted');
  return counts;
}

export async function listRecords(
  db: Db,
  actor: Actor,
  id: string,
  cursor: string | undefined,
  limit: number = limits.pageSize,
): Promise<SanctionRecordPage> {
  const row = await personFor(db, actor, id);
  const place = readCursor(cursor, 'instant', 'uuid');
  const before = place === null ? null : { at: place[0], id: place[1] };
  return pageOf(
    await sanctionsBefore(db, id, before, limit + 1, reachOf(actor)),
    limit,
    (each) => presentRecord(each, actor, { personId: row.id, roles: row.roles }),
    (last) => writeCursor(last.given, last.id),
  );
}

export async function listPersonNotes(
  db: Db,
  actor: Actor,
  id: string,
  cursor: string | undefined,
  limit: number = limits.pageSize,
): Promise<PersonNotePage> {
  await personAbout(db, actor, id);
  const place = readCursor(cursor, 'instant', 'uuid');
  const before = place === null ? null : { at: place[0], id: place[1] };
  return pageOf(
    await personNotesBefore(db, id, before, limit + 1),
    limit,
    ({ author, author_id, ...row }) => ({
      ...row,
      author: author === '' ? null : author,
      own: author_id === actor.personId,
    }),
    (last) => writeCursor(last.at, last.id),
  );
}

/** Nobody reads what is written down of themselves for others, nor writes of themselves. */
async function personAbout(db: Db, actor: Actor, id: string): Promise<RecordRow> {
  const row = await personFor(db, actor, id);
  if (row.id === actor.personId)
    throw new Refusal('not-allowed', 'What moderators write down of you is not for you.');
  return row;
}

export async function writePersonNote(
  db: Db,
  actor: Actor,
  id: string,
  { words, key }: NewPersonNote,
): Promise<void> {
  const authorId = requireModerator(actor);
  await personAbout(db, actor, id);
  await insertPersonNote(db, {
    id: uuidv7(),
    personId: id,
    authorId,
    words: wordsFrom(words),
    key,
  });
}
