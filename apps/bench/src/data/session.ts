import type pg from 'pg';

/** A session of one of the readers of a populated database, the first where none is named. */
export async function openSession(client: pg.Client, reader = 0): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into session (id, person_id, device)
     values (gen_random_uuid(), md5('person' || $1::integer)::uuid, 'bench') returning id`,
    [reader],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('no session was made');
  return row.id;
}
