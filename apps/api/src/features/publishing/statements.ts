import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';
import { rolesOfSql } from '../../db/roles.ts';
import { isBannedSql } from '../../db/sanctions.ts';

/** A commentary and the work it is on: $1 commentary. Primary keys. */
export const groundOf: Statement = {
  name: 'publishing-ground',
  text: `
    select c.slug, w.slug as work, w.id as "workId", w.titles
    from commentary c join work w on w.id = c.work_id where c.id = $1`,
};

/** $1 commentary. Its title page and byline as they are now. Primary keys. */
export const frontNow: Statement = {
  name: 'publishing-front-now',
  text: `
    select c.title, c.subtitle, c.abstract, c.language, c.licence, c.interests,
      coalesce((select json_agg(json_build_object('kind', b.kind, 'family', b.family, 'given', b.given,
          'orcid', coalesce(b.orcid, ''), 'affiliation', b.affiliation, 'roles', b.roles) order by b.n)
        from commentary_contributor b where b.commentary_id = c.id), '[]') as contributors
    from commentary c where c.id = $1`,
};

/** $1 commentary. Those that stand, each at its newest revision. Index commentary_part_order. */
export const partsNow: Statement = {
  name: 'publishing-parts-now',
  text: `
    select p.id, p.kind, r.number as revision, r.label, r.title, r.body, r.words, r.places, r.refers
    from commentary_part p
    join commentary_revision r on r.part_id = p.id and r.number = p.version
    where p.commentary_id = $1 and p.removed_at is null
    order by p.position, p.id`,
};

/** $1 commentary. What was handed in last. Unique (commentary_id, n), read backwards. */
export const lastHandedIn: Statement = {
  name: 'publishing-handed-in',
  text: `
    select id, front, items from commentary_submission where commentary_id = $1 order by n desc limit 1`,
};

/** $1 what was handed in: its parts at the revisions that were. Primary keys. */
export const partsHandedIn: Statement = {
  name: 'publishing-parts-handed-in',
  text: `
    select p.id, p.kind, r.number as revision, r.label, r.title, r.body, r.words, r.places, r.refers
    from submission_part s
    join commentary_part p on p.id = s.part_id
    join commentary_revision r on r.part_id = s.part_id and r.number = s.revision
    where s.submission_id = $1 order by s.n`,
};

/**
 * $1 parts, $2 their revisions, $3 work. Editions that have a newer version than when they were written, with
 * the version that was the newest then. Primary keys; editions have a handful of versions each.
 */
export const basesOf: Statement = {
  name: 'publishing-bases',
  text: `
    select r.part_id as part, b.id as base, n.id as newest
    from unnest($1::uuid[], $2::integer[]) as k(part, revision)
    join commentary_revision r on r.part_id = k.part and r.number = k.revision
    join edition e on e.work_id = $3
    join lateral (
      select v.id from edition_version v
      left join text_release t on t.id = v.release_id
      where v.edition_id = e.id and (t.id is null or t.released_at <= r.written_at)
      order by v.ord desc limit 1
    ) b on true
    join lateral (
      select v.id from edition_version v where v.edition_id = e.id order by v.ord desc limit 1
    ) n on n.id <> b.id
    order by r.part_id, e.ord`,
};

/** $1 commentary. What was published of it last. Unique (commentary_id, major, minor). */
export const publishedOf: Statement = {
  name: 'publishing-published',
  text: `
    select id, major, minor, ${iso('released_at')} as released from commentary_release
    where commentary_id = $1 order by major desc, minor desc limit 1`,
};

/** $1 commentary, $2 since when. Who reviewed, in how many rounds. Index commentary_round_commentary_id_n_key. */
export const reviewedBy: Statement = {
  name: 'publishing-reviewed',
  text: `
    select count(distinct coalesce(v.person_id, v.id)) filter (where v.recommendation is not null)::integer as reviewers,
      count(distinct r.id) filter (where v.recommendation is not null)::integer as rounds,
      count(v.id) filter (where v.recommendation is not null and r.opened_at > $2::timestamptz)::integer as lately
    from commentary_round r left join commentary_reviewer v on v.round_id = r.id
    where r.commentary_id = $1 and r.cancelled_at is null`,
};

/** The moment, as a release says it. */
export const momentNow: Statement = {
  name: 'publishing-now',
  text: `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
};

/** $1 release. Of its document, all but the parts. Primary key. */
export const frontOf: Statement = {
  name: 'publishing-front-of',
  text: 'select front from commentary_release where id = $1',
};

/** $1 commentary, $2 when, $3 zone, $4 major, $5 minor, $6 what is new, $7 who. */
export const setSchedule: Statement = {
  name: 'publishing-schedule',
  text: `
    insert into commentary_schedule (commentary_id, due_at, zone, major, minor, change, person_id)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (commentary_id) do update set due_at = $2, zone = $3, major = $4, minor = $5,
      change = $6, person_id = $7, set_at = now()`,
};

export const dropSchedule: Statement = {
  name: 'publishing-schedule-drop',
  text: 'delete from commentary_schedule where commentary_id = $1',
};

/** $1 commentary. Primary key. */
export const scheduleOf: Statement = {
  name: 'publishing-schedule-of',
  text: `
    select s.major, s.minor, s.change, s.zone, ${iso('s.due_at')} as at,
      (select d.id from commentary_decision d where d.commentary_id = s.commentary_id
        and d.kind = 'schedule' order by d.n desc limit 1) as decision,
      case when p.id is not null then json_build_object('id', p.id, 'name', p.name,
        'handle', p.handle) end as person
    from commentary_schedule s left join person p on p.id = s.person_id
    where s.commentary_id = $1`,
};

/** $1 a moment. Whether it has come. */
export const isOver: Statement = {
  name: 'publishing-is-over',
  text: 'select $1::timestamptz <= now() as over',
};

/** $1 those that are passed by. What is due first. Index commentary_schedule_due. */
export const scheduleDue: Statement = {
  name: 'publishing-due',
  text: `
    select s.commentary_id as id from commentary_schedule s
    join commentary c on c.id = s.commentary_id
    where s.due_at <= now() and c.state = 'scheduled' and c.removed_at is null
      and s.commentary_id <> all($1::uuid[])
    order by s.due_at limit 1`,
};

/** $1 commentary, held, where it is due still; nothing where another process is at it. */
export const takeDue: Statement = {
  name: 'publishing-take',
  text: `
    select s.major, s.minor, s.change, s.person_id as "personId"
    from commentary c join commentary_schedule s on s.commentary_id = c.id
    where c.id = $1 and c.state = 'scheduled' and c.removed_at is null and s.due_at <= now()
    for no key update of c skip locked`,
};

/** $1 person. As what they act now; nothing where they cannot. Primary keys. */
export const actorNow: Statement = {
  name: 'publishing-actor',
  text: `
    select p.id as "personId", ${rolesOfSql('p.id')} as roles
    from person p join account a on a.person_id = p.id
    where p.id = $1 and p.state = 'active' and not ${isBannedSql('p.id')}`,
};

/** $1 commentary, $2 notice. All that were published, where they were not retracted. Unique (commentary_id, major, minor). */
export const retractAll: Statement = {
  name: 'publishing-retract',
  text: `
    update commentary_release set retracted_at = now(), retraction = $2
    where commentary_id = $1 and retracted_at is null`,
};

/** $1 commentary, $2 the decision that is taken back: what it retracted stands again. */
export const unretract: Statement = {
  name: 'publishing-unretract',
  text: `
    update commentary_release r set retracted_at = null, retraction = ''
    from commentary_decision d
    where r.commentary_id = $1 and d.id = $2 and r.retracted_at = d.decided_at`,
};

/** $1 commentary, $2 notice. What was made from the documents goes: nobody is served any of it. */
export const withdrawAll: Statement = {
  name: 'publishing-withdraw',
  text: `
    with taken as (
      update commentary_release set withdrawn_at = now(), withdrawal = $2
      where commentary_id = $1 and withdrawn_at is null returning id
    ), files as (
      delete from release_file f using taken t where f.release_id = t.id)
    delete from release_part p using taken t where p.release_id = t.id`,
};

/** $1 commentary. Documents that were withdrawn, to be read again in their order. */
export const unwithdraw: Statement = {
  name: 'publishing-unwithdraw',
  text: `
    with back as (
      update commentary_release set withdrawn_at = null, withdrawal = ''
      where commentary_id = $1 and withdrawn_at is not null returning id, document, major, minor
    ) select id, document from back order by major, minor`,
};
