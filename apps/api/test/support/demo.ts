import { randomUUID } from 'node:crypto';
import { cookieFor, ownApp, type Person, type TestApp } from './app.ts';

/** One of the made-up people, signed in. */
export async function play(on: TestApp, name: string): Promise<Person> {
  const { rows } = await on.owner.query<{ id: string; handle: string; email: string }>(
    'select p.id, p.handle, c.email from person p join account c on c.person_id = p.id where p.name = $1',
    [name],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`nobody is called ${name}`);
  const sessionId = randomUUID();
  await on.owner.query("insert into session (id, person_id, device) values ($1, $2, 'test')", [
    sessionId,
    row.id,
  ]);
  return { ...row, name, sessionId, cookie: cookieFor(on.app, sessionId) };
}

/** A site of its own, as it starts: newcomers are held. */
export async function emptySite(): Promise<TestApp> {
  const own = await ownApp();
  await own.owner.query('delete from hold_rule');
  return own;
}
