import type { Statement } from '../../db/client.ts';

/** How long a text is remembered, so that others like it come to it. */
const remembered = `interval '90 days'`;

/** $1 work, $2 bands, $3 version of fingerprints. Primary key of case_group_band. */
export const groupsLike: Statement = {
  name: 'groups-like',
  text: `
    select g.key, g.fingerprint, g.is_shared, g.founder
    from (
      select b.key, count(*) as shared from case_group_band b
      where b.work_id = $1 and b.band = any($2::text[]) group by b.key
      order by shared desc, b.key limit 20
    ) x
    join case_group g on g.key = x.key
    where g.version = $3 and g.made_at > now() - ${remembered}
    order by x.shared desc, g.key`,
};

/** $1 key, $2 work, $3 founder, $4 fingerprint, $5 version, $6 bands. */
export const foundGroup: Statement = {
  name: 'found-group',
  text: `
    with made as (
      insert into case_group (key, work_id, founder, fingerprint, version)
      values ($1, $2, $3, $4::integer[], $5) returning key, work_id
    )
    insert into case_group_band (work_id, band, key)
    select distinct m.work_id, b.band, m.key from made m cross join unnest($6::text[]) as b(band)`,
};

/** $1 key, $2 case. From its second case on it is one. */
export const joinGroup: Statement = {
  name: 'join-group',
  text: `
    with shared as (
      update case_group set is_shared = true where key = $1 and not is_shared and founder <> $2
      returning founder
    )
    update moderation_case c set group_key = $1
    where c.id = $2 or c.id in (select founder from shared)`,
};

/** $1 case: it says something else by now. */
export const leaveGroup: Statement = {
  name: 'leave-group',
  text: `update moderation_case set group_key = null where id = $1 and group_key is not null`,
};

/** Rows of texts that nobody is compared with any more. Index case_group_age. */
export const dropOldGroups: Statement = {
  name: 'drop-old-groups',
  text: `delete from case_group where made_at < now() - ${remembered}`,
};

/** $1 key, $2 how many of them. Index moderation_case_group. */
export const casesOfGroup: Statement = {
  name: 'cases-of-group',
  text: `
    select c.id, c.version, a.version as revision, coalesce(q.number, 0) as proposal,
      count(*) over ()::integer as of_all
    from moderation_case c
    join annotation a on a.id = c.annotation_id
    left join proposed_revision q on q.annotation_id = a.id and c.kind = 'edit' and q.state = 'held'
    where c.group_key = $1 and c.state = 'open'
    order by c.priority desc, c.opened_at, c.id
    limit $2`,
};
