import type { Statement } from '../../db/client.ts';

/** $1 work. Until the transaction ends nobody stores a thread on it, and what was being stored is there. */
export const lockText: Statement = {
  name: 'lock-text',
  text: 'select lock_text($1, true)',
};

/** $1 version. Primary keys; an edition has as many rows as its work has segments. */
export const versionTexts: Statement = {
  name: 'followed-version-texts',
  text: `
    select s.uid, s.reading from segment_text s where s.version_id = $1
    union all
    select l.uid, substr(s.reading, l.start_at + 1, l.end_at - l.start_at)
    from limb_range l
    join segment_text s on s.version_id = l.version_id and s.uid = l.sentence_uid
    where l.version_id = $1`,
};

/** $1 version. Primary key. */
export const versionEntries: Statement = {
  name: 'followed-version-entries',
  text: 'select number, body from apparatus_entry where version_id = $1',
};

/** $1 work. Index unit_order; those that are retired as well. */
export const allUnits: Statement = {
  name: 'followed-units',
  text: `
    select uid, kind, ord, parent_uid as parent, status = 'live' as lives
    from unit where work_id = $1 order by ord`,
};

/** $1 work. What earlier releases put in the place of units that are gone. Primary key. */
export const declaredSuccessors: Statement = {
  name: 'followed-successors',
  text: 'select uid, successors from unit_alias where work_id = $1 and successors <> array[uid]',
};

/** $1 work, $2 units. Primary key of thread_place: an index range for each unit. */
export const threadsOn: Statement = {
  name: 'followed-threads',
  text: `
    select distinct p.thread_id as id
    from unnest($2::text[]) as u(uid)
    join thread_place p on p.work_id = $1 and p.uid = u.uid`,
};

/**
 * $1 threads, $2 edition. Those of which a release asks the same, as one row: of a hundred thousand notes on
 * a clause many quote the same words. Primary keys, and thread_place_thread.
 */
export const alikeThreads: Statement = {
  name: 'followed-thread-groups',
  text: `
    with followed as (
      select t.id, l.kind as layer, t.target_kind as kind, t.from_uid, t.to_uid,
        exists (select from thread_part x where x.thread_id = t.id) as is_part,
        case when t.entry_edition = $2 then t.entry_number end as entry,
        array(select p.uid from thread_place p where p.thread_id = t.id
          order by p.opening desc, p.uid) as places,
        (select json_agg(json_build_object('n', c.n, 'version', c.version_id, 'uid', c.uid,
            'start', c.start_at, 'end', c.end_at, 'exact', c.exact, 'prefix', c.prefix,
            'suffix', c.suffix) order by c.n)
          from thread_locus c
          join edition_version v on v.id = c.version_id and v.edition_id = $2
          where c.thread_id = t.id)::text as loci,
        (select json_build_object('outcome', f.outcome, 'answer', f.answer)
          from thread_fate f
          join edition_version v on v.id = f.version_id and v.edition_id = $2
          where f.thread_id = t.id order by v.ord desc limit 1)::text as last
      from unnest($1::uuid[]) as k(id)
      join thread t on t.id = k.id
      join layer l on l.id = t.layer_id
    )
    select array_agg(id) as ids, layer, kind, from_uid, to_uid, is_part, entry, places,
      loci::json as loci, last::json as last
    from followed
    group by layer, kind, from_uid, to_uid, is_part, entry, places, followed.loci, followed.last`,
};

/** $1 work. Index thread_work. */
export const threadCounts: Statement = {
  name: 'followed-thread-counts',
  text: `
    select l.kind as layer, count(*)::integer as threads
    from thread t join layer l on l.id = t.layer_id
    where t.work_id = $1 group by l.kind`,
};

/** $1 version, $2 threads. A later version asks anew. Primary key of thread_fate. */
export const passFates: Statement = {
  name: 'pass-fates',
  text: `
    update thread_fate f set answer = 'passed', answered_at = now()
    from unnest($2::uuid[]) as k(id), edition_version v, edition_version now_v
    where f.thread_id = k.id and f.answer = 'none' and f.version_id <> $1
      and v.id = f.version_id and now_v.id = $1 and v.edition_id = now_v.edition_id`,
};

// In the order of threads, which is that of the keys that are looked up and written for each.

/** $1 version, $2 fates, each of all threads that share it. */
export const insertFates: Statement = {
  name: 'insert-fates',
  text: `
    insert into thread_fate (thread_id, version_id, base_id, outcome, reason, from_uid, to_uid)
    select t.id, $1, k.base, k.outcome, k.reason, k."from", k."to"
    from jsonb_to_recordset($2::jsonb) as k(threads uuid[], base integer, outcome text, reason text,
      "from" text, "to" text)
    cross join unnest(k.threads) as t(id)
    order by t.id
    on conflict do nothing`,
};

/** $1 version, $2 places, each of all threads that share it. */
export const insertFateLoci: Statement = {
  name: 'insert-fate-loci',
  text: `
    insert into fate_locus (thread_id, version_id, side, n, text_version_id, uid, start_at, end_at,
      exact, prefix, suffix)
    select t.id, $1, 'new', k.n, $1, k.uid, k.start, k."end", k.exact, k.prefix, k.suffix
    from jsonb_to_recordset($2::jsonb) as k(threads uuid[], n smallint, uid text, start integer,
      "end" integer, exact text, prefix text, suffix text)
    cross join unnest(k.threads) as t(id)
    order by t.id, k.n
    on conflict do nothing`,
};

/** $1 moves. */
export const followThreads: Statement = {
  name: 'follow-threads',
  text: 'select follow_threads($1::jsonb)',
};

/** When mail that is told now is due to the account `c`, as that person wishes it. */
export const mailAt = `
  case when c.notice_mail <> 'off'
    then next_mail(c.notice_mail, c.time_zone, now(), c.notices_mailed_at) end`;

/**
 * $1 version, $2 threads. One notice for each author of a note that stands and wants an answer, in the order
 * of people, as they are locked elsewhere; one for a release, however many editions it has.
 */
export const tellAuthors: Statement = {
  name: 'tell-authors-of-release',
  text: `
    insert into text_news (person_id, version_id, mail_at)
    select p.id, $1, ${mailAt}
    from person p
    left join account c on c.person_id = p.id
    where p.state = 'active' and p.id in (
      select t.author_id from unnest($2::uuid[]) as k(id)
      join thread t on t.id = k.id
      join annotation a on a.thread_id = t.id and a.parent_id is null
        and a.state not in ('deleted', 'erased'))
      and not exists (select from text_news n where n.person_id = p.id and n.at = now())
    order by p.id
    on conflict (person_id, version_id) do nothing`,
};
