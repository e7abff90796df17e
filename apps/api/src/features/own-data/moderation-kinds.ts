import { toldToAuthor, type CaseCause } from '@glossator/domain';
import { isoInstant as iso } from '../../db/instant.ts';
import { at, id, kind } from './kind.ts';

/** Of a decision `d`, whoever reads of it. */
const decided = {
  revision: 'd.revision',
  action: 'd.action',
  before: 'd.before',
  after: 'd.after',
  reason: 'd.reason',
  words: 'd.words',
  decided: iso('d.at'),
};

/*
 * What others decided about somebody, as they were told it and when they were: never by whom, and
 * nothing of what readers reported.
 */
export const moderationKinds = [
  // Index moderation_case_author. That a note was reported is not told to its author.
  kind(
    'cases',
    {
      note: 'c.annotation_id',
      work: 'w.slug',
      kind: 'c.kind',
      state: `case when u.untold then 'open' else c.state end`,
      causes: 'c.causes',
      opened: iso('c.opened_at'),
      ended: `case when not u.untold then ${iso('c.ended_at')} end`,
    },
    `from moderation_case c join work w on w.id = c.work_id
     cross join lateral (select exists (select from decision d
       where d.case_id = c.id and d.told_at is null and d.undone_at is null) as untold) u
     where c.author_id = $1 and c.kind in ('held', 'edit', 'appeal')`,
    [at('c.opened_at'), id('c.id')],
    { present: (row) => ({ ...row, causes: toldToAuthor(row['causes'] as CaseCause[]) }) },
  ),
  // Index decision_author. That a reported note stays is no news to its author.
  kind(
    'decisions_about_notes',
    {
      note: 'd.annotation_id',
      ...decided,
      told: iso('d.told_at'),
    },
    `from decision d where d.author_id = $1 and d.told_at is not null and d.undone_at is null
     and d.action <> 'keep'`,
    [at('d.at'), id('d.id')],
  ),
  kind(
    'appeals',
    {
      note: 'd.annotation_id',
      against: 'd.action',
      words: 'y.words',
      stated: iso('y.at'),
      due: iso('y.due_at'),
      state: `case c.state when 'decided' then coalesce((select
          case x.action when 'overturn' then 'overturned' else 'upheld' end from decision x
          where x.case_id = c.id and x.undone_at is null and x.told_at is not null
          order by x.at desc limit 1), 'open') else c.state end`,
    },
    `from decision d join appeal y on y.decision_id = d.id
     join moderation_case c on c.id = y.case_id where d.author_id = $1`,
    [at('d.at'), id('d.id')],
  ),
  // Index flag_person. The outcome as told; the weight with it, since it goes by earlier outcomes.
  kind(
    'flags',
    {
      note: 'f.annotation_id',
      work: 'w.slug',
      revision: 'f.revision',
      reason: 'f.reason',
      words: 'f.words',
      clause_from: '(select path from unit where uid = f.clause_from)',
      clause_to: '(select path from unit where uid = f.clause_to)',
      law: 'f.law',
      territory: 'f.territory',
      good_faith: 'f.good_faith',
      flagged: iso('f.at'),
      state: `case when f.told_at is null then 'open' else f.state end`,
      weight: 'case when f.told_at is not null then f.weight end',
      told: iso('f.told_at'),
      read: iso('f.read_at'),
    },
    'from flag f join work w on w.id = f.work_id where f.person_id = $1',
    [at('f.at'), id('f.id')],
  ),
  // Index sanction_person.
  kind(
    'sanctions',
    {
      kind: 's.kind',
      work: 'w.slug',
      reason: 's.reason',
      words: 's.words',
      given: iso('s.given_at'),
      until: iso('s.ends_at'),
      state: 's.state',
      read: iso('s.read_at'),
      lifted: iso('s.lifted_at'),
      lifted_words: 's.lifted_words',
      objection: 'o.state',
      objection_until: iso('o.expires_at'),
      objection_words: 'o.words',
      objection_stated: iso('o.stated_at'),
      objection_answered: iso('o.decided_at'),
      objection_answer: 'o.decided_words',
      notes_hidden: `array(select h.annotation_id from sanction_hiding h where h.sanction_id = s.id)`,
    },
    `from sanction s left join work w on w.id = s.work_id
     left join objection o on o.sanction_id = s.id where s.person_id = $1`,
    [at('s.given_at'), id('s.id')],
  ),
  // The unique key of always_held.
  kind(
    'always_held',
    { work: 'w.slug', since: iso('h.given_at') },
    'from always_held h left join work w on w.id = h.work_id where h.person_id = $1',
    [['coalesce(h.work_id, 0)', 'integer', '-1']],
  ),
];

/** What somebody did for the site: their own acts and words, never about whom. */
export const officeKinds = [
  kind(
    'roles',
    { role: 'r.role', work: "nullif(r.work, '')", since: iso('r.since'), weekdays: 'r.weekdays' },
    `from (
       select role, '' as work, granted_at as since, null::smallint[] as weekdays
       from site_role where person_id = $1
       union all
       select 'moderator', coalesce(w.slug, ''), m.granted_at, m.weekdays
       from moderator m left join work w on w.id = m.work_id where m.person_id = $1) r where true`,
    [
      ['r.role', 'text', ''],
      ['r.work', 'text', ''],
    ],
  ),
  // Index edition_signature_person.
  kind(
    'editions_signed',
    { edition: 'v.edition_id', version: 'v.version', name: 'g.name', signed: iso('g.signed_at') },
    `from edition_signature g join edition_version v on v.id = g.version_id
     where g.person_id = $1`,
    [['g.version_id', 'integer', '0']],
  ),
  // Index moderator_absence_person.
  kind(
    'absences',
    { first_day: 'x.first_day', last_day: 'x.last_day' },
    'from moderator_absence x where x.person_id = $1',
    [['x.last_day', 'date', '-infinity'], id('x.id')],
  ),
  // Index decision_actor.
  kind(
    'decisions_taken',
    {
      note: 'd.annotation_id',
      case_id: 'd.case_id',
      ...decided,
      taken_back: iso('d.undone_at'),
    },
    'from decision d where d.actor_id = $1',
    [at('d.at'), id('d.id')],
  ),
  // Index second_look_own.
  kind(
    'second_looks',
    { work: 'w.slug', action: 's.action', reason: 's.reason', at: iso('s.looked_at') },
    `from second_look s join work w on w.id = s.work_id
     where s.looker_id = $1 and s.looked_at is not null`,
    [at('s.looked_at'), id('s.id')],
  ),
  // Index annotation_event_actor.
  kind(
    'acts_on_notes_of_others',
    {
      note: 'e.annotation_id',
      action: 'e.action',
      before: 'e.before',
      after: 'e.after',
      reason: 'e.reason_code',
      words: 'e.reason',
      at: iso('e.at'),
    },
    `from annotation_event e where e.actor_id = $1 and not exists (
       select from annotation a where a.id = e.annotation_id and a.author_id = $1)`,
    [['e.id', 'bigint', '-1']],
  ),
  // Indexes sanction_giver, sanction_lifter and objection_decider.
  kind(
    'sanctions_given',
    {
      act: 's.act',
      kind: 's.kind',
      work: 's.work',
      reason: 's.reason',
      words: 's.words',
      at: iso('s.at'),
    },
    `from (
       select 'given' as act, x.id, x.kind, w.slug as work, x.reason, x.words, x.given_at as at
       from sanction x left join work w on w.id = x.work_id where x.given_by = $1
       union all
       select 'lifted', x.id, x.kind, w.slug, '', x.lifted_words, x.lifted_at
       from sanction x left join work w on w.id = x.work_id where x.lifted_by = $1
       union all
       select 'objection-' || o.state, x.id, x.kind, w.slug, '', o.decided_words, o.decided_at
       from objection o join sanction x on x.id = o.sanction_id
       left join work w on w.id = x.work_id where o.decided_by = $1) s where true`,
    [at('s.at'), id('s.id'), ['s.act', 'text', '']],
  ),
  // Index moderation_case_claims.
  kind(
    'claims',
    { case_id: 'c.id', until: iso('c.claimed_until') },
    'from moderation_case c where c.claimed_by = $1',
    [id('c.id')],
  ),
  // Indexes text_release_by, text_draft_begun_by, text_draft_changed_by and proposed_release_set_aside_by.
  kind(
    'texts_edited',
    { act: 't.act', edition: 't.edition', version: 't.version', words: 't.words', at: iso('t.at') },
    `from (
       select 'released' as act, r.id::text as id, r.edition_id as edition, v.version, '' as words,
         r.released_at as at
       from text_release r
       join edition_version v on v.release_id = r.id and v.edition_id = r.edition_id
       where r.released_by = $1
       union all
       select 'begun', d.id::text, d.edition_id, '', '', d.begun_at
       from text_draft d where d.begun_by = $1
       union all
       select 'prepared', d.id::text, d.edition_id, '', d.change, d.changed_at
       from text_draft d where d.changed_by = $1
       union all
       select 'set-aside', p.sha256, p.edition_id, p.version, p.set_aside_reason, p.set_aside_at
       from proposed_release p where p.set_aside_by = $1 and p.set_aside_at is not null) t where true`,
    [at('t.at'), ['t.id', 'text', ''], ['t.act', 'text', '']],
  ),
  // These tables are small: some rows for each work.
  kind(
    'rules_changed',
    { what: 'r.what', work: 'r.work', name: 'r.name', changed: iso('r.at') },
    `from (
       select 'rule' as what, w.slug as work, '' as name, h.changed_at as at, h.id::text as id
       from hold_rule h join work w on w.id = h.work_id where h.changed_by = $1
       union all
       select 'second-looks', w.slug, '', x.changed_at, x.work_id::text
       from second_look_share x join work w on w.id = x.work_id where x.changed_by = $1
       union all
       select 'list', w.slug, l.name, l.changed_at, l.id::text
       from word_list l left join work w on w.id = l.work_id where l.changed_by = $1) r where true`,
    [
      ['r.what', 'text', ''],
      ['r.id', 'text', ''],
    ],
  ),
];
