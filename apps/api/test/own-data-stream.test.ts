import { buffer, text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDb, type Db } from '../src/db/client.ts';
import { makeOwnFiles } from '../src/features/own-data/service.ts';
import { readSession } from '../src/features/sessions/repository.ts';
import { TooMany } from '../src/refusal.ts';
import { startApp, stopApp, type Person, type TestApp } from './support/index.ts';

let site: TestApp;
let ada: Person;
beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
});
afterAll(() => stopApp(site));

const formats = ['json', 'zip'] as const;

async function viewer(person: Person) {
  const session = await readSession(makeDb(site.pool), person.sessionId);
  if (session === null) throw new Error('no session');
  return { ...session, sessionId: session.id };
}
/** What the tables answer, with something that happens before one of the questions. */
const after = (asked: number, happens: () => Promise<unknown>): Db => {
  let n = 0;
  const db = makeDb(site.pool);
  return {
    ...db,
    rows: async (statement, values) => {
      n += 1;
      if (n === asked) await happens();
      return db.rows(statement, values);
    },
  };
};

test.each(formats)('%s: who is signed out meanwhile gets no more of it', async (format) => {
  const bob = await site.addPerson({ name: 'Bob' });
  const end = () => site.owner.query('delete from session where id = $1', [bob.sessionId]);
  const take = makeOwnFiles(after(12, end), 'http://localhost:3000');
  const { stream } = take(await viewer(bob), format);
  await expect(buffer(stream)).rejects.toMatchObject({ code: 'session-ended' });
});

test.each(formats)(
  '%s: one at a time, and another when it is through or given up',
  async (format) => {
    const take = makeOwnFiles(makeDb(site.pool), 'http://localhost:3000');
    const who = await viewer(ada);
    const first = take(who, format);
    expect(() => take(who, format)).toThrow(TooMany);
    // Somebody else has their own.
    const other = take(await viewer(await site.addPerson()), 'json');
    expect(await text(other.stream)).toContain('"profile"');
    expect((await buffer(first.stream)).length).toBeGreaterThan(100);
    const second = take(who, format);
    second.stream.destroy();
    await new Promise((resolve) => second.stream.once('close', resolve));
    expect((await buffer(take(who, format).stream)).length).toBeGreaterThan(100);
  },
);
