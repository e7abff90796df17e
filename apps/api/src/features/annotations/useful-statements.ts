import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/** $1 note, $2 person. Only while it is a published public note of somebody else's. */
export const insertMark: Statement = {
  name: 'insert-useful-mark',
  text: `
    insert into useful_mark (annotation_id, person_id)
    select a.id, $2::uuid
    from annotation a
    join thread t on t.id = a.thread_id
    join layer l on l.id = t.layer_id and l.kind = 'public'
    where a.id = $1 and a.state = 'published' and a.author_id <> $2::uuid
    for no key update of a
    on conflict do nothing`,
};

/** $1 note, $2 person. */
export const removeMark: Statement = {
  name: 'remove-useful-mark',
  text: 'delete from useful_mark where annotation_id = $1 and person_id = $2',
};

/**
 * A person's own marks, newest first: index useful_mark_person (person_id, marked_at, annotation_id).
 * $1 person, $2 and $3 cursor, $4 how many. A note that has been taken away, or out of the public, is
 * told by its id alone.
 */
export const ownMarks: Statement = {
  name: 'own-useful-marks',
  text: `
    select m.annotation_id as note, ${iso('m.marked_at')} as marked, o.work, o.from_uid, o.to_uid, o.author
    from useful_mark m
    left join lateral (
      select w.slug as work, t.from_uid, t.to_uid, p.name as author
      from annotation a
      join thread t on t.id = a.thread_id
      join layer l on l.id = t.layer_id and l.kind = 'public'
      join work w on w.id = t.work_id and w.standing = 'public'
      join person p on p.id = a.author_id
      where a.id = m.annotation_id and a.state = 'published'
    ) o on true
    where m.person_id = $1 and (m.marked_at, m.annotation_id) < ($2::timestamptz, $3::uuid)
    order by m.marked_at desc, m.annotation_id desc
    limit $4`,
};

/** $1 person. */
export const countMarks: Statement = {
  name: 'count-useful-marks',
  text: 'select count(*)::integer as marks from useful_mark where person_id = $1',
};

/*
 * $1 person, who leaves. Their notes and those they marked are locked together, then the places of the
 * threads, all in the order of their keys: two who leave at once must not wait for each other.
 */
export const eraseMarks: readonly Statement[] = [
  {
    name: 'lock-notes-of-leaver',
    text: `
      select 1 from annotation a
      where a.id in (
        select o.id from annotation o where o.author_id = $1
        union
        select m.annotation_id from useful_mark m where m.person_id = $1)
      order by a.id for update`,
  },
  {
    name: 'lock-places-of-leaver',
    text: `
      select 1 from thread_place p
      where p.thread_id in (
        select a.thread_id from annotation a where a.author_id = $1
        union
        select a.thread_id from useful_mark m join annotation a on a.id = m.annotation_id
        where m.person_id = $1)
      order by p.thread_id, p.uid for no key update`,
  },
  { name: 'drop-useful-marks', text: 'delete from useful_mark where person_id = $1' },
];
