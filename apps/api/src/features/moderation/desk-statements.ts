import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/** $1 works. */
export const worksNamed: Statement = {
  name: 'moderated-works-named',
  text: `select slug, titles from work where id = any($1::integer[]) order by id`,
};

/** $1 who. Their few of each: the unique index of each table. */
export const ownFilters: Statement = {
  name: 'own-case-filters',
  text: `select id, name, query from case_filter where person_id = $1 order by made_at, id`,
};
export const ownReplies: Statement = {
  name: 'own-ready-replies',
  text: `select id, name, words from ready_reply where person_id = $1 order by made_at, id`,
};

/** $1 who, $2 works, $3 how many: what was decided together is one. Index decision_actor. */
export const ownRecentDecisions: Statement = {
  name: 'own-recent-decisions',
  text: `
    select d.id, d.case_id, w.slug as work, d.action, d.before, c.kind, a.state as note_state,
      d.author_id, p.name as author_name, p.handle as author_handle, ${iso('d.due_at')} as until,
      d.batch_id, d.together
    from (
      select * from (
        select d.*, count(*) over (partition by coalesce(d.batch_id, d.id))::integer as together,
          row_number() over (partition by coalesce(d.batch_id, d.id) order by d.at desc, d.id) as nth
        from decision d
        where d.actor_id = $1 and d.at > now() - interval '1 hour' and d.due_at > now()
          and d.told_at is null and d.undone_at is null
      ) d
      where d.nth = 1 order by d.at desc limit $3
    ) d
    join moderation_case c on c.id = d.case_id and c.work_id = any($2::integer[])
    join annotation a on a.id = d.annotation_id
    join work w on w.id = c.work_id
    join person p on p.id = d.author_id
    order by d.at desc`,
};

/** $1 who, $2 name, $3 id, $4 what is kept, $5 how many there may be. A name is taken over. */
const saving = (table: string, column: string) =>
  [
    {
      name: `drop-${table}-named`,
      text: `delete from ${table} where person_id = $1 and name = $2`,
    },
    {
      name: `save-${table}`,
      text: `
        insert into ${table} (id, person_id, name, ${column})
        select $3, $1, $2, $4
        where (select count(*) from ${table} where person_id = $1) < $5
        returning id`,
    },
  ] as const;
export const savingFilter = saving('case_filter', 'query');
export const savingReply = saving('ready_reply', 'words');

/** $1 id, $2 who. */
export const dropFilter: Statement = {
  name: 'drop-case-filter',
  text: `delete from case_filter where id = $1 and person_id = $2 returning id`,
};
export const dropReply: Statement = {
  name: 'drop-ready-reply',
  text: `delete from ready_reply where id = $1 and person_id = $2 returning id`,
};
