import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/** $1 work. One release of a work after the other. */
export const lockWork: Statement = {
  name: 'lock-text-release',
  text: `select pg_advisory_xact_lock(hashtext('glossator:text-release'), $1)`,
};

/** $1 edition, by its primary key. */
export const workOfEdition: Statement = {
  name: 'work-of-edition',
  text: `select w.id, w.slug from edition e join work w on w.id = e.work_id
    where e.id = $1 and w.standing = 'public'`,
};

/** $1 work. Of all versions of its editions: a handful each. */
export const usedNumbers: Statement = {
  name: 'used-entry-numbers',
  text: `
    select e.id as edition_id, array_agg(distinct a.number) as numbers
    from edition e
    join edition_version v on v.edition_id = e.id
    join apparatus_entry a on a.version_id = v.id
    where e.work_id = $1
    group by e.id`,
};

/** $1 work; unit_order. */
export const retiredUnits: Statement = {
  name: 'retired-units',
  text: `select uid from unit where work_id = $1 and status = 'tombstone'`,
};

/** $1 edition, $2 version, $3 sha256, $4 base, $5 release, $6 change. */
export const addVersion: Statement = {
  name: 'add-edition-version',
  text: `
    insert into edition_version (edition_id, version, sha256, released, ord, base_id, release_id, change)
    values ($1, $2, $3, (now() at time zone 'UTC')::date,
      (select max(ord) + 1 from edition_version where edition_id = $1), $4, $5, $6)
    returning id`,
};

/** $1 id, $2 work, $3 edition, $4 changes, $5 structural, $6 by, $7 report. */
export const addRelease: Statement = {
  name: 'add-text-release',
  text: `
    insert into text_release (id, work_id, edition_id, changes, is_structural, released_by, report)
    values ($1, $2, $3, $4, $5, $6, $7)`,
};

/** $1 work, $2 its newest version before the change, $3 units, $4 aliases. */
export const keepStructure: Statement = {
  name: 'keep-structure',
  text: `insert into former_structure (work_id, last_version, units, aliases) values ($1, $2, $3, $4)`,
};

/** $1 uids. */
export const retireUnits: Statement = {
  name: 'retire-units',
  text: `update unit set status = 'tombstone' where uid = any($1::text[])`,
};

/** $1 units. Addresses are never used twice, so the order in which they move is of no matter. */
export const placeUnits: Statement = {
  name: 'place-units',
  text: `
    update unit u set path = n.path, ord = n.ord, parent_uid = n.parent
    from jsonb_to_recordset($1) as n(uid text, path text, ord integer, parent text)
    where u.uid = n.uid and (u.path, u.ord, u.parent_uid) is distinct from (n.path, n.ord, n.parent)`,
};

/** $1 work, $2 units. */
export const addUnits: Statement = {
  name: 'add-units',
  text: `
    insert into unit (uid, work_id, path, kind, role, ord, parent_uid)
    select uid, $1, path, kind, coalesce(role, 'none'), ord, parent
    from jsonb_to_recordset($2) as u(uid text, path text, kind text, role text, ord integer, parent text)`,
};

/** $1 work, $2 aliases. */
export const addAliases: Statement = {
  name: 'add-aliases',
  text: `
    insert into unit_alias (work_id, path, uid, successors, reason)
    select $1, path, uid, successors, reason
    from jsonb_to_recordset($2) as a(path text, uid text, successors text[], reason text)`,
};

/** $1 work, $2 links. */
export const addLinks: Statement = {
  name: 'add-alignment',
  text: `
    insert into alignment (work_id, id, ord, body)
    select $1, link ->> 'id',
      (select coalesce(max(ord), 0) from alignment where work_id = $1) + n, link
    from jsonb_array_elements($2) with ordinality as a(link, n)`,
};

const draftColumns = `
  d.id, d.edition_id as edition, d.changes, d.change, d.version, ${iso('d.changed_at')} as changed,
  p.name as by`;

/** $1 draft. */
export const draftById: Statement = {
  name: 'text-draft',
  text: `select ${draftColumns} from text_draft d join person p on p.id = d.changed_by where d.id = $1`,
};

/** $1 draft; held until the end of the transaction. */
export const holdDraft: Statement = {
  name: 'hold-text-draft',
  text: `
    select ${draftColumns} from text_draft d join person p on p.id = d.changed_by
    where d.id = $1 for update of d`,
};

/** $1 id, $2 edition, $3 person, $4 changes, $5 change. */
export const addDraft: Statement = {
  name: 'add-text-draft',
  text: `
    insert into text_draft (id, edition_id, begun_by, changed_by, changes, change)
    select $1, e.id, $3, $3, $4, $5 from edition e join work w on w.id = e.work_id
    where e.id = $2 and w.standing = 'public' returning id`,
};

/** $1 draft, $2 the version that it was made from, $3 person, $4 changes, $5 change. */
export const saveDraft: Statement = {
  name: 'save-text-draft',
  text: `
    update text_draft set changes = $4, change = $5, version = version + 1, changed_by = $3,
      changed_at = now()
    where id = $1 and version = $2 returning id`,
};

/** $1 draft. */
export const dropDraft: Statement = {
  name: 'drop-text-draft',
  text: `delete from text_draft where id = $1 returning id`,
};

// Editions are few, and so is what is prepared of each: edition_work, text_draft_edition, the primary
// keys of edition_version and proposed_release.
export const editingStatement: Statement = {
  name: 'text-editing',
  text: `
    select e.id, w.slug as work, e.title, e.lang,
      coalesce((select json_agg(json_build_object('id', d.id, 'change', d.change,
          'changes', jsonb_array_length(d.changes), 'changed', ${iso('d.changed_at')}, 'by', p.name)
          order by d.begun_at, d.id)
        from text_draft d join person p on p.id = d.changed_by where d.edition_id = e.id), '[]')
        as drafts
    from edition e join work w on w.id = e.work_id
    where w.standing = 'public'
    order by w.slug, e.ord`,
};

/** $1 edition, or null for all; edition_version_edition_id_ord_key. */
export const versionRows: Statement = {
  name: 'edition-version-rows',
  text: `
    select v.edition_id as edition, v.version, v.released, v.sha256, v.change, v.release_id as release
    from edition_version v
    where $1::text[] is null or v.edition_id = any($1)
    order by v.edition_id, v.ord desc`,
};

/**
 * $1 edition, or null for all. What was released is proposed no more, whether it was taken from here or
 * came to be the same by hand.
 */
export const proposals: Statement = {
  name: 'text-proposals',
  text: `
    select p.edition_id as edition, p.version, p.sha256, p.body, ${iso('p.first_seen')} as seen,
      p.set_aside_reason as reason, ${iso('p.set_aside_at')} as aside
    from proposed_release p
    where ($1::text is null or p.edition_id = $1) and p.released_as is null
      and not exists (select from edition_version v
        where v.edition_id = p.edition_id and v.sha256 = p.sha256)
    order by p.edition_id, p.first_seen, p.version, p.sha256`,
};

/** $1 edition, $2 version, $3 sha256: with what was released of it, here or by hand. Primary keys. */
export const proposalByKey: Statement = {
  name: 'text-proposal',
  text: `
    select p.edition_id as edition, p.version, p.sha256, p.body, ${iso('p.first_seen')} as seen,
      p.set_aside_reason as reason, ${iso('p.set_aside_at')} as aside,
      (select json_build_object('version', v.version, 'release', v.release_id)
        from edition_version v
        where v.edition_id = p.edition_id and (v.id = p.released_as or v.sha256 = p.sha256)
        order by v.ord limit 1) as released
    from proposed_release p
    where p.edition_id = $1 and p.version = $2 and p.sha256 = $3`,
};

/** $1 edition, $2 version, $3 sha256, $4 person, $5 reason; an empty one takes it up again. */
export const setAside: Statement = {
  name: 'set-proposal-aside',
  text: `
    update proposed_release set set_aside_by = $4, set_aside_reason = $5,
      set_aside_at = case when $5 = '' then null else now() end
    where edition_id = $1 and version = $2 and sha256 = $3 and released_as is null returning version`,
};

/** $1 edition, $2 version, $3 sha256, $4 the version that was made of it. */
export const markReleased: Statement = {
  name: 'mark-proposal-released',
  text: `
    update proposed_release set released_as = $4
    where edition_id = $1 and version = $2 and sha256 = $3`,
};

/** $1 release. */
export const releaseById: Statement = {
  name: 'text-release',
  text: `
    select r.id, r.edition_id as edition, w.slug as work, e.title, e.lang, v.version, v.change,
      b.version as base, r.is_structural, ${iso('r.released_at')} as released, p.name as by, r.report
    from text_release r
    join work w on w.id = r.work_id
    join edition e on e.id = r.edition_id
    join edition_version v on v.release_id = r.id and v.edition_id = r.edition_id
    left join edition_version b on b.id = v.base_id
    left join person p on p.id = r.released_by
    where r.id = $1`,
};

/** $1 release. */
export const changesOf: Statement = {
  name: 'changes-of-text-release',
  text: `select changes from text_release where id = $1`,
};

const fated = (filter: string): string => `
    select x.*, v.edition_id as edition, v.version, v.id as version_id
    from edition_version v
    cross join lateral (
      select f.thread_id as thread, a.id as note, f.outcome, f.reason, f.answer,
        case when f.from_uid = f.to_uid then u.path else u.path || '-' || w.path end as was
      from thread_fate f
      join thread t on t.id = f.thread_id and t.layer_id = any($2::integer[])
      join layer l on l.id = t.layer_id and l.kind <> 'notebook'
      join annotation a on a.thread_id = t.id and a.parent_id is null and a.state = 'published'
      join unit u on u.uid = f.from_uid
      join unit w on w.uid = f.to_uid
      where f.version_id = v.id and f.outcome <> 'carried' and ${filter}
        and f.thread_id > case when v.id > $3 then '00000000-0000-0000-0000-000000000000' else $4::uuid end
      order by f.thread_id
      limit $5
    ) x
    where v.release_id = $1 and v.id >= $3
    order by v.id, x.thread
    limit $5`;

/**
 * $1 release, $2 layers, $3 and $4 place, $5 how many. Indexes edition_version_release, thread_fate_version;
 * a release makes one version of an edition.
 */
export const fatedThreads: Statement = { name: 'fated-threads', text: fated('true') };

/** $6 outcome. Index thread_fate_outcome. */
export const fatedThreadsOf: Statement = {
  name: 'fated-threads-of',
  text: fated('f.outcome = $6'),
};

/** $1 work, by its slug; whether it may be read was asked before. */
export const editionsOfWork: Statement = {
  name: 'titles-of-editions',
  text: `
    select e.id, e.title, e.lang, w.titles
    from work w join edition e on e.work_id = w.id
    where w.slug = $1 order by e.ord`,
};
