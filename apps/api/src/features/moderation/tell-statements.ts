import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/** $1 how many. Index decision_due. */
export const decisionsDue: Statement = {
  name: 'decisions-due',
  text: `
    select id, annotation_id, author_id from decision
    where told_at is null and undone_at is null and due_at <= now()
    order by due_at, id limit $1`,
};

/** $1 persons, then $1 notes. Locked in the order in which erasure and moderators do. */
export const lockTold: Statement = {
  name: 'lock-people-told',
  text: 'select from person where id = any($1::uuid[]) order by id for key share',
};
export const lockDecided: Statement = {
  name: 'lock-notes-decided',
  text: 'select from annotation where id = any($1::uuid[]) order by id for key share',
};

/**
 * $1 decisions. Told from now on, by this process alone; what another one tells, or a moderator is
 * about to take back, is passed by. Gives those whose note and author are still there.
 */
export const takeDecisions: Statement = {
  name: 'take-decisions',
  text: `
    with mine as (
      select id from decision
      where id = any($1::uuid[]) and told_at is null and undone_at is null and due_at <= now()
      order by id for update skip locked
    ), told as (
      update decision d set told_at = now() from mine where d.id = mine.id
      returning d.id, d.action, d.reason, d.annotation_id, d.author_id, d.at
    )
    select x.id, x.action, x.reason, x.annotation_id as note, x.author_id as author, c.email, c.email_key,
      c.locale, c.notice_mail <> 'off' as wanted
    from told x
    join annotation a on a.id = x.annotation_id and a.state not in ('deleted', 'erased')
    join person p on p.id = x.author_id and p.state = 'active'
    join account c on c.person_id = p.id
    order by x.at, x.id`,
};

/** $1 person, $2 note. Of every decision anew. */
export const noticeDecision: Statement = {
  name: 'notice-decision',
  text: `
    insert into notice (person_id, annotation_id, reason) values ($1, $2, 'decision')
    on conflict (person_id, annotation_id) do update set state = 'unread', created_at = now()`,
};

/** $1 person, $2 note. With the other notices, when the person wishes. */
export const mailWithNotices: Statement = {
  name: 'mail-decision-with-notices',
  text: `
    insert into mail_notice (person_id, annotation_id) values ($1, $2) on conflict do nothing`,
};

/** $1 mail, $2 decision. */
export const insertDecisionMail: Statement = {
  name: 'insert-decision-mail',
  text: 'insert into decision_mail (mail_id, decision_id) values ($1, $2)',
};

/** $1 mail. */
export const settleDecisionMail: Statement = {
  name: 'settle-decision-mail',
  text: 'delete from decision_mail where mail_id = $1',
};

/** $1 mail. Nothing where the note or its author has gone meanwhile. */
export const decisionToMail: Statement = {
  name: 'decision-to-mail',
  text: `
    select d.action, d.reason, d.words, k.kind, ${iso('d.at')} as at, a.id as note, w.slug as work,
      t.from_uid, t.to_uid, p.id as person, p.name, p.handle, c.email, c.locale, c.time_zone as zone
    from decision_mail m
    join decision d on d.id = m.decision_id and d.undone_at is null
    join moderation_case k on k.id = d.case_id
    join annotation a on a.id = d.annotation_id and a.state not in ('deleted', 'erased')
    join thread t on t.id = a.thread_id
    join work w on w.id = t.work_id
    join person p on p.id = d.author_id and p.state = 'active'
    join account c on c.person_id = p.id
    where m.mail_id = $1`,
};
