import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { classOf } from './support/classes.ts';
import { readIn, writeIn } from './support/gate.ts';
import { setAssignment } from './support/set-assignment.ts';
import { replyForm, replyTo, rootOf, startApp, stopApp, type TestApp } from './support/index.ts';

/* The staff answers on a desk while it is handed in: both lock notes before their thread. */

let site: TestApp;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));

/** Until so many statements wait for a lock. */
const waiting = (count: number) =>
  vi.waitFor(
    async () => {
      const { rows } = await site.owner.query<{ n: number }>(
        `select count(*)::integer as n from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      expect(rows[0]?.n).toBe(count);
    },
    { timeout: 10_000, interval: 10 },
  );

test('neither is given up for the other, and the answer stands where the note is then', async () => {
  const tess = await site.addPerson({ name: 'Tess' });
  const sam = await site.addPerson({ name: 'Sam' });
  const course = await classOf(site, tess, sam);
  const task = await setAssignment(site, course, { gate: 'hand' });
  const root = rootOf(await writeIn(site, sam, task, '4.3.1.2'));
  const first = await replyTo(site, tess, root.id, 'What does it rest on?');

  // The handing in is held up at its first note; the reply comes into the middle, and waits or is through.
  await site.owner.query('begin');
  await site.owner.query('select from annotation where id = $1 for update', [root.id]);
  const opening = site.as(tess, 'POST', `/assignments/${task}/openings`, {
    clauses: 'all',
    to: { kind: 'all' },
  });
  await waiting(1);
  const reply = site.as(tess, 'POST', `/annotations/${first.id}/replies`, replyForm('I see now.'));
  await Promise.race([waiting(2), reply]);
  await site.owner.query('commit');

  const opened = await opening;
  expect(opened.statusCode, opened.body).toBe(200);
  const replied = await reply;
  expect(replied.statusCode, replied.body).toBe(201);
  const [thread] = await readIn(site, tess, task, '4.3.1.2');
  expect(thread?.annotations.map(({ body }) => body)).toEqual([
    'Sam on 4.3.1.2',
    'What does it rest on?',
    'I see now.',
  ]);
});
