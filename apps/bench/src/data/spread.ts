import type pg from 'pg';

/** Indexes that are quicker made at the end than kept meanwhile. */
async function withoutSearchIndexes(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
     where tablename = 'note_search' and indexname <> 'note_search_pkey'`,
  );
  for (const { name } of rows) await client.query(`drop index ${client.escapeIdentifier(name)}`);
  await work();
  await client.query(`set maintenance_work_mem = '512MB'`);
  for (const { definition } of rows) await client.query(definition);
}

/**
 * Puts the notes of the tables `staged` and `body` where notes stand. Triggers and checks of keys are
 * set aside meanwhile; what triggers keep is made at once.
 */
export async function spread(client: pg.Client): Promise<void> {
  await client.query('set session_replication_role = replica');
  await client.query(`
    insert into person (id, name)
    select md5('person' || n)::uuid, 'Reader ' || n from generate_series(0, 999) n`);
  await client.query(`
    insert into account (person_id, email, email_key, password_hash, locale)
    select md5('person' || n)::uuid, n || '@example.org', n || '@example.org', '-', 'en'
    from generate_series(0, 999) n`);
  await client.query('create index on staged (n)');
  await client.query('analyze staged');
  await client.query(`
    insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id, created_at)
    select s.thread_id, s.work_id, l.id, s.target_kind, s.uid, s.uid, s.author_id, s.at
    from staged s join layer l on l.kind = 'public' where s.n = s.opening order by s.n`);
  await client.query(`
    insert into thread_place (work_id, layer_id, uid, created_at, thread_id, opening)
    select work_id, layer_id, from_uid, created_at, id, true from thread`);
  await client.query(`
    insert into annotation (id, thread_id, parent_id, author_id, post_key, created_at)
    select s.id, o.thread_id, nullif(o.id, s.id), s.author_id, gen_random_uuid(), s.at
    from staged s join staged o on o.n = s.opening order by s.n`);
  await client.query(`
    insert into revision (annotation_id, number, body, html, renderer, seen)
    select s.id, 1, b.body, '<p>' || b.body || '</p>', 2, array['zh-cac:1.0.0', 'en-creemers:1.0.0']
    from staged s join body b on b.n = s.body order by s.n`);
  await withoutSearchIndexes(client, async () => {
    await client.query(`
      insert into note_search (annotation_id, tokenizer, folded, tokens, tags)
      select s.id, b.tokenizer, b.folded, b.tokens, '{}'
      from staged s join body b on b.n = s.body order by s.n`);
  });
  await client.query(`
    insert into tally (work_id, layer_id, uid, notes)
    select p.work_id, p.layer_id, p.uid, count(*) from thread_place p
    join annotation a on a.thread_id = p.thread_id group by 1, 2, 3`);
  await client.query(`
    insert into public_note (work_id, created_at, annotation_id)
    select s.work_id, s.at, s.id from staged s order by s.n`);
  await client.query(`
    insert into public_tally (work_id, part, notes)
    select work_id, get_byte(uuid_send(annotation_id), 15) & 15, count(*)
    from public_note group by 1, 2`);
  await client.query('reset session_replication_role');
  await client.query('vacuum analyze');
}
