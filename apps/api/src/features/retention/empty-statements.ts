import type { Statement } from '../../db/client.ts';

/* What a class holds, bit by bit: $1 class, $2 rows at most. All of it goes by an index of its own. */

const bit = (name: string, from: string, keys: string, found: string): Statement => ({
  name: `retention-empty-${name}`,
  text: `delete from ${from} where (${keys}) in (${found} limit $2::integer) returning 1`,
});
const ofAssignments = (name: string, table: string, keys: readonly string[]): Statement =>
  bit(
    name,
    table,
    keys.join(', '),
    `select ${keys.map((key) => `x.${key}`).join(', ')} from assignment s
     join ${table} x on x.assignment_id = s.id where s.class_id = $1`,
  );

/** The threads of its layers, where they are followed or were answered in. */
const layers = 'from assignment s join layer l on l.assignment_id = s.id';

/** What tells of the class itself: who set what it is set, and until when. */
const eventsThatStay = `('keep-set', 'erased', 'published', 'taken-back', 'changed', 'rubric-changed', 'release-set')`;

/** In this order: notes before the layers they stand in, and layers before the groups they are of. */
export const emptying: readonly Statement[] = [
  // `new:<work>:<address>:<assignment>`, `reply:<note>`, `edit:<note>`.
  bit(
    'drafts',
    'draft',
    'person_id, place, writer',
    `select d.person_id, d.place, d.writer
     from class_member m join draft d on d.person_id = m.person_id
     where m.class_id = $1 and (
       substring(d.place from '^new:.*:([0-9a-f-]{36})$')::uuid in (
         select id from assignment where class_id = $1)
       or exists (
         select from annotation a join thread t on t.id = a.thread_id join layer l on l.id = t.layer_id
         where a.id = substring(d.place from '^(?:reply|edit):([0-9a-f-]{36})$')::uuid
           and l.class_id = $1))`,
  ),
  bit(
    'follows',
    'follow',
    'id',
    `select f.id
     from class_member m join follow f on f.person_id = m.person_id and f.kind = 'thread'
     where m.class_id = $1 and exists (
       select from thread t join layer l on l.id = t.layer_id
       where t.id = case when f.kind = 'thread' then f.target::uuid end and l.class_id = $1)`,
  ),
  {
    // A thread goes with all of its notes: as many threads as have so many notes together.
    name: 'retention-empty-threads',
    text: `
      with picked as (
        select t.id, (select count(*) from annotation a where a.thread_id = t.id) as notes
        ${layers} join thread t on t.layer_id = l.id
        where s.class_id = $1 order by t.id limit 100
      ), summed as (
        select id, sum(notes) over (order by id) - notes as before from picked)
      delete from thread where id in (select id from summed where before < $2::integer) returning 1`,
  },
  bit('layers', 'layer', 'id', `select l.id ${layers} where s.class_id = $1`),
  ofAssignments('results', 'grade_result', ['id']),
  ofAssignments('grades', 'grade', ['assignment_id', 'person_id']),
  ofAssignments('extensions', 'assignment_extension', ['assignment_id', 'person_id']),
  ofAssignments('openings', 'assignment_opening', ['assignment_id', 'person_id', 'uid']),
  ofAssignments('news', 'class_news', ['person_id', 'assignment_id', 'kind']),
  ofAssignments('aliases', 'assignment_alias', ['assignment_id', 'person_id']),
  bit('rosters', 'class_roster', 'id', 'select id from class_roster where class_id = $1'),
  bit(
    'grouped',
    'class_group_member',
    'class_id, person_id',
    'select class_id, person_id from class_group_member where class_id = $1',
  ),
  bit(
    'past',
    'class_group_past',
    'person_id, group_id',
    `select p.person_id, p.group_id from class_group g join class_group_past p on p.group_id = g.id
     where g.class_id = $1`,
  ),
  bit('groups', 'class_group', 'id', 'select id from class_group where class_id = $1'),
  bit(
    'events',
    'class_event',
    'id',
    `select id from class_event
     where class_id = $1 and (about_id is not null or what not in ${eventsThatStay})`,
  ),
  {
    name: 'retention-empty-actors',
    text: `
      update class_event e set actor_id = null
      where e.id in (
        select o.id from class_event o
        where o.class_id = $1 and o.actor_id is not null and not exists (
          select from class_member m
          where m.class_id = $1 and m.person_id = o.actor_id and m.state = 'active')
        limit $2::integer)
      returning 1`,
  },
];

/** $1 class, $2 how many: whoever is left of its people beside those who instruct it. */
export const members: Statement = {
  name: 'retention-members',
  text: `
    delete from class_member where (class_id, person_id) in (
      select class_id, person_id from class_member
      where class_id = $1 and not (role = 'instructor' and state = 'active') limit $2::integer)
    returning person_id as id`,
};

/** $1 people: those without an account whom no class holds any more. Primary keys. */
export const strayGuests: Statement = {
  name: 'retention-guests',
  text: `
    select g.person_id as id from class_guest g
    where g.person_id = any($1::uuid[])
      and not exists (select from class_member m where m.person_id = g.person_id)
    order by g.person_id`,
};
