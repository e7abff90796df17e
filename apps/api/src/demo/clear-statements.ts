import { demoList } from './queue-script.ts';

/** Decisions in the log about made-up people, or by them. */
export const counted = `
  select count(*)::integer as n from decision_log l
  where exists (select from person_pseudonym p join demo_person d on d.person_id = p.person_id
    where p.pseudonym::text in (l.subject, l.actor))`;

/** What they left with moderators, and what they decided of one another. */
const moderation = [
  // A group that a made-up note began is one of made-up notes; others in it stand for themselves again.
  `delete from case_group g using moderation_case c, demo_person d
   where c.id = g.founder and d.person_id = c.author_id`,
  // Decisions, flags and appeals go along.
  `delete from moderation_case c using demo_person d where d.person_id = c.author_id`,
  `delete from flag f using demo_person d where d.person_id = f.person_id`,
  `update moderation_case c
   set state = 'closed', ended_at = now(), version = version + 1, claimed_by = null, claimed_until = null
   where c.kind = 'flagged' and c.state = 'open' and not exists (select from flag f where f.case_id = c.id)`,
  `update moderation_case c set claimed_by = null, claimed_until = null
   from demo_person d where d.person_id = c.claimed_by`,
  `delete from useful_mark u using demo_person d where d.person_id = u.person_id`,
  `delete from objection o using sanction s, demo_person d
   where s.id = o.sanction_id and s.person_id = d.person_id`,
  `delete from sanction_hiding h using sanction s, demo_person d
   where s.id = h.sanction_id and s.person_id = d.person_id`,
  `delete from sanction s using demo_person d where s.person_id = d.person_id`,
  `delete from person_note n using demo_person d where n.person_id = d.person_id`,
  `delete from always_held h using demo_person d where d.person_id in (h.person_id, h.given_by)`,
  `delete from moderator_absence x using demo_person d where d.person_id = x.person_id`,
  `delete from moderator m using demo_person d where m.person_id = d.person_id`,
  `delete from site_role s using demo_person d where s.person_id = d.person_id`,
  `delete from text_draft t using demo_person d where d.person_id in (t.begun_by, t.changed_by)`,
  // A version that a visitor released in a made-up name is one of the site.
  `update text_release r set released_by = null from demo_person d where r.released_by = d.person_id`,
  `update proposed_release p set set_aside_by = null from demo_person d where p.set_aside_by = d.person_id`,
  `delete from word_list w using demo_person d where w.changed_by = d.person_id and w.name = '${demoList.name}'`,
  // Rules that a visitor set in a made-up name are rules of the site.
  `update word_list w set changed_by = null from demo_person d where w.changed_by = d.person_id`,
  `update hold_rule r set changed_by = null from demo_person d where r.changed_by = d.person_id`,
  `delete from decision_words w using decision_log l, person_pseudonym p, demo_person d
   where w.seq = l.seq and l.subject = p.pseudonym::text and p.person_id = d.person_id`,
  `delete from person_pseudonym p using demo_person d where p.person_id = d.person_id`,
];

/*
 * Threads that only made-up people wrote in go whole. Where others wrote, too, the made-up notes are
 * erased as those of anybody who leaves, so that the others' words keep their place.
 */
const writing = [
  `delete from thread t where exists (
     select from annotation a join demo_person d on d.person_id = a.author_id where a.thread_id = t.id)
   and not exists (
     select from annotation a where a.thread_id = t.id
       and not exists (select from demo_person d where d.person_id = a.author_id))`,
  `delete from revision r using annotation a, demo_person d
   where r.annotation_id = a.id and d.person_id = a.author_id`,
  `update annotation_event e set reason = '' from annotation a, demo_person d
   where e.annotation_id = a.id and d.person_id = a.author_id and e.reason <> ''`,
  `update annotation a set state = 'erased', changed_at = now()
   from demo_person d where d.person_id = a.author_id`,
  // What the staff of a class of others said to them keeps its place.
  `delete from layer l using demo_person d where l.owner_id = d.person_id
   and not exists (select from thread t where t.layer_id = l.id)`,
  `delete from mention m using demo_person d where m.person_id = d.person_id`,
];

const accounts = [
  ...[
    'draft',
    'note_import',
    'import_source',
    'follow',
    'notice',
    'access_token',
    'mail_round',
  ].map((table) => `delete from ${table} x using demo_person d where x.person_id = d.person_id`),
  `delete from follow f using demo_person d where f.kind = 'person' and f.target = d.person_id::text`,
  `delete from text_import i using demo_person d where i.owner_id = d.person_id`,
  `delete from session s using demo_person d where s.person_id = d.person_id`,
  `delete from one_time_token o using demo_person d where o.person_id = d.person_id`,
  `delete from mail m using account c, demo_person d
   where m.recipient_key = c.email_key and c.person_id = d.person_id`,
  `delete from account c using demo_person d where c.person_id = d.person_id`,
];

/** All that goes but the people themselves, in this order. */
export const clearing: readonly string[] = [
  // Counts follow the notes: what goes whole takes its places along before it could be counted out.
  `update annotation a set state = 'deleted'
   from demo_person d where d.person_id = a.author_id and a.state = 'published'`,
  ...moderation,
  ...writing,
  ...accounts,
  // Counters that count nothing are made again when something comes.
  'delete from tally where notes = 0',
  'delete from public_tally where notes = 0',
];
