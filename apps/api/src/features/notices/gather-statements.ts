import type { Statement } from '../../db/client.ts';

const due = (first: string): string =>
  `next_mail(c.notice_mail, c.time_zone, ${first}, c.notices_mailed_at)`;

/** $1 persons. In the order of people, as their rows are locked. */
export const beginMailRounds: Statement = {
  name: 'begin-mail-rounds',
  text: `
    insert into mail_round (person_id, due_at)
    select c.person_id, ${due('now()')} from account c
    where c.person_id = any($1::uuid[])
    order by c.person_id
    on conflict (person_id) do update set due_at = (
      select ${due('mail_round.first_at')} from account c where c.person_id = mail_round.person_id)`,
};

/** $1 person. After another choice; who has no mail has no round either. */
export const moveMailRound: Statement = {
  name: 'move-mail-round',
  text: `
    update mail_round r set due_at = ${due('r.first_at')}
    from account c
    where r.person_id = $1 and c.person_id = r.person_id and c.notice_mail <> 'off'`,
};

/** $1 person. What waits where nothing is to be sent; what is in a mail is asked about when that is sent. */
export const dropMailRound: Statement = {
  name: 'drop-mail-round',
  text: `
    with gone as (
      delete from mail_notice n using account c
      where n.person_id = $1 and n.mail_id is null
        and c.person_id = n.person_id and c.notice_mail = 'off'
    )
    delete from mail_round r using account c
    where r.person_id = $1 and c.person_id = r.person_id and c.notice_mail = 'off'`,
};

/** $1 how many. Index mail_round_due. */
export const roundsDue: Statement = {
  name: 'mail-rounds-due',
  text: `
    select person_id from mail_round where due_at <= now()
    order by due_at, person_id limit $1`,
};

/**
 * $1 person. Locked as erasure and the form of the choice lock them, the person first: neither waits
 * for another half-way.
 */
export const recipientToMail: Statement = {
  name: 'recipient-to-mail',
  text: `
    select c.email, c.email_key, c.locale, c.notice_mail <> 'off' as wanted
    from person p join account c on c.person_id = p.id
    where p.id = $1 and p.state = 'active'
    for key share of p for no key update of c`,
};

/** $1 person. Nothing where another process was faster. */
export const endMailRound: Statement = {
  name: 'end-mail-round',
  text: 'delete from mail_round where person_id = $1 and due_at <= now() returning person_id',
};

/** $1 person. Primary key of mail_notice. */
export const anyWaiting: Statement = {
  name: 'mail-notices-waiting',
  text: 'select from mail_notice where person_id = $1 and mail_id is null limit 1',
};

/** $1 person, $2 mail. */
export const gatherNotices: Statement = {
  name: 'gather-mail-notices',
  text: `
    with gathered as (
      update mail_notice set mail_id = $2 where person_id = $1 and mail_id is null
    )
    update account set notices_mailed_at = now() where person_id = $1`,
};

/** $1 person. */
export const dropMailNotices: Statement = {
  name: 'drop-mail-notices',
  text: `
    with gone as (delete from mail_notice where person_id = $1)
    delete from mail_round where person_id = $1`,
};

/** What nobody gathered: no mail could be sent. Index mail_notice_age. */
export const dropOldMailNotices: Statement = {
  name: 'drop-old-mail-notices',
  text: "delete from mail_notice where at < now() - interval '14 days'",
};

/** $1 mail. Index mail_notice_mail. */
export const settleMailNotices: Statement = {
  name: 'settle-mail-notices',
  text: 'delete from mail_notice where mail_id = $1',
};
