import type pg from 'pg';
import { bodies, makeBodies } from '../data/bodies.ts';
import { spread } from '../data/spread.ts';

/** The longest sentence of the strategy that nothing in the apparatus doubts. */
export const changed = '3.1.1.2';
export const edition = 'en-creemers';

/** Of a hundred notes on words, how many stand on the sentence that the release changes. */
export const layouts = { 'all on the clause': 100, 'one in 100 on it': 1 } as const;
export type Layout = keyof typeof layouts;

/** Notes on one to ten words of one edition, each with what stands around them, as a browser sends it. */
export async function writeOn(client: pg.Client, notes: number, layout: Layout): Promise<void> {
  await makeBodies(client);
  await client.query(
    `create temp table passage as
     select u.work_id, u.uid, g.version_id, g.reading, char_length(g.reading) as length,
       u.path = $2 as hit,
       row_number() over (partition by u.path = $2 order by u.ord) - 1 as n,
       count(*) over (partition by u.path = $2) as total
     from unit u
     join segment_text g on g.uid = u.uid
     join edition_version v on v.id = g.version_id and v.edition_id = $1
     where u.kind = 'sentence' and char_length(g.reading) >= 60`,
    [edition, changed],
  );
  await client.query(
    `create temp table staged as
     select m.n, m.n as opening, uuidv7(m.ago) as id, uuidv7(m.ago) as thread_id,
       md5('person' || m.n % 1000)::uuid as author_id, now() + m.ago as at,
       'range' as target_kind, p.work_id, p.uid, p.version_id, abs(hashint4(m.n)) % $2 as body,
       abs(hashint4(m.n + 1)) as first_word, 1 + abs(hashint4(m.n + 2)) % 10 as words
     from (select n, make_interval(secs => n - $1) as ago
       from generate_series(0, $1::integer - 1) n) m
     join passage p on p.hit = (m.n % 100 < $3) and p.n = m.n % p.total`,
    [notes, bodies.plain, layouts[layout]],
  );
  await client.query(`
    create temp table word as
    select p.version_id, p.uid, w.n,
      sum(char_length(w.word) + 1) over (partition by p.uid order by w.n)
        - char_length(w.word) - 1 as start_at,
      sum(char_length(w.word) + 1) over (partition by p.uid order by w.n) - 1 as end_at,
      count(*) over (partition by p.uid) as total
    from passage p
    cross join string_to_table(p.reading, ' ') with ordinality as w(word, n)`);
  await client.query('create index on word (uid, n)');
  await client.query('analyze word');
  await spread(client);
  await client.query(`
    insert into thread_locus (thread_id, n, version_id, uid, start_at, end_at, exact, prefix, suffix)
    select s.thread_id, 1, s.version_id, s.uid, a.start_at, b.end_at,
      substr(p.reading, a.start_at::integer + 1, (b.end_at - a.start_at)::integer),
      right(substr(p.reading, 1, a.start_at::integer), 32),
      substr(p.reading, b.end_at::integer + 1, 32)
    from staged s
    join passage p using (version_id, uid)
    join word a on a.uid = s.uid and a.n = 1 + s.first_word % a.total
    join word b on b.uid = s.uid and b.n = least(a.n + s.words - 1, a.total)`);
  await client.query('vacuum analyze');
}
