import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';
import { isOfItsWorkSql, seesWorkSql } from '../../db/visibility.ts';

/** $1 person, $2 kinds, $3 targets; in their order. The unique index of (person_id, kind, target). */
export const followsOf: Statement = {
  name: 'follows-of',
  text: `
    select f.kind, f.target, f.state
    from unnest($2::text[], $3::text[]) with ordinality as k(kind, target, n)
    join follow f on f.person_id = $1 and f.kind = k.kind and f.target = k.target
    order by k.n`,
};

/** $1 id, $2 person, $3 kind, $4 target, $5 state, $6 whether by mail; null leaves that as it is. */
export const putFollow: Statement = {
  name: 'put-follow',
  text: `
    insert into follow (id, person_id, kind, target, state, mails)
    values ($1, $2, $3, $4, $5, coalesce($6::boolean, true))
    on conflict (person_id, kind, target) do update
      set state = excluded.state, mails = coalesce($6::boolean, follow.mails)`,
};

/** $1 person, $2 kind, $3 target. */
export const dropFollow: Statement = {
  name: 'drop-follow',
  text: 'delete from follow where person_id = $1 and kind = $2 and target = $3 returning id',
};

/** $1 person, $2 key of a handle: also of somebody of whom nothing is seen any more. */
export const dropFollowedPerson: Statement = {
  name: 'drop-followed-person',
  text: `
    delete from follow f using person p
    where lower(p.handle) collate "C" = $2 and f.person_id = $1 and f.kind = 'person'
      and f.target = p.id::text
    returning f.id`,
};

/*
 * $1 person, $2 and $3 place, $4 layers, $5 how many, $6 works that are not public. Index follow_list, read backwards. A thread
 * that has gone where its follower may not look is not told of.
 */
export const followsBefore: Statement = {
  name: 'follows-before',
  text: `
    select f.id, f.kind, f.target, f.state, f.mails as mail, ${iso('f.created_at')} as created, w.slug as work,
      coalesce(u.uid, t.from_uid) as from_uid, t.to_uid, root.id as note, p.name, p.handle,
      l.kind as layer
    from follow f
    left join unit u on f.kind = 'clause' and u.uid = f.target
    left join thread t on t.id = case f.kind when 'thread' then f.target::uuid end
      and t.layer_id = any($4::integer[])
    left join annotation root on root.thread_id = t.id and root.parent_id is null
    left join person p on p.id = case f.kind when 'person' then f.target::uuid end
      and p.state = 'active'
    left join layer l on l.id = case f.kind when 'layer' then f.target::integer else t.layer_id end
      and l.id = any($4::integer[])
    left join work w on w.id = case f.kind when 'work' then f.target::integer
      else coalesce(u.work_id, t.work_id) end
    where f.person_id = $1 and (f.created_at, f.id) < ($2::timestamptz, $3::uuid)
      and (w.id is null or ${seesWorkSql('$6::integer[]')})
      and case f.kind when 'clause' then u.uid is not null when 'thread' then t.id is not null
        when 'person' then p.id is not null when 'layer' then l.id is not null
        else w.id is not null end
    order by f.created_at desc, f.id desc
    limit $5`,
};

/** $1 the key of a handle. Index person_handle. */
export const personByHandle: Statement = {
  name: 'follow-person',
  text: `select id::text as target from person
    where lower(handle) collate "C" = $1 and state = 'active'`,
};

/** $1 thread, $2 layers. */
export const threadToFollow: Statement = {
  name: 'follow-thread',
  text: `select t.id::text as target from thread t join layer l on l.id = t.layer_id
    where t.id = $1::uuid and t.layer_id = any($2::integer[]) and ${isOfItsWorkSql}`,
};

/** $1 kind of a layer that others write in, $2 layers. */
export const layerToFollow: Statement = {
  name: 'follow-layer',
  text: `select id::text as target from layer
    where kind = $1 and owner_id is null and class_id is null and id = any($2::integer[])`,
};

/** $1 unit, $2 works that are not public. */
export const clauseToFollow: Statement = {
  name: 'follow-clause',
  text: `select u.uid as target from unit u join work w on w.id = u.work_id
    where u.uid = $1 and ${seesWorkSql('$2::integer[]')}`,
};

/** $1 slug, $2 works that are not public. */
export const workToFollow: Statement = {
  name: 'follow-work',
  text: `select w.id::text as target from work w
    where w.slug = $1 and ${seesWorkSql('$2::integer[]')}`,
};

/** Rows whose target has gone. Each kind is looked up by its key. */
export const dropDeadFollows: Statement = {
  name: 'drop-dead-follows',
  text: `
    delete from follow f
    where (f.kind = 'thread'
        and not exists (select from thread t where t.id = f.target::uuid))
      or (f.kind = 'person' and not exists (
        select from person p where p.id = f.target::uuid and p.state = 'active'))`,
};
