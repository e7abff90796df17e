import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';
import { isOfItsWorkSql } from '../../db/visibility.ts';

/** Where a thread `t` points: a clause, or the first and the last of several. */
const address = `(select case when f.uid = u.uid then f.path else f.path || '-' || u.path end
  from unit f, unit u where f.uid = t.from_uid and u.uid = t.to_uid)`;

const person = `case when b.id is not null then json_build_object('id', b.id, 'name', b.name,
  'handle', b.handle) end`;

const stands = `
  m.id, m.state, m.message, ${iso('m.asked_at')} as asked, ${iso('m.answered_at')} as answered, m.how,
  m.credit, m.words, ${person} as by,
  array(select r.major || '.' || r.minor from promotion_use x
    join commentary_release r on r.id = x.release_id
    where x.promotion_id = m.id order by r.major, r.minor) as releases`;

/** What was consented to may be quoted while the note stands, and after it went with its class. */
const isUsable = `m.state = 'consented' and (a.id is null or a.state = 'published')`;

/** $1 commentary, $2 the number after which, $3 how many, $4 layers. Index promotion_commentary_id_n_key. */
export const promotionsOf: Statement = {
  name: 'promotions-of-commentary',
  text: `
    select m.n, ${stands}, ${isUsable} as usable,
      case when t.layer_id = any($4::integer[]) and ${isOfItsWorkSql} then json_build_object('id', a.id,
        'address', ${address}) end as note
    from promotion m
    left join person b on b.id = m.asked_by
    left join annotation a on a.id = m.annotation_id
    left join thread t on t.id = a.thread_id
    left join layer l on l.id = t.layer_id
    where m.commentary_id = $1 and m.n > $2
    order by m.n limit $3`,
};

/** $1 person, $2 and $3 the one after which, $4 how many: the newest first. Index promotion_author. */
export const requestsTo: Statement = {
  name: 'promotions-of-author',
  text: `
    select ${stands}, json_build_object('title', c.title, 'work', w.slug) as commentary,
      case when a.id is not null then json_build_object('id', a.id, 'address', ${address},
        'version', a.version, 'body', r.body, 'isPublic', l.kind = 'public') end as note
    from promotion m
    join commentary c on c.id = m.commentary_id
    join work w on w.id = c.work_id
    left join person b on b.id = m.asked_by
    left join annotation a on a.id = m.annotation_id and a.state = 'published'
    left join thread t on t.id = a.thread_id
    left join layer l on l.id = t.layer_id
    left join revision r on r.annotation_id = a.id and r.number = a.version
    where m.author_id = $1 and m.state <> 'cancelled'
      and (m.asked_at, m.id) < ($2::timestamptz, $3::uuid)
    order by m.asked_at desc, m.id desc limit $4`,
};

/** $1 promotion: what is decided about it. Primary keys. */
export const promotionOf: Statement = {
  name: 'promotion',
  text: `
    select m.commentary_id as commentary, m.author_id as author, m.state,
      exists (select from promotion_use x where x.promotion_id = m.id) as "isUsed",
      a.id as note, a.version, a.state as "noteState"
    from promotion m left join annotation a on a.id = m.annotation_id
    where m.id = $1`,
};

/**
 * $1 id, $2 commentary, $3 note, $4 who asks, $5 message. One that was asked for no more is asked for
 * again; nothing where it stands otherwise. The commentary is held.
 */
export const askFor: Statement = {
  name: 'promotion-ask',
  text: `
    insert into promotion (id, commentary_id, n, annotation_id, author_id, asked_by, message)
    select $1, $2, coalesce((select max(n) from promotion where commentary_id = $2), 0) + 1, a.id,
      a.author_id, $4, $5
    from annotation a join person p on p.id = a.author_id and p.state = 'active'
    where a.id = $3 and a.state = 'published'
    on conflict (commentary_id, annotation_id) do update
      set state = 'asked', asked_by = $4, message = $5, asked_at = now(), answered_at = null
      where promotion.state = 'cancelled'
    returning id, author_id as author`,
};

/** $1 commentary. How many it asks for. */
export const countPromotions: Statement = {
  name: 'promotions-count',
  text: 'select count(*)::integer as promotions from promotion where commentary_id = $1',
};

/** $1 promotion, $2 how, $3 credit, $4 the revision. Its words as they are in that revision. */
export const consent: Statement = {
  name: 'promotion-consent',
  text: `
    update promotion m set state = 'consented', how = $2, credit = $3, words = r.body,
      written_at = r.written_at, answered_at = now()
    from annotation a join revision r on r.annotation_id = a.id and r.number = a.version
    where m.id = $1 and a.id = m.annotation_id and a.version = $4 and a.state = 'published'
    returning m.id`,
};

/** $1 promotion, $2 what it is from now on. Nothing is kept of what was consented to. */
export const endPromotion: Statement = {
  name: 'promotion-end',
  text: `
    update promotion set state = $2, how = null, credit = '', words = '', written_at = null,
      answered_at = now()
    where id = $1`,
};

/** $1 commentary. What its parts may quote. Index promotion_commentary_id_n_key, then primary keys. */
export const quotationsOf: Statement = {
  name: 'promotions-quotable',
  text: `
    select m.n, m.how, m.credit, m.words, ${iso('m.written_at')} as written,
      case when m.how = 'name' and l.kind = 'public' then a.id end as note, c.language
    from promotion m
    join commentary c on c.id = m.commentary_id
    left join annotation a on a.id = m.annotation_id
    left join thread t on t.id = a.thread_id
    left join layer l on l.id = t.layer_id
    where m.commentary_id = $1 and ${isUsable}`,
};

/** $1 release, $2 commentary, $3 numbers of what it quotes. */
export const nameUses: Statement = {
  name: 'promotion-uses',
  text: `
    insert into promotion_use (promotion_id, release_id)
    select m.id, $1 from promotion m where m.commentary_id = $2 and m.n = any($3::integer[])
    on conflict do nothing`,
};

/**
 * $1 person. What they consented to ends with them, but for what is published already; of what they asked
 * for, who asked and what they said. Indexes promotion_author and promotion_asked_by.
 */
export const erasePromotions: readonly Statement[] = [
  {
    name: 'promotions-erase-author',
    text: `
      update promotion set author_id = null, how = null, credit = '', words = '', written_at = null,
        state = case when state = 'cancelled' then state else 'refused' end
      where author_id = $1`,
  },
  {
    name: 'promotions-erase-asker',
    text: `update promotion set asked_by = null, message = '' where asked_by = $1`,
  },
];
