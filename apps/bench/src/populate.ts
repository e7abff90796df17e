import type pg from 'pg';

/**
 * Fills a database with people and notes: two of five notes open a thread, the others answer one,
 * spread evenly over the sentences of the strategy. The triggers are set aside meanwhile and
 * the tally made at once.
 */
export async function populate(client: pg.Client, notes: number): Promise<void> {
  const threads = Math.round(notes * 0.4);
  await client.query('alter table annotation disable trigger user');
  await client.query(`
    insert into person (id, name)
    select md5('person' || n)::uuid, 'Reader ' || n from generate_series(0, 999) n`);
  await client.query(`
    insert into account (person_id, email, email_key, password_hash, locale)
    select md5('person' || n)::uuid, n || '@example.org', n || '@example.org', '-', 'en'
    from generate_series(0, 999) n`);
  await client.query(
    `with clause as (
       select w.id as work_id, u.uid, row_number() over (order by u.ord) - 1 as n,
         count(*) over () as total
       from work w join unit u on u.work_id = w.id where u.kind = 'sentence')
     insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id, created_at)
     select md5('thread' || t)::uuid, c.work_id, l.id, 'segment', c.uid, c.uid,
       md5('person' || t % 1000)::uuid, now() - make_interval(secs => $1 - t)
     from generate_series(0, $1 - 1) t
     join clause c on c.n = t % c.total
     join layer l on l.kind = 'public'`,
    [threads],
  );
  await client.query(`
    insert into thread_place (work_id, layer_id, uid, created_at, thread_id, opening)
    select work_id, layer_id, from_uid, created_at, id, true from thread`);
  await client.query(`
    insert into annotation (id, thread_id, author_id, post_key, created_at)
    select md5('root' || id)::uuid, id, author_id, md5('key' || id)::uuid, created_at from thread`);
  await client.query(
    `insert into annotation (id, thread_id, parent_id, author_id, post_key, created_at)
     select md5('reply' || r)::uuid, t.id, md5('root' || t.id)::uuid,
       md5('person' || r % 997)::uuid, md5('reply-key' || r)::uuid,
       t.created_at + make_interval(secs => 1 + r / $1)
     from generate_series(0, $2 - 1) r
     join thread t on t.id = md5('thread' || r % $1)::uuid`,
    [threads, notes - threads],
  );
  await client.query(`
    insert into revision (annotation_id, number, body, html, renderer, seen)
    select id, 1, b.body, '<p>' || b.body || '</p>', 2, array['zh-cac:1.0.0', 'en-creemers:1.0.0']
    from annotation, lateral (select 'Does the copy read this clause as the translation does? ' ||
      repeat('It seems to me that it does not, and that the difference matters. ', 3) as body) b`);
  await client.query(`
    insert into tally (work_id, layer_id, uid, notes)
    select p.work_id, p.layer_id, p.uid, count(*) from thread_place p
    join annotation a on a.thread_id = p.thread_id group by 1, 2, 3`);
  await client.query('alter table annotation enable trigger user');
  await client.query('vacuum analyze');
}
