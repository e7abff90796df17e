import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';
import { mostNotes } from './statements.ts';

const columns = `
  c.slug, r.major, r.minor, r.front, ${iso('r.released_at')} as released,
  ${iso('r.retracted_at')} as retracted, r.retraction`;

/** By their ids, which grow: in the order in which they were published here. Primary keys. */
export const newestReleases: Statement = {
  name: 'feed-releases',
  text: `
    select ${columns}
    from (select * from commentary_release where withdrawn_at is null order by id desc limit ${String(mostNotes)}) r
    join commentary c on c.id = r.commentary_id
    order by r.id desc`,
};

/** $1 work. Indexes commentary_work, commentary_release_commentary_id_major_minor_key. */
export const releasesOnWork: Statement = {
  name: 'feed-releases-of-work',
  text: `
    select ${columns}
    from commentary c
    cross join lateral (
      select * from commentary_release x where x.commentary_id = c.id and x.withdrawn_at is null
      order by x.major desc, x.minor desc limit ${String(mostNotes)}) r
    where c.work_id = $1
    order by r.id desc limit ${String(mostNotes)}`,
};
