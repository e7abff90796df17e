import type pg from 'pg';
import { bodies, makeBodies } from './bodies.ts';
import { spread } from './spread.ts';

/**
 * Fills a database with people and notes: two of five notes open a thread, the others answer one,
 * spread evenly over the sentences of the strategy.
 */
export async function populate(client: pg.Client, notes: number): Promise<void> {
  await makeBodies(client);
  await client.query(
    `create temp table staged as
     with clause as (
       select w.id as work_id, u.uid, row_number() over (order by u.ord) - 1 as n,
         count(*) over () as total
       from work w join unit u on u.work_id = w.id where u.kind = 'sentence'
     ), numbered as (
       select n, n - n % 5 + case when n % 5 < 2 then n % 5 else n % 2 end as opening,
         make_interval(secs => n - $1) as ago, $1 / 100 as step
       from generate_series(0, $1::integer - 1) n
     )
     select m.n, m.opening, uuidv7(m.ago) as id, uuidv7(m.ago) as thread_id,
       md5('person' || m.n % 1000)::uuid as author_id, now() + m.ago as at,
       'segment' as target_kind, c.work_id, c.uid,
       case m.n % m.step when 0 then $2 when 1 then $3 when 2 then $4
         else abs(hashint4(m.n)) % $5 end as body
     from numbered m join clause c on c.n = m.opening % c.total`,
    [notes, bodies.word, bodies.hanzi, bodies.phrase, bodies.plain],
  );
  await spread(client);
}
