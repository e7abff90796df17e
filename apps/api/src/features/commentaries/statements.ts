import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/** $1 person, $2 and $3 the one after which, $4 how many. Index commentary_author_person, in its order. */
export const commentariesOf: Statement = {
  name: 'commentaries-of-person',
  text: `
    select c.id, c.slug, w.slug as work, c.title, a.role, a.state, c.state as standing, ${iso('a.since')} as since,
      ${iso('c.removed_at')} as removed
    from commentary_author a
    join commentary c on c.id = a.commentary_id
    join work w on w.id = c.work_id
    where a.person_id = $1 and a.state <> 'left'
      and (a.since, a.commentary_id) < ($2::timestamptz, $3::uuid)
    order by a.since desc, a.commentary_id desc
    limit $4`,
};

/** $1 commentary, $2 person: all of it but its parts, and what they are in it. Primary keys. */
export const commentarySeenBy: Statement = {
  name: 'commentary-seen-by',
  text: `
    select c.id, c.slug, w.slug as work, w.titles, c.title, c.subtitle, c.abstract, c.language,
      c.licence, c.interests, c.version, ${iso('c.founded_at')} as founded,
      ${iso('c.changed_at')} as changed, ${iso('c.removed_at')} as removed, c.state as standing, c.next,
      a.role, a.state
    from commentary c
    join work w on w.id = c.work_id
    join commentary_author a on a.commentary_id = c.id and a.person_id = $2 and a.state <> 'left'
    where c.id = $1`,
};

/** $1 commentary. Held until the transaction ends: who writes it, and in which order its parts stand, is changed by one at a time. */
export const lockCommentary: Statement = {
  name: 'commentary-lock',
  text: `
    select removed_at is not null as removed, state as standing
    from commentary where id = $1 for no key update`,
};

/** $1 person. How many they lead. Index commentary_author_person. */
export const countLed: Statement = {
  name: 'commentaries-led',
  text: `
    select count(*)::integer as commentaries
    from commentary_author a join commentary c on c.id = a.commentary_id
    where a.person_id = $1 and a.state = 'active' and a.role = 'lead' and c.removed_at is null`,
};

/** $1 id, $2 work, $3 slug, $4 title, $5 language, $6 person, who leads it. */
export const foundCommentary: Statement = {
  name: 'commentary-found',
  text: `
    with named as (
      insert into commentary_slug (slug) values ($3) returning slug
    ), made as (
      insert into commentary (id, work_id, slug, title, language)
      select $1, $2, slug, $4, $5 from named returning id)
    insert into commentary_author (commentary_id, person_id, role, state)
    select id, $6, 'lead', 'active' from made`,
};

/** $1 commentary, $2 the version it was written over, $3 to $8 front matter. Nothing where another version stands. */
export const changeFrontMatter: Statement = {
  name: 'commentary-change',
  text: `
    update commentary set title = $3, subtitle = $4, abstract = $5, language = $6, licence = $7,
      interests = $8, version = version + 1, changed_at = now()
    where id = $1 and version = $2 and removed_at is null returning version`,
};

/** $1 commentary. Primary key. */
export const contributorsOf: Statement = {
  name: 'commentary-contributors',
  text: `
    select kind, family, given, coalesce(orcid, '') as orcid, affiliation, roles
    from commentary_contributor where commentary_id = $1 order by n`,
};

export const dropContributors: Statement = {
  name: 'commentary-contributors-drop',
  text: 'delete from commentary_contributor where commentary_id = $1',
};

/** $1 commentary, $2 contributors as JSON. */
export const addContributors: Statement = {
  name: 'commentary-contributors-add',
  text: `
    insert into commentary_contributor (commentary_id, n, kind, family, given, orcid, affiliation, roles)
    select $1, e.n, r.kind, r.family, r.given, nullif(r.orcid, ''), r.affiliation, r.roles
    from json_array_elements($2::json) with ordinality as e(row, n)
    cross join lateral json_to_record(e.row)
      as r(kind text, family text, given text, orcid text, affiliation text, roles text[])`,
};

/** $1 commentary, $2 whether. */
export const removeCommentary: Statement = {
  name: 'commentary-remove',
  text: `
    update commentary set changed_at = now(),
      removed_at = case when $2::boolean then coalesce(removed_at, now()) end
    where id = $1`,
};

/** $1 commentary. Leads first, then by name; who has left is not among them. Primary key. */
export const authorsOf: Statement = {
  name: 'commentary-authors',
  text: `
    select p.id, p.name, p.handle, a.role, a.state, ${iso('a.since')} as since
    from commentary_author a join person p on p.id = a.person_id
    where a.commentary_id = $1 and a.state <> 'left'
    order by a.role desc, lower(p.name), p.id`,
};

/** $1 commentary, $2 person. */
export const authorOf: Statement = {
  name: 'commentary-author',
  text: 'select role, state from commentary_author where commentary_id = $1 and person_id = $2',
};

/** $1 the key of a handle. Index person_handle. */
export const personToInvite: Statement = {
  name: 'commentary-person',
  text: `
    select p.id from person p join account a on a.person_id = p.id
    where lower(p.handle) collate "C" = $1 and p.state = 'active'`,
};

/** $1 commentary, $2 person. Whoever has left may be asked again. */
export const inviteAuthor: Statement = {
  name: 'commentary-author-invite',
  text: `
    insert into commentary_author (commentary_id, person_id, role, state)
    values ($1, $2, 'author', 'invited')
    on conflict (commentary_id, person_id) do update
      set role = 'author', state = 'invited', since = now()
      where commentary_author.state = 'left'`,
};

/** $1 commentary, $2 person, $3 role, $4 state. */
export const setAuthor: Statement = {
  name: 'commentary-author-set',
  text: `
    update commentary_author set role = $3, state = $4, since = case when state = $4 then since else now() end
    where commentary_id = $1 and person_id = $2`,
};

/** $1 person. Whoever has written longest with them leads what they alone led. */
export const inheritLeads: Statement = {
  name: 'commentaries-inherit',
  text: `
    update commentary_author h set role = 'lead'
    from commentary_author a
    where a.person_id = $1 and a.role = 'lead' and a.state = 'active'
      and h.commentary_id = a.commentary_id and h.person_id = (
        select o.person_id from commentary_author o
        where o.commentary_id = a.commentary_id and o.person_id <> $1 and o.state = 'active'
        order by o.role desc, o.since, o.person_id limit 1)`,
};

/** $1 person. What nobody else writes, and was never published, goes with them; its address is not given again. */
export const dropLonely: Statement = {
  name: 'commentaries-lonely-drop',
  text: `
    delete from commentary c using commentary_author a
    where a.commentary_id = c.id and a.person_id = $1 and a.state = 'active'
      and not exists (select from commentary_release r where r.commentary_id = c.id)
      and not exists (
      select from commentary_author o
      where o.commentary_id = c.id and o.person_id <> $1 and o.state = 'active')`,
};

/** $1 person. What they wrote stays the commentary's, by nobody. Index commentary_revision_author. */
export const eraseAuthor: readonly Statement[] = [
  {
    name: 'commentary-revisions-erase',
    text: 'update commentary_revision set author_id = null where author_id = $1',
  },
  // Index commentary_decision_actor.
  {
    name: 'commentary-decisions-erase',
    text: 'update commentary_decision set actor_id = null where actor_id = $1',
  },
  // Index commentary_release_by.
  {
    name: 'commentary-releases-erase',
    text: 'update commentary_release set released_by = null where released_by = $1',
  },
  // Index commentary_schedule_person.
  {
    name: 'commentary-schedules-erase',
    text: 'update commentary_schedule set person_id = null where person_id = $1',
  },
  // Index commentary_reviewer_person. What they advised stays the record of the round.
  {
    name: 'commentary-reviewer-erase',
    text: `
      update commentary_reviewer set person_id = null,
        state = case when recommendation is null then 'ended' else state end
      where person_id = $1`,
  },
  // Index review_note_author. What they wrote in the margin stays the record of the round.
  {
    name: 'review-notes-erase',
    text: 'update review_note set author_id = null where author_id = $1',
  },
  { name: 'commentary-authors-erase', text: 'delete from commentary_author where person_id = $1' },
];
