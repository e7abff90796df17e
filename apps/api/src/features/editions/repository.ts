import type { EditionAdminView } from '@glossator/contract';
import { eq } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { isoInstant } from '../../db/instant.ts';
import { edition } from '../../db/schema.ts';

// Editions are few: a handful for each work. Newest version by unique (edition_id, ord).
const statement = {
  name: 'editions-administered',
  text: `
    select e.id, w.slug as work, e.title, v.version, e.access,
      case when e.relation = 'supplement' then json_build_object('by', s.name,
        'at', ${isoInstant('s.signed_at')}) end as signature,
      coalesce((select json_agg(json_build_object('version', p.version, 'sha256', p.sha256,
          'seen', to_char(p.first_seen at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          order by p.first_seen, p.sha256)
        from proposed_release p where p.edition_id = e.id and p.released_as is null
          and p.set_aside_at is null and not exists (select from edition_version o
            where o.edition_id = p.edition_id and o.sha256 = p.sha256)), '[]') as proposed
    from edition e
    join work w on w.id = e.work_id
    join lateral (select id, version from edition_version v
      where v.edition_id = e.id order by v.ord desc limit 1) v on true
    left join edition_signature s on s.version_id = v.id
    where w.standing = 'public' and ($1::text is null or e.id = $1)
    order by w.slug, e.ord`,
};

/** All editions of public works, or the one named: an administrator has no eye in what is private. */
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

const newest = `(select v.id from edition_version v join edition e on e.id = v.edition_id
  where e.id = $1 and e.relation = 'supplement' order by v.ord desc limit 1)`;

// True where nobody had signed it. One signature a version, by its primary key.
const signStatement = {
  name: 'edition-sign',
  text: `insert into edition_signature (version_id, person_id, name)
    select v.id, $3, $4 from edition_version v where v.id = ${newest} and v.version = $2
    on conflict do nothing returning version_id`,
};
const unsignStatement = {
  name: 'edition-unsign',
  text: `delete from edition_signature where version_id = ${newest} returning version_id`,
};

export const sign = async (
  db: Db,
  id: string,
  { version, name }: { readonly version: string; readonly name: string },
  personId: string,
): Promise<boolean> => (await db.rows(signStatement, [id, version, personId, name])).length > 0;

export const unsign = async (db: Db, id: string): Promise<boolean> =>
  (await db.rows(unsignStatement, [id])).length > 0;
