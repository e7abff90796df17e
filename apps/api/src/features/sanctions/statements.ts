import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';
import { rolesOfSql } from '../../db/roles.ts';
import { sanctionsOfSql } from '../../db/sanctions.ts';
import { keptFrom } from '../moderation/kept.ts';

/** $1 person. */
export const openSanctions: Statement = {
  name: 'open-sanctions',
  text: `select ${sanctionsOfSql('$1')} as sanctions`,
};

/** $1 person. Two who judge the same person do it one after the other; what they write is not held up. */
export const lockJudged: Statement = {
  name: 'lock-judged',
  text: `select p.id, p.name, p.handle, c.email, c.email_key as key, c.locale,
      c.time_zone as zone, ${rolesOfSql('p.id')} as roles
    from person p join account c on c.person_id = p.id
    where p.id = $1 and p.state = 'active' for no key update of p`,
};

/**
 * $1 person, $2 whether of all works, $3 else of which: what is hidden elsewhere is not told. Indexes
 * annotation_author, session_person, access_token_person.
 */
export const judgedPerson: Statement = {
  name: 'judged-person',
  text: `select p.id, p.name, p.handle, ${iso('c.created_at')} as since,
      ${rolesOfSql('p.id')} as roles, ${sanctionsOfSql('p.id')} as sanctions,
      n.published, n.hidden,
      (select count(*)::integer from session s where s.person_id = p.id) as sessions,
      (select count(*)::integer from access_token k where k.person_id = p.id) as tokens
    from person p
    join account c on c.person_id = p.id
    cross join lateral (
      select count(*) filter (where a.state = 'published')::integer as published,
        count(*) filter (where a.state = 'hidden'
          and ($2::boolean or t.work_id = any($3::integer[])))::integer as hidden
      from annotation a
      join thread t on t.id = a.thread_id
      join layer l on l.id = t.layer_id and l.kind = 'public'
      where a.author_id = p.id and a.state in ('published', 'hidden')
    ) n
    where p.id = $1 and p.state = 'active'`,
};

/** $1 person, $2 whether of all works, $3 else of which, $4 who asks. Index decision_author. */
export const decisionsAbout: Statement = {
  name: 'decisions-about',
  text: `select count(*) filter (where d.action = 'approve')::integer as approved,
      count(*) filter (where d.action = 'return')::integer as returned,
      count(*) filter (where d.action = 'refuse')::integer as refused,
      count(*) filter (where d.action = 'hide')::integer as flagged
    from decision d join moderation_case c on c.id = d.case_id
    where d.author_id = $1 and d.undone_at is null and not ${keptFrom('d.id', '$4')}
      and ($2::boolean or c.work_id = any($3::integer[]))`,
};

/** $1 whether all, $2 else which. */
export const worksNamed: Statement = {
  name: 'works-of-sanctions',
  text: `select slug, titles from work
    where standing = 'public' and ($1::boolean or id = any($2::integer[])) order by slug`,
};

const shown = `
  x.id, x.person_id, x.kind, x.work_id, w.slug as work, w.titles, x.reason, x.words,
  ${iso('x.given_at')} as given, ${iso('x.ends_at')} as until,
  case when x.state = 'in-force' and x.ends_at <= now() then 'ended' else x.state end as state,
  ${iso('x.read_at')} as read, ${iso('x.lifted_at')} as lifted_at, x.lifted_words,
  x.given_by, g.name as giver, f.name as lifter, d.name as decider,
  o.state as objection, o.words as objected, ${iso('o.stated_at')} as stated,
  o.decided_words as answer, o.expires_at > now() as in_time,
  (select count(*)::integer from sanction_hiding h
    join annotation a on a.id = h.annotation_id and a.state = 'hidden'
    where h.sanction_id = x.id) as hidden`;
const beside = `
  join person g on g.id = x.given_by
  join objection o on o.sanction_id = x.id
  left join work w on w.id = x.work_id
  left join person f on f.id = x.lifted_by
  left join person d on d.id = o.decided_by`;

/**
 * $1 person, $2 and $3 place, $4 limit, $5 whether of all works, $6 else of which beside the site's.
 * Index sanction_person, read backwards.
 */
export const sanctionsBefore: Statement = {
  name: 'sanctions-before',
  text: `select ${shown} from sanction x ${beside}
    where x.person_id = $1 and (x.given_at, x.id) < ($2::timestamptz, $3::uuid)
      and ($5::boolean or x.work_id is null or x.work_id = any($6::integer[]))
    order by x.given_at desc, x.id desc limit $4`,
};

/** $1 sanction. */
export const oneSanction: Statement = {
  name: 'one-sanction',
  text: `select ${shown} from sanction x ${beside} where x.id = $1`,
};

/** $1 the giver, $2 the key of their form. */
export const sanctionByKey: Statement = {
  name: 'sanction-by-key',
  text: `select x.id, x.person_id, x.kind, x.work_id from sanction x
    where x.given_by = $1 and x.post_key = $2`,
};

export const insertSanction: Statement = {
  name: 'insert-sanction',
  text: `insert into sanction (id, person_id, kind, work_id, reason, words, given_by, ends_at, state, post_key)
    values ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(days => $8::integer), $9, $10)`,
};

/** $1 sanction, $2 hash of the link. Good for ninety days, as long as most of them last. */
export const insertObjection: Statement = {
  name: 'insert-objection',
  text: `insert into objection (sanction_id, token_hash, expires_at)
    values ($1, $2, now() + interval '90 days')`,
};

/** $1 sanction. The end is the clock's: what has ended is not lifted any more. */
export const lockSanction: Statement = {
  name: 'lock-sanction',
  text: `select x.state, coalesce(x.ends_at <= now(), false) as ended
    from sanction x where x.id = $1 for update`,
};

/** $1 sanction, $2 state. */
export const markRead: Statement = {
  name: 'sanction-read',
  text: 'update sanction set state = $2, read_at = now() where id = $1',
};

/** $1 sanction, $2 state, $3 who, $4 words. */
export const markLifted: Statement = {
  name: 'sanction-lifted',
  text: `update sanction set state = $2, lifted_at = now(), lifted_by = $3, lifted_words = $4
    where id = $1`,
};

/** $1 hash of the link. */
export const sanctionByLink: Statement = {
  name: 'sanction-by-link',
  text: `select sanction_id as id from objection where token_hash = $1 and expires_at > now()`,
};

/** $1 sanction. */
export const lockObjection: Statement = {
  name: 'lock-objection',
  text: `select o.state, o.expires_at > now() as in_time from objection o
    where o.sanction_id = $1 for update`,
};

/** $1 sanction, $2 state, $3 words. */
export const writeObjection: Statement = {
  name: 'write-objection',
  text: `update objection set state = $2, words = $3, stated_at = now() where sanction_id = $1`,
};

/** $1 sanction, $2 state, $3 who, $4 words. */
export const decideObjection: Statement = {
  name: 'decide-objection',
  text: `update objection set state = $2, decided_at = now(), decided_by = $3, decided_words = $4
    where sanction_id = $1`,
};

/** $1 and $2 place, $3 limit, $4 whether of the site and all works, $5 else of which. Index objection_open. */
export const openObjections: Statement = {
  name: 'open-objections',
  text: `select ${shown}, p.name as person, ${rolesOfSql('x.person_id')} as roles
    from objection o
    join sanction x on x.id = o.sanction_id
    join person p on p.id = x.person_id
    join person g on g.id = x.given_by
    left join work w on w.id = x.work_id
    left join person f on f.id = x.lifted_by
    left join person d on d.id = o.decided_by
    where o.state = 'open' and (o.stated_at, o.sanction_id) > ($1::timestamptz, $2::uuid)
      and ($4::boolean or x.work_id = any($5::integer[]))
    order by o.stated_at, o.sanction_id limit $3`,
};

/** $1 person, $2 and $3 place, $4 limit. Index person_note_person, read backwards. */
export const personNotesBefore: Statement = {
  name: 'person-notes-before',
  text: `select n.id, p.name as author, n.author_id, n.words, ${iso('n.at')} as at
    from person_note n join person p on p.id = n.author_id
    where n.person_id = $1 and (n.at, n.id) < ($2::timestamptz, $3::uuid)
    order by n.at desc, n.id desc limit $4`,
};

/** The same key again writes nothing. */
export const insertPersonNote: Statement = {
  name: 'insert-person-note',
  text: `insert into person_note (id, person_id, author_id, words, post_key)
    select $1, p.id, $3, $4, $5 from person p where p.id = $2 and p.state = 'active'
    on conflict (author_id, post_key) do nothing`,
};

/** $1 person, $2 limit. Index annotation_author. */
export const notesToHide: Statement = {
  name: 'notes-to-hide',
  text: `select a.id from annotation a
    join thread t on t.id = a.thread_id
    join layer l on l.id = t.layer_id and l.kind = 'public'
    where a.author_id = $1 and a.state = 'published'
    order by a.created_at, a.id limit $2`,
};

/** $1 sanction, $2 limit. */
export const notesToShow: Statement = {
  name: 'notes-to-show',
  text: `select a.id from sanction_hiding h
    join annotation a on a.id = h.annotation_id and a.state = 'hidden'
    where h.sanction_id = $1 order by a.id limit $2`,
};

/** $1 sanction, $2 note. */
export const insertHiding: Statement = {
  name: 'insert-hiding',
  text: `insert into sanction_hiding (sanction_id, annotation_id) values ($1, $2)
    on conflict do nothing`,
};
export const dropHiding: Statement = {
  name: 'drop-hiding',
  text: 'delete from sanction_hiding where sanction_id = $1 and annotation_id = $2',
};

/** $1 person: what was said to and of somebody goes with them; that it was done stays. */
export const eraseSanctionWords: readonly Statement[] = [
  {
    name: 'erase-objections',
    text: `update objection set words = '', decided_words = ''
      where sanction_id in (select id from sanction where person_id = $1)`,
  },
  {
    name: 'erase-sanctions',
    text: `update sanction set words = '', lifted_words = '' where person_id = $1`,
  },
  { name: 'erase-person-notes', text: 'delete from person_note where person_id = $1' },
];

/** $1 person. */
export const countSanctions: Statement = {
  name: 'count-sanctions',
  text: 'select count(*)::integer as n from sanction where person_id = $1',
};
