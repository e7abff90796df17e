import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { buildApp } from '../src/app.ts';
import { makePool } from '../src/db/client.ts';
import { makeSeal } from '../src/features/live/place.ts';
import { tidyChanges } from '../src/features/live/service.ts';
import { listenLive, type OpenStream } from './support/listen-live.ts';
import {
  hideForm,
  ownApp,
  replyTo,
  rootOf,
  startThread,
  type Person,
  type TestApp,
} from './support/index.ts';

async function open(site: TestApp, person: Person | null, after?: string): Promise<OpenStream> {
  const stream = await listenLive(site, person?.cookie ?? null, after);
  onTestFinished(() => {
    stream.close();
  });
  return stream;
}
const cursor = async (site: TestApp): Promise<string> =>
  (await site.as(null, 'GET', '/api/works/ncss-2016/reading')).json<{ live: string }>().live;
const changes = (stream: OpenStream): string[] =>
  stream.told.filter(({ event }) => event === 'change').map(({ data }) => data.what ?? '');
const until = (holds: () => void): Promise<void> =>
  vi.waitFor(holds, { timeout: 5_000, interval: 10 });

test('what happens to a public note is told to everybody, by ids alone', async () => {
  const site = await ownApp();
  const ada = await site.addPerson({ name: 'Ada' });
  const keeper = await site.addPerson({ name: 'Keeper', administrator: true });
  const stream = await open(site, null);
  const thread = await startThread(site, ada, '4.3.1.2', { body: 'Secretive words' });
  const root = rootOf(thread);
  await site.as(ada, 'PUT', `/api/annotations/${root.id}`, {
    body: 'Other',
    version: 1,
    seen: ['zh-cac:1.0.0'],
  });
  await site.as(ada, 'POST', `/api/threads/${thread.id}/resolution`, { action: 'resolve' });
  await site.as(keeper, 'POST', `/api/annotations/${root.id}/hide`, hideForm());
  await site.as(ada, 'DELETE', `/api/annotations/${root.id}`);
  await site.as(ada, 'POST', `/api/annotations/${root.id}/restore`);
  await until(() => {
    expect(changes(stream)).toEqual(['new', 'edited', 'resolution', 'state', 'state', 'state']);
  });
  expect(stream.told[0]?.data).toEqual({
    work: 'ncss-2016',
    what: 'new',
    thread: thread.id,
    annotation: root.id,
    uids: [thread.target.from],
  });
});

test('a notebook is told of to its owner alone, also one just begun', async () => {
  const site = await ownApp();
  const ada = await site.addPerson({ name: 'Ada' });
  const own = await open(site, ada);
  const others = [
    await open(site, null),
    await open(site, await site.addPerson({ administrator: true })),
  ];
  const first = await startThread(site, ada, '4.3.1.2', { layer: 'notebook' });
  const second = await startThread(site, ada, '4.3.1.2', { layer: 'notebook' });
  await site.as(ada, 'POST', `/api/threads/${second.id}/move`, { layer: 'public' });
  await until(() => {
    expect(
      own.told.filter(({ data }) => data.thread === second.id).map(({ data }) => data.what),
    ).toEqual(expect.arrayContaining(['moved', 'moved']));
  });
  await until(() => {
    // The move alone: it comes into the layer they see.
    for (const other of others)
      expect(other.told.map(({ data }) => [data.what, data.thread])).toEqual([
        ['moved', second.id],
      ]);
  });
  for (const other of others) expect(JSON.stringify(other.told)).not.toContain(first.id);
});

describe('nothing is missed', () => {
  test('when a later number is committed before an earlier one', async () => {
    const site = await ownApp();
    const ada = await site.addPerson({ name: 'Ada' });
    const thread = await startThread(site, ada, '4.3.1.2');
    const other = await startThread(site, ada, '4.3.1.3');
    const from = await cursor(site);
    const early = await open(site, null, from);
    const slow = new pg.Client({ connectionString: site.ownerUrl });
    await slow.connect();
    onTestFinished(() => slow.end());
    await slow.query('begin');
    await slow.query("update thread set resolution = 'resolved' where id = $1", [thread.id]);
    // Begun later, committed sooner.
    await site.as(ada, 'POST', `/api/threads/${other.id}/resolution`, { action: 'resolve' });
    await pause(200);
    const between = await open(site, null, await cursor(site));
    await slow.query('commit');
    for (const stream of [early, between])
      await until(() => {
        const told = stream.told.filter(({ data }) => data.what === 'resolution');
        expect(told.map(({ data }) => data.thread)).toEqual([thread.id, other.id]);
      });
  });

  test('by one who was away, whichever process they come back to', async () => {
    const site = await ownApp();
    const twinPool = makePool(site.config.databaseUrl);
    const twin = await buildApp({ config: site.config, pool: twinPool });
    await twin.ready();
    onTestFinished(async () => {
      await twin.close();
      await twinPool.end();
    });
    const ada = await site.addPerson({ name: 'Ada' });
    const stream = await open(site, null);
    const root = rootOf(await startThread(site, ada, '4.3.1.2'));
    await until(() => {
      expect(stream.told).toHaveLength(1);
    });
    const last = stream.told[0]?.id;
    stream.close();
    const missed = [
      await replyTo(site, ada, root.id, 'one'),
      await replyTo(site, ada, root.id, 'two'),
    ];
    const back = await open({ ...site, app: twin }, null, last);
    const third = await replyTo(site, ada, root.id, 'three');
    await until(() => {
      expect(back.told.map(({ data }) => data.annotation)).toEqual(
        [...missed, third].map(({ id }) => id),
      );
    });
  });

  test('by one who read a page just before', async () => {
    const site = await ownApp();
    const ada = await site.addPerson({ name: 'Ada' });
    const from = await cursor(site);
    const thread = await startThread(site, ada, '4.3.1.2');
    const stream = await open(site, null, from);
    await until(() => {
      expect(stream.told.map(({ data }) => data.thread)).toEqual([thread.id]);
    });
  });
});

test.each([
  [
    'from another log',
    (keys: readonly string[]) =>
      makeSeal(keys).write({ epoch: randomUUID(), xid: 10n ** 12n, id: 5n }),
  ],
  [
    'that another site has written',
    () => makeSeal(['k'.repeat(32)]).write({ epoch: randomUUID(), xid: 5n, id: 5n }),
  ],
  ['that nobody has written', () => 'yesterday'],
])('a place %s means loading anew', async (_what, place) => {
  const site = await ownApp();
  const stream = await open(site, null, place(site.config.keys));
  await until(() => {
    expect(stream.told.map(({ event }) => event)).toEqual(['reset']);
  });
  // From here on it is told as anybody is, and comes back to where it was told to begin.
  const ada = await site.addPerson({});
  const thread = await startThread(site, ada, '4.3.1.2');
  await until(() => {
    expect(stream.told.at(-1)?.data.thread).toBe(thread.id);
  });
  const back = await open(site, null, stream.told[0]?.id);
  await until(() => {
    expect(back.told.map(({ data }) => data.thread)).toEqual([thread.id]);
  });
});

test('a place says nothing of what happens elsewhere', async () => {
  const site = await ownApp();
  const first = await cursor(site);
  const second = await cursor(site);
  expect(first).not.toBe(second);
  expect(first).toHaveLength(second.length);
  expect(Buffer.from(first, 'base64url').toString('latin1')).not.toMatch(/\d{3,}\.\d/);
});

test('a place whose log has been thrown away means loading anew', async () => {
  const site = await ownApp();
  const ada = await site.addPerson({ name: 'Ada' });
  const from = await cursor(site);
  await startThread(site, ada, '4.3.1.2');
  await site.owner.query("update live.change set at = now() - interval '9 days'");
  await tidyChanges(site.app.db);
  const stream = await open(site, null, from);
  await until(() => {
    expect(stream.told.map(({ event }) => event)).toEqual(['reset']);
  });
});

describe('a right that is lost ends the stream at once', () => {
  test.each([
    ['the session', (person: Person) => ['delete from session where id = $1', person.sessionId]],
    [
      'the person',
      (person: Person) => [
        "update person set state = 'erased', name = '' where id = $1",
        person.id,
      ],
    ],
    ['a role', (person: Person) => ['delete from site_role where person_id = $1', person.id]],
    ['a work', (person: Person) => ['delete from moderator where person_id = $1', person.id]],
  ] as const)('%s', async (_what, change) => {
    const site = await ownApp();
    const person = await site.addPerson({ administrator: true, moderates: 'ncss-2016' });
    const other = await site.addPerson({});
    const stream = await open(site, person);
    const bystander = await open(site, other);
    const [text, id] = change(person);
    await site.owner.query(text ?? '', [id]);
    await until(() => {
      expect(stream.ended()).toBe(true);
    });
    const told = stream.told.length;
    await startThread(site, other, '4.3.1.2');
    await until(() => {
      expect(bystander.told).toHaveLength(1);
    });
    expect(stream.told).toHaveLength(told);
  });
});

describe('who is writing an answer', () => {
  test('is told to those who see the thread', async () => {
    const site = await ownApp();
    const ada = await site.addPerson({ name: 'Ada' });
    const thread = await startThread(site, ada, '4.3.1.2');
    const stream = await open(site, null);
    await site.as(ada, 'POST', '/api/live/writing', { annotation: rootOf(thread).id });
    await until(() => {
      expect(stream.told.filter(({ event }) => event === 'writing')).toHaveLength(1);
    });
    expect(stream.told.find(({ event }) => event === 'writing')?.data).toEqual({
      work: 'ncss-2016',
      thread: thread.id,
      person: { id: ada.id, name: 'Ada' },
    });
  });

  test('is told to nobody from a notebook', async () => {
    const site = await ownApp();
    const ada = await site.addPerson({ name: 'Ada' });
    const note = rootOf(await startThread(site, ada, '4.3.1.2', { layer: 'notebook' }));
    const streams = [await open(site, null), await open(site, ada)];
    await site.as(ada, 'POST', '/api/live/writing', { annotation: note.id });
    const seen = rootOf(await startThread(site, ada, '4.3.1.3'));
    await site.as(ada, 'POST', '/api/live/writing', { annotation: seen.id });
    await until(() => {
      for (const { told } of streams)
        expect(
          told.filter(({ event }) => event === 'writing').map(({ data }) => data.thread),
        ).toEqual([seen.thread]);
    });
  });
});

test('a person says forty times a minute that they are writing, wherever that is', async () => {
  const site = await ownApp();
  const ada = await site.addPerson({ name: 'Ada' });
  const ben = await site.addPerson({ name: 'Ben' });
  const notes = [
    rootOf(await startThread(site, ada, '4.3.1.2')),
    rootOf(await startThread(site, ada, '4.3.1.3')),
  ];
  const say = async (who: Person, n: number) =>
    (await site.as(who, 'POST', '/api/live/writing', { annotation: notes[n % 2]?.id })).statusCode;
  const codes: number[] = [];
  for (let n = 0; n < 41; n += 1) codes.push(await say(ada, n));
  expect(codes.filter((code) => code === 200)).toHaveLength(40);
  expect(codes.at(-1)).toBe(429);
  expect(await say(ben, 0)).toBe(200);
});

test('a person has a dozen streams at most', async () => {
  const site = await ownApp();
  const ada = await site.addPerson({ name: 'Ada' });
  for (let n = 0; n < 12; n += 1) expect((await open(site, ada)).status).toBe(200);
  expect((await open(site, ada)).status).toBe(429);
});

test('closing the app ends the streams and waits for none', async () => {
  const site = await ownApp();
  const stream = await open(site, null);
  await site.app.close();
  await until(() => {
    expect(stream.ended()).toBe(true);
  });
});
