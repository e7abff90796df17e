import type { SiteRole } from '@glossator/domain';
import { eq, sql } from 'drizzle-orm';
import type { Db, Statement } from '../../db/client.ts';
import { session } from '../../db/schema.ts';
import { seesLayerSql } from '../../db/visibility.ts';

/** 30 days without use, 180 at most. */
const alive = `s.seen_at > now() - interval '30 days' and s.created_at > now() - interval '180 days'`;

export interface SessionRow {
  readonly id: string;
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly locale: 'en' | 'zh-Hans';
  };
  readonly roles: readonly SiteRole[];
  readonly layers: readonly number[];
  /** True when its last use should be written down again. */
  readonly stale: boolean;
}

interface RawSession {
  id: string;
  person_id: string;
  name: string;
  email: string;
  locale: 'en' | 'zh-Hans';
  roles: SiteRole[];
  layers: number[];
  stale: boolean;
}

// Runs with every request of a signed-in person: one look-up by primary key each.
export const readSessionStatement: Statement = {
  name: 'session-read',
  text: `
    select s.id, p.id as person_id, p.name, c.email, c.locale, r.roles,
      array(select l.id from layer l where ${seesLayerSql({ person: 'p.id', roles: 'r.roles' })}) as layers,
      s.seen_at < now() - interval '5 minutes' as stale
    from session s
    join person p on p.id = s.person_id and p.state = 'active'
    join account c on c.person_id = p.id
    cross join lateral (
      select array(select role from site_role where person_id = p.id)::text[] as roles
    ) r
    where s.id = $1 and ${alive}`,
};

export async function readSession(db: Db, id: string): Promise<SessionRow | null> {
  const [row] = await db.rows<RawSession>(readSessionStatement, [id]);
  if (row === undefined) return null;
  return {
    id: row.id,
    person: { id: row.person_id, name: row.name, email: row.email, locale: row.locale },
    roles: row.roles,
    layers: row.layers,
    stale: row.stale,
  };
}

export const visitorLayersStatement: Statement = {
  name: 'visitor-layers',
  text: `select l.id from layer l
    where ${seesLayerSql({ person: 'null::uuid', roles: 'array[]::text[]' })}`,
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
