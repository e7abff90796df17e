import type pg from 'pg';
import { bodies, makeBodies } from './bodies.ts';
import { spread } from './spread.ts';

/** Fills a database with notes on words: each opens a thread on its own words, all over both editions. */
export async function populateMarks(client: pg.Client, notes: number): Promise<void> {
  await makeBodies(client);
  await client.query(`
    create temp table passage as
    select u.work_id, u.uid, g.version_id, g.reading, char_length(g.reading) as length,
      row_number() over (order by u.ord, g.version_id) - 1 as n, count(*) over () as total
    from unit u join segment_text g on g.uid = u.uid
    where u.kind = 'sentence' and char_length(g.reading) >= 12`);
  await client.query(
    `create temp table staged as
     select m.n, m.n as opening, uuidv7(m.ago) as id, uuidv7(m.ago) as thread_id,
       md5('person' || m.n % 1000)::uuid as author_id, now() + m.ago as at,
       'range' as target_kind, p.work_id, p.uid, p.version_id, abs(hashint4(m.n)) % $2 as body,
       -- Two to thirteen characters, anywhere.
       abs(hashint4(m.n + 1)) % (p.length - 2) as start_at, 2 + abs(hashint4(m.n + 2)) % 12 as length
     from (select n, make_interval(secs => n - $1) as ago
       from generate_series(0, $1::integer - 1) n) m
     join passage p on p.n = m.n % p.total`,
    [notes, bodies.plain],
  );
  await spread(client);
  await client.query(`
    insert into thread_locus (thread_id, n, version_id, uid, start_at, end_at, exact, prefix, suffix)
    select s.thread_id, 1, s.version_id, s.uid, s.start_at, least(s.start_at + s.length, p.length),
      substr(p.reading, s.start_at + 1, s.length), '', ''
    from staged s join passage p using (version_id, uid)`);
  await client.query('vacuum analyze thread_locus');
}
