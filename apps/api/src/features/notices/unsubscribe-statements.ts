import type { Statement } from '../../db/client.ts';

/** $1 person. It is followed on, and told of in the list. */
export const endAllMail: Statement = {
  name: 'end-all-mail',
  text: "update account set notice_mail = 'off' where person_id = $1::uuid",
};

/** $1 a follow. What of it waits for a mail waits no longer. Index mail_notice_follow. */
export const endMailOf: Statement = {
  name: 'end-mail-of',
  text: `
    with gone as (delete from mail_notice where follow_id = $1::uuid)
    update follow set mails = false where id = $1::uuid`,
};

/** $1 person. What waits in the morning is still said on the site. */
export const endSummaryMail: Statement = {
  name: 'end-summary-mail',
  text: 'update account set summary_mail = false where person_id = $1::uuid',
};
