import { isoInstant as iso } from '../../db/instant.ts';
import { at, id, kind, type Key } from './kind.ts';

const text = (column: string): Key => [column, 'text', ''];

/** How somebody is known, signs in and is written to. No secret of theirs is kept in a readable form, nor told. */
export const accountKinds = [
  kind(
    'profile',
    {
      id: 'p.id',
      name: 'p.name',
      handle: 'p.handle',
      email: 'c.email',
      language: 'c.locale',
      created: iso('c.created_at'),
      follow_own_threads: 'c.follow_own_threads',
      notice_mail: 'c.notice_mail',
      time_zone: 'c.time_zone',
      notices_mailed: `case when c.notices_mailed_at > '-infinity' then ${iso('c.notices_mailed_at')} end`,
      next_mail: iso('r.due_at'),
      summary_mail: 'c.summary_mail',
      summary_hour: 'c.summary_hour',
      next_summary: iso('m.due_at'),
      // Stands for the person in the log of decisions.
      pseudonym: 'y.pseudonym',
    },
    `from person p join account c on c.person_id = p.id
     left join mail_round r on r.person_id = p.id
     left join moderator_round m on m.person_id = p.id
     left join person_pseudonym y on y.person_id = p.id
     where p.id = $1`,
    [id('p.id')],
  ),
  // Index session_person.
  kind(
    'sessions',
    { device: 's.device', opened: iso('s.created_at'), seen: iso('s.seen_at') },
    'from session s where s.person_id = $1',
    [at('s.created_at'), id('s.id')],
  ),
  // Index class_member_person.
  kind(
    'classes',
    {
      name: 'g.name',
      role: 'm.role',
      state: 'm.state',
      joined: iso('m.joined_at'),
      student_group: 's.name',
    },
    `from class_member m join class g on g.id = m.class_id
     left join class_group_member o on o.class_id = m.class_id and o.person_id = m.person_id
     left join class_group s on s.id = o.group_id
     where m.person_id = $1`,
    [at('m.joined_at'), id('m.class_id')],
  ),
  // Indexes class_invitation_person and class_invitation_address.
  kind(
    'class_invitations',
    {
      class_name: 'g.name',
      name: 'i.name',
      email: 'i.email',
      role: 'i.role',
      student_group: 's.name',
      state: 'i.state',
      invited: iso('i.invited_at'),
      ends: iso('i.expires_at'),
    },
    `from (select * from class_invitation where person_id = $1
       union select * from class_invitation
         where email_key = (select email_key from account where person_id = $1)) i
     join class g on g.id = i.class_id left join class_group s on s.id = i.group_id where true`,
    [at('i.invited_at'), id('i.id')],
  ),
  // Index access_token_person.
  kind(
    'access_tokens',
    {
      name: 't.name',
      scope: 't.scope',
      created: iso('t.created_at'),
      expires: iso('t.expires_at'),
      used_on: 't.used_on',
    },
    'from access_token t where t.person_id = $1',
    [at('t.created_at'), id('t.id')],
  ),
  // Indexes one_time_token_person and one_time_token_creator.
  kind(
    'links',
    { purpose: 'k.purpose', created: iso('k.created_at'), expires: iso('k.expires_at') },
    `from (select * from one_time_token where person_id = $1
       union select * from one_time_token where created_by = $1) k where true`,
    [at('k.created_at'), ["encode(k.hash, 'hex')", 'text', '']],
  ),
  // Index registration_email.
  kind(
    'registrations',
    {
      name: 'r.name',
      email: 'r.email',
      language: 'r.locale',
      created: iso('r.created_at'),
      expires: iso('r.expires_at'),
    },
    `from registration r
     where r.email_key = (select email_key from account where person_id = $1)`,
    [at('r.created_at'), id('r.id')],
  ),
  // Index mail_recipient. What a mail says is left out: it may hold a link that opens the account.
  kind(
    'mails',
    {
      kind: 'm.kind',
      to_address: 'm.recipient',
      subject: 'm.subject',
      state: 'm.state',
      written: iso('m.created_at'),
      changed: iso('m.changed_at'),
    },
    'from mail m where m.recipient_key = (select email_key from account where person_id = $1)',
    [at('m.created_at'), id('m.id')],
  ),
  // Index follow_list.
  kind(
    'follows',
    {
      what: 'f.kind',
      target: 'f.target',
      state: 'f.state',
      by_mail: 'f.mails',
      since: iso('f.created_at'),
    },
    'from follow f where f.person_id = $1',
    [at('f.created_at'), id('f.id')],
  ),
  // Index notice_list.
  kind(
    'notices',
    {
      note: 'n.annotation_id',
      reason: 'n.reason',
      state: 'n.state',
      told: iso('n.created_at'),
      waits_for_mail: `exists (select from mail_notice x
        where x.person_id = n.person_id and x.annotation_id = n.annotation_id)`,
    },
    'from notice n where n.person_id = $1',
    [at('n.created_at'), id('n.annotation_id')],
  ),
  // Index useful_mark_person.
  kind(
    'useful_marks',
    { note: 'm.annotation_id', marked: iso('m.marked_at') },
    'from useful_mark m where m.person_id = $1',
    [at('m.marked_at'), id('m.annotation_id')],
  ),
  // The unique keys of case_filter and ready_reply.
  kind(
    'saved_filters',
    { name: 'f.name', query: 'f.query', saved: iso('f.made_at') },
    'from case_filter f where f.person_id = $1',
    [text('f.name')],
  ),
  kind(
    'ready_replies',
    { name: 'r.name', words: 'r.words', saved: iso('r.made_at') },
    'from ready_reply r where r.person_id = $1',
    [text('r.name')],
  ),
];
