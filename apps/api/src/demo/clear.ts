import type pg from 'pg';

export async function demoPeople(
  pool: pg.Pool,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await pool.query<{ id: string; name: string }>(
    'select p.id, p.name from demo_person d join person p on p.id = d.person_id order by p.id',
  );
  return rows;
}

/** How many people have accounts who are neither made up nor administrators. */
export async function strangers(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(`
    select count(*)::integer as n from account c
    where not exists (select from demo_person d where d.person_id = c.person_id)
      and not exists (select from site_role r where r.person_id = c.person_id)`);
  return rows[0]?.n ?? 0;
}

/*
 * Threads that only made-up people wrote in go whole. Where others wrote, too, the made-up notes are
 * erased as those of anybody who leaves, so that the others' words keep their place.
 */
const steps = [
  `delete from thread t where exists (
     select from annotation a join demo_person d on d.person_id = a.author_id where a.thread_id = t.id)
   and not exists (
     select from annotation a where a.thread_id = t.id
       and not exists (select from demo_person d where d.person_id = a.author_id))`,
  `delete from revision r using annotation a, demo_person d
   where r.annotation_id = a.id and d.person_id = a.author_id`,
  `update annotation a set state = 'erased', changed_at = now()
   from demo_person d where d.person_id = a.author_id`,
  `delete from layer l using demo_person d where l.owner_id = d.person_id`,
  `delete from mention m using demo_person d where m.person_id = d.person_id`,
  `delete from decision_words w using decision_log l, person_pseudonym p, demo_person d
   where w.seq = l.seq and l.subject = p.pseudonym::text and p.person_id = d.person_id`,
  `delete from person_pseudonym p using demo_person d where p.person_id = d.person_id`,
  `update objection o set words = '', decided_words = '' from sanction s, demo_person d
   where s.id = o.sanction_id and s.person_id = d.person_id`,
  `update sanction s set words = '', lifted_words = '' from demo_person d where s.person_id = d.person_id`,
  `delete from person_note n using demo_person d where n.person_id = d.person_id`,
  `delete from draft x using demo_person d where x.person_id = d.person_id`,
  `delete from moderator m using demo_person d where m.person_id = d.person_id`,
  `delete from session s using demo_person d where s.person_id = d.person_id`,
  `delete from one_time_token o using demo_person d where o.person_id = d.person_id`,
  `delete from account c using demo_person d where c.person_id = d.person_id`,
  `update person p set state = 'erased', name = '', handle = 'gone.' || replace(p.id::text, '-', '')
   from demo_person d where d.person_id = p.id`,
  'delete from demo_person',
];

/** How many made-up people went. All or nothing. */
export async function clear(pool: pg.Pool): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    // Counts follow the notes: what goes whole takes its places along before it could be counted out.
    await client.query(`
      update annotation a set state = 'deleted'
      from demo_person d where d.person_id = a.author_id and a.state = 'published'`);
    let gone = 0;
    for (const step of steps) gone = (await client.query(step)).rowCount ?? 0;
    await client.query('commit');
    return gone;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
