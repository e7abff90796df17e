import type { Actor, Role } from '@glossator/domain';
import { and, count, desc, eq, sql } from 'drizzle-orm';
import type { Db, Statement } from '../../db/client.ts';
import { ends, isoInstant } from '../../db/instant.ts';
import { rolesOfSql } from '../../db/roles.ts';
import {
  isBannedSql,
  restraintsOf,
  sanctionsOfSql,
  type OpenSanction,
} from '../../db/sanctions.ts';
import { session } from '../../db/schema.ts';
import {
  layersInClassesSql,
  layersInClassSql,
  layersOutsideSql,
  ownWorksSql,
} from '../../db/visibility.ts';

/** 30 days without use, 180 at most. */
const alive = `s.seen_at > now() - interval '30 days' and s.created_at > now() - interval '180 days'`;

export interface SessionRow {
  readonly id: string;
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly handle: string;
    readonly email: string;
    readonly locale: 'en' | 'zh-Hans';
  };
  /** The same as the rules know them. */
  readonly actor: Actor;
  readonly sanctions: readonly OpenSanction[];
  readonly layers: readonly number[];
  /** Those of them that are of no class. */
  readonly outside: readonly number[];
  /** Ids of the works that are not public and that they may read. */
  readonly works: readonly number[];
  /** True when its last use should be written down again. */
  readonly stale: boolean;
}

interface RawSession {
  id: string;
  person_id: string;
  name: string;
  handle: string;
  email: string;
  locale: 'en' | 'zh-Hans';
  roles: Role[];
  sanctions: OpenSanction[];
  within: string | null;
  outside: number[];
  inClasses: number[];
  works: number[];
  stale: boolean;
}

// Whoever is no student of the class any more has no session that is confined to it.
const isStudentSql = `exists (
  select from class_member m
  where m.class_id = s.class_id and m.person_id = p.id and m.state = 'active' and m.role = 'student')`;

// Runs with every request of a signed-in person: one look-up by primary key each. Whoever is banned has
// no session, also where one was opened while they were being banned.
export const readSessionStatement: Statement = {
  name: 'session-read',
  text: `
    select s.id, p.id as person_id, p.name, p.handle, s.class_id as within, r.roles,
      -- Whoever was given a link is told nothing of the account.
      case when s.class_id is null then c.email else '' end as email,
      coalesce(c.locale, g.locale) as locale,
      ${sanctionsOfSql('p.id')} as sanctions,
      case when s.class_id is null
        then ${layersOutsideSql({ person: 'p.id', roles: 'r.roles' })} else '{}' end as outside,
      case when s.class_id is null
        then ${layersInClassesSql({ person: 'p.id' })}
        else ${layersInClassSql({ person: 'p.id', classId: 's.class_id' })} end as "inClasses",
      ${ownWorksSql({ person: 'p.id', roles: 'r.roles', within: 's.class_id' })} as works,
      s.seen_at < now() - interval '5 minutes' as stale
    from session s
    join person p on p.id = s.person_id and p.state = 'active'
    left join account c on c.person_id = p.id
    left join class_guest g on g.person_id = p.id
    cross join lateral (
      select case when s.class_id is null then ${rolesOfSql('p.id')} else '{}'::text[] end as roles
    ) r
    where s.id = $1 and ${alive} and not ${isBannedSql('p.id')}
      and (c.person_id is not null or g.person_id is not null)
      and case when s.class_id is null then c.person_id is not null else ${isStudentSql} end`,
};

export async function readSession(db: Db, id: string): Promise<SessionRow | null> {
  const [row] = await db.rows<RawSession>(readSessionStatement, [id]);
  if (row === undefined) return null;
  return {
    id: row.id,
    person: {
      id: row.person_id,
      name: row.name,
      handle: row.handle,
      email: row.email,
      locale: row.locale,
    },
    actor: {
      personId: row.person_id,
      roles: row.roles,
      ...restraintsOf(row.sanctions),
      ...(row.within === null ? {} : { within: row.within }),
    },
    sanctions: row.sanctions,
    layers: [...row.outside, ...row.inClasses],
    outside: row.outside,
    works: row.works,
    stale: row.stale,
  };
}

export const visitorLayersStatement: Statement = {
  name: 'visitor-layers',
  text: `select unnest(${layersOutsideSql({ person: 'null::uuid', roles: 'array[]::text[]' })}) as id`,
};

export async function visitorLayers(db: Db): Promise<readonly number[]> {
  const rows = await db.rows<{ id: number }>(visitorLayersStatement, []);
  return rows.map((row) => row.id);
}

export async function touchSession(db: Db, id: string): Promise<void> {
  await db.orm
    .update(session)
    .set({ seenAt: sql`now()` })
    .where(eq(session.id, id));
}

export async function insertSession(
  db: Db,
  row: {
    id: string;
    personId: string;
    device: string;
    classId: string | null;
    linkBy: string | null;
  },
): Promise<void> {
  await db.orm.insert(session).values(row);
}

/** False where the person has no such session. */
export async function dropSession(db: Db, id: string, personId: string): Promise<boolean> {
  const rows = await db.orm
    .delete(session)
    .where(and(eq(session.id, id), eq(session.personId, personId)))
    .returning({ id: session.id });
  return rows.length > 0;
}

export async function dropSessionById(db: Db, id: string): Promise<void> {
  await db.orm.delete(session).where(eq(session.id, id));
}

export async function dropSessionsOf(db: Db, personId: string): Promise<void> {
  await db.orm.delete(session).where(eq(session.personId, personId));
}

const aliveHere = sql`${session.seenAt} > now() - interval '30 days' and ${session.createdAt} > now() - interval '180 days'`;

/** Those no cookie can use any more. */
export async function dropDeadSessions(db: Db): Promise<void> {
  await db.orm.delete(session).where(sql`not (${aliveHere})`);
}

// Index session_person (person_id, created_at, id), read backwards.
export function sessionsBefore(
  db: Db,
  personId: string,
  place: { readonly created: string; readonly id: string } | null,
  limit: number,
) {
  return db.orm
    .select({
      id: session.id,
      device: session.device,
      created: sql<string>`${sql.raw(isoInstant('created_at'))}`,
      seen: session.seenAt,
      within: sql<string | null>`(select c.name from class c where c.id = ${session.classId})`,
    })
    .from(session)
    .where(
      and(
        eq(session.personId, personId),
        aliveHere,
        sql`(${session.createdAt}, ${session.id}) < (${place?.created ?? ends.lastInstant}::timestamptz, ${place?.id ?? ends.lastUuid}::uuid)`,
      ),
    )
    .orderBy(desc(session.createdAt), desc(session.id))
    .limit(limit);
}

export async function countSessionsOf(db: Db, personId: string): Promise<number> {
  const rows = await db.orm
    .select({ n: count() })
    .from(session)
    .where(eq(session.personId, personId));
  return rows[0]?.n ?? 0;
}
