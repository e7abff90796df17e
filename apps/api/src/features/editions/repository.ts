import type { EditionAdminView } from '@glossator/contract';
import { eq } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { edition } from '../../db/schema.ts';

// Editions are few: a handful for each work. Newest version by unique (edition_id, ord).
const statement = {
  name: 'editions-administered',
  text: `
    select e.id, w.slug as work, e.title, v.version, e.access,
      coalesce((select json_agg(json_build_object('version', p.version, 'sha256', p.sha256,
          'seen', to_char(p.first_seen at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          order by p.first_seen, p.sha256)
        from proposed_release p where p.edition_id = e.id), '[]') as proposed
    from edition e
    join work w on w.id = e.work_id
    join lateral (select version from edition_version v
      where v.edition_id = e.id order by v.ord desc limit 1) v on true
    where $1::text is null or e.id = $1
    order by w.slug, e.ord`,
};

/** All editions, or the one named. */
export function editions(db: Db, id: string | null): Promise<EditionAdminView[]> {
  return db.rows<EditionAdminView & Record<string, unknown>>(statement, [id]);
}

export async function writeAccess(
  db: Db,
  id: string,
  access: EditionAdminView['access'],
): Promise<void> {
  await db.orm.update(edition).set({ access }).where(eq(edition.id, id));
}
