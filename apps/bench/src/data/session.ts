import type pg from 'pg';

/** A session of the first reader of a populated database. */
export async function openSession(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into session (id, person_id, device)
     values (gen_random_uuid(), md5('person0')::uuid, 'bench') returning id`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('no session was made');
  return row.id;
}
