import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/** Addresses in one file, and files in the index: the protocol takes no more. */
export const mostAddresses = 50_000;
export const commentariesAtOnce = 1_000;

/** Works are few. Of each, when what everybody reads was released. */
export const publicWorks: Statement = {
  name: 'sitemap-works',
  text: `
    select w.id, w.slug,
      (select max(v.released)::text from edition e join edition_version v on v.edition_id = e.id
        where e.work_id = w.id and e.access = 'public') as changed
    from work w where w.standing = 'public' order by w.slug`,
};

/** $1 work, $2 slug after which. Of which something is published. Indexes commentary_work, commentary_release_commentary_id_major_minor_key. */
export const commentariesAfter: Statement = {
  name: 'sitemap-commentaries',
  text: `
    select c.slug, ${iso('x.changed')} as changed
    from (
      select id, slug from commentary where work_id = $1 and slug > $2
      order by slug limit ${String(commentariesAtOnce)}) c
    left join lateral (
      select max(greatest(r.released_at, r.retracted_at)) as changed
      from commentary_release r
      where r.commentary_id = c.id and r.withdrawn_at is null) x on true
    order by c.slug`,
};

/** $1 slug. The entries of all its releases; label '' is the release itself. Indexes commentary_slug_key, commentary_release_commentary_id_major_minor_key, release_part_pkey. */
export const pagesOfCommentary: Statement = {
  name: 'sitemap-commentary',
  text: `
    select r.major, r.minor, ${iso('greatest(r.released_at, r.retracted_at)')} as changed,
      array(select p.label from release_part p
        where p.release_id = r.id and p.label <> '' order by p.n) as labels
    from commentary c
    join commentary_release r on r.commentary_id = c.id and r.withdrawn_at is null
    where c.slug = $1 order by r.major desc, r.minor desc`,
};
