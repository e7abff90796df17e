import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

const summary = `
  w.id, w.slug, w.titles, w.standing, ${iso('w.brought_at')} as brought,
  array(select e.lang from edition e where e.work_id = w.id order by e.ord) as langs`;

/** $1 person, $2 and $3 place, $4 how many: the newest first. Index work_owner. */
export const worksOwned: Statement = {
  name: 'own-works',
  text: `
    select ${summary},
      coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name) order by k.given_at, c.id)
        from work_class k join class c on c.id = k.class_id where k.work_id = w.id), '[]') as classes
    from work w
    where w.owner_id = $1 and (w.brought_at, w.id) < ($2::timestamptz, $3::integer)
    order by w.brought_at desc, w.id desc limit $4`,
};

const list = (standing: string, since: string): string => `
  select ${summary}, coalesce(p.name, '') as owner, ${iso(since)} as since, w.owner_id
  from work w left join person p on p.id = w.owner_id
  where w.standing = '${standing}' and not w.shipped`;

/** $1 and $2 place, $3 how many: who has waited longest first. Index work_offered. */
export const worksOffered: Statement = {
  name: 'works-offered',
  text: `${list('offered', 'w.offered_at')} and (w.offered_at, w.id) > ($1::timestamptz, $2::integer)
    order by w.offered_at, w.id limit $3`,
};
/** $1 and $2 place, $3 how many: the newest first. Index work_assented. */
export const worksAssented: Statement = {
  name: 'works-assented',
  text: `${list('public', 'w.assented_at')} and (w.assented_at, w.id) < ($1::timestamptz, $2::integer)
    order by w.assented_at desc, w.id desc limit $3`,
};
/** The same of index work_withdrawn. */
export const worksWithdrawn: Statement = {
  name: 'works-withdrawn',
  text: `${list('withdrawn', 'w.withdrawn_at')} and (w.withdrawn_at, w.id) < ($1::timestamptz, $2::integer)
    order by w.withdrawn_at desc, w.id desc limit $3`,
};

const facts = `
  select ${summary}, w.shipped as "isShipped", w.owner_id as "ownerId", coalesce(p.name, '') as owner,
    w.rights_statement as statement, ${iso('w.withdrawn_at')} as withdrawn, w.withdrawal_reason as reason,
    w.withdrawal_words as words,
    exists (select from work_class k where k.work_id = w.id) as "isGiven",
    exists (select from thread t join annotation a on a.thread_id = t.id
      where t.work_id = w.id and a.author_id is distinct from w.owner_id) as "othersWrote"
  from work w left join person p on p.id = w.owner_id`;

/** $1 slug. Unique (slug), thread_work, annotation_thread. */
export const workStanding: Statement = {
  name: 'work-standing',
  text: `${facts} where w.slug = $1`,
};
/** $1 work. Held until the transaction ends, by one who decides at a time. */
export const lockWork: Statement = {
  name: 'work-standing-held',
  text: `select id from work where id = $1 for no key update`,
};

/** $1 work. Index work_step_work. */
export const stepsOf: Statement = {
  name: 'work-steps',
  text: `
    select action, as_owner as "asOwner", reason, message, ${iso('at')} as at
    from work_step where work_id = $1 order by at, id`,
};

/** $1 work. Primary key of work_class, index assignment_class. */
export const classesOfWork: Statement = {
  name: 'classes-of-work',
  text: `
    select c.id, c.name, exists (select from assignment s
      where s.class_id = c.id and s.work_id = k.work_id) as "isSet"
    from work_class k join class c on c.id = k.class_id where k.work_id = $1
    order by k.given_at, c.id`,
};

/** $1 work, $2 person: classes where they teach that do not have it yet. Index class_member_person. */
export const classesToGive: Statement = {
  name: 'classes-to-give',
  text: `
    select c.id, c.name from class_member m join class c on c.id = m.class_id
    where m.person_id = $2 and m.state = 'active' and m.role <> 'student' and c.archived_at is null
      and not exists (select from work_class k where k.work_id = $1 and k.class_id = c.id)
    order by c.name, c.id`,
};

/** $1 work, $2 person. Index thread_work. */
export const notesOfOwner: Statement = {
  name: 'notes-of-owner',
  text: `
    select count(*)::integer as notes from thread t join annotation a on a.thread_id = t.id
    where t.work_id = $1 and a.author_id = $2 and a.state <> 'erased'`,
};

/** $1 work, $2 standing, $3 statement of rights, $4 who, $5 reason, $6 words; a step names what it needs. */
export const changeStanding: Statement = {
  name: 'change-work-standing',
  text: `
    update work set standing = $2,
      rights_statement = case when $2 = 'private' then '' else coalesce($3, rights_statement) end,
      offered_at = case when $2 = 'offered' then now() end,
      assented_by = case when standing = 'offered' and $2 = 'public' then $4::uuid else assented_by end,
      assented_at = case when $2 in ('public', 'withdrawn') then coalesce(assented_at, now()) end,
      withdrawn_at = case when $2 = 'withdrawn' then now() end,
      withdrawal_reason = case when $2 = 'withdrawn' then $5 end,
      withdrawal_words = case when $2 = 'withdrawn' then $6::text else '' end
    where id = $1`,
};

/** $1 id, $2 work, $3 action, $4 who, $5 whether as its owner, $6 reason, $7 message. */
export const insertStep: Statement = {
  name: 'insert-work-step',
  text: `
    insert into work_step (id, work_id, action, actor_id, as_owner, reason, message)
    values ($1, $2, $3, $4, $5, $6, $7)`,
};

/** $1 work. To whom its owner's mail goes. */
export const ownerToTell: Statement = {
  name: 'work-owner-to-tell',
  text: `
    select p.name, c.email, c.email_key as key, c.locale
    from work w join person p on p.id = w.owner_id and p.state = 'active'
    join account c on c.person_id = p.id where w.id = $1`,
};

/** $1 who does it: the text editors who are told. site_role holds offices alone. */
export const editorsToTell: Statement = {
  name: 'work-editors-to-tell',
  text: `
    select p.name, c.email, c.email_key as key, c.locale
    from site_role r join person p on p.id = r.person_id and p.state = 'active'
    join account c on c.person_id = p.id
    where r.role = 'text-editor' and p.id <> $1 order by p.id`,
};

/** $1 work, $2 class, $3 who. Nothing where it was so already. */
export const giveWork: Statement = {
  name: 'give-work',
  text: `insert into work_class (work_id, class_id, given_by) values ($1, $2, $3) on conflict do nothing`,
};
/** $1 work, $2 class. Waits for whoever is just setting something of it. */
export const holdGift: Statement = {
  name: 'hold-given-work',
  text: `select work_id from work_class where work_id = $1 and class_id = $2 for update`,
};
/** $1 work, $2 class. Index assignment_class. Asked after `holdGift`. */
export const isSetThere: Statement = {
  name: 'is-work-set',
  text: `select from assignment where class_id = $2 and work_id = $1 limit 1`,
};
export const takeWork: Statement = {
  name: 'take-work',
  text: `delete from work_class where work_id = $1 and class_id = $2`,
};

/** $1 work. It is nobody's from then on, and goes with `drop_abandoned_works`. */
export const leaveWork: Statement = {
  name: 'leave-work',
  text: 'update work set owner_id = null where id = $1',
};

/** $1 class, $2 person. Index work_class_class. */
export const textsOfClass: Statement = {
  name: 'texts-of-class',
  text: `
    select w.slug, w.titles, w.standing, ${iso('k.given_at')} as given,
      coalesce(w.owner_id = $2, false) as "isOwn",
      array(select e.lang from edition e where e.work_id = w.id order by e.ord) as langs
    from work_class k join work w on w.id = k.work_id
    where k.class_id = $1 and w.standing <> 'withdrawn' order by k.given_at, w.id`,
};
