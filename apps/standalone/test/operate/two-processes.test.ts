import { prepare } from '@glossator/api';
import { listenAt, replyForm, threadForm, type OpenStream } from '@glossator/api/testing';
import { dump, restore, verifyLog } from '@glossator/api/operations';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { migrations, root } from '../../src/config.ts';
import { publishAll } from '../../src/check/publish-all.ts';
import { temporaryCluster } from '../../src/postgres/index.ts';
import { ask, startApi, type ApiProcess } from './api-process.ts';
import { newDatabase, query } from './cluster-database.ts';

const password = 'seven loud paper boats';

let cluster: Awaited<ReturnType<typeof temporaryCluster>>;
let url = '';
let one: ApiProcess;
let two: ApiProcess;
let start: () => Promise<ApiProcess>;

beforeAll(async () => {
  cluster = await temporaryCluster();
  url = await newDatabase(cluster);
  await prepare(url, () => undefined);
  await publishAll(url);
  const secret = path.join(cluster.dataDir, 'secret');
  writeFileSync(secret, randomBytes(32).toString('hex'));
  const appUrl = cluster.url(new URL(url).pathname.slice(1), 'glossator_app');
  start = () => startApi(appUrl, secret);
  [one, two] = await Promise.all([start(), start()]);
}, 90_000);
afterAll(async () => {
  for (const { child } of [one, two]) child.kill('SIGTERM');
  await Promise.all([one.ended, two.ended]);
  await cluster.stop();
});

interface Member {
  readonly id: string;
  readonly email: string;
  readonly cookie: string;
  readonly session: string;
}
interface Opened {
  readonly person: { readonly id: string };
  readonly session: string;
}

/** Somebody who registered at one process and confirmed at the other. */
async function member(name: string): Promise<Member> {
  const email = `${randomBytes(6).toString('hex')}@example.org`;
  await ask(one, null, 'POST', '/accounts', { name, email, password, locale: 'en' });
  const [mail] = await query<{ body: string }>(url, 'select body from mail where recipient = $1', [
    email,
  ]);
  const token = /[?&]token=([\w-]+)/.exec(mail?.body ?? '')?.[1];
  const form = { token, password };
  const { body, cookie } = await ask(two, null, 'POST', '/accounts/confirmation', form);
  const { person, session } = body as Opened;
  return { id: person.id, email, cookie, session };
}

async function listen(at: ApiProcess, who: Member | null, after?: string): Promise<OpenStream> {
  const stream = await listenAt(at.address, who?.cookie ?? null, after);
  onTestFinished(() => {
    stream.close();
  });
  return stream;
}
interface Thread {
  readonly id: string;
  readonly annotations: readonly { readonly id: string }[];
}
async function write(at: ApiProcess, { cookie }: Member, target = '4.3.1.2') {
  const { status, body } = await ask(at, cookie, 'POST', '/threads', threadForm(target));
  expect(status, JSON.stringify(body)).toBe(201);
  const { id, annotations } = body as Thread;
  return { thread: id, note: annotations[0]?.id ?? '' };
}
const notes = (stream: OpenStream): string[] =>
  stream.told.filter(({ event }) => event === 'change').map(({ data }) => data.annotation ?? '');
const until = (holds: () => void): Promise<void> =>
  vi.waitFor(holds, { timeout: 10_000, interval: 10 });

test('what is written at one process is told at the other, and who is writing', async () => {
  const ada = await member('Ada');
  const stream = await listen(two, null);
  const { note, thread } = await write(one, ada);
  await until(() => {
    expect(notes(stream)).toEqual([note]);
  });
  await ask(one, ada.cookie, 'POST', '/live/writing', { annotation: note });
  await until(() => {
    expect(stream.told.find(({ event }) => event === 'writing')?.data).toMatchObject({
      thread,
      person: { id: ada.id, name: 'Ada' },
    });
  });
});

test('who goes from one process to the other hears everything once, in the order of all', async () => {
  const writers = [await member('Ada'), await member('Ben'), await member('Cem')];
  const steady = [await listen(one, null), await listen(two, null)];
  const [ada] = writers;
  if (ada === undefined) throw new Error('nobody writes');
  const held = await write(one, ada);
  await until(() => {
    for (const stream of steady) expect(notes(stream)).toContain(held.note);
  });
  const from = steady[0]?.told.at(-1)?.id;

  // Begun before all others and committed among them: what is told waits for it.
  const slow = new pg.Client({ connectionString: url });
  await slow.connect();
  onTestFinished(() => slow.end());
  await slow.query('begin');
  await slow.query("update thread set resolution = 'resolved' where id = $1", [held.thread]);
  const half = (at: ApiProcess, who: Member) => async () => {
    for (let n = 0; n < 8; n += 1) await write(at, who, `4.${String((n % 3) + 1)}`);
  };
  const writing = writers.flatMap((who) => [half(one, who)(), half(two, who)()]);
  const hopping: string[] = [];
  let last = from;
  let hops = 0;
  const committed = new Promise((resolve) => setTimeout(resolve, 300)).then(() =>
    slow.query('commit'),
  );
  const expected = 3 * 2 * 8 + 1;
  while (hopping.length < expected) {
    const stream = await listenAt(hops % 2 === 0 ? two.address : one.address, null, last);
    // A few at a time: what comes with them is told again elsewhere.
    await until(() => {
      expect(stream.told.length).toBeGreaterThan(0);
    });
    const few = stream.told.slice(0, 5);
    hopping.push(...few.map(({ data }) => `${data.what ?? ''} ${data.annotation ?? ''}`));
    last = few.at(-1)?.id;
    stream.close();
    hops += 1;
  }
  await Promise.all([...writing, committed]);
  await until(() => {
    for (const stream of steady) {
      const told = stream.told.map(({ data }) => `${data.what ?? ''} ${data.annotation ?? ''}`);
      expect(told.slice(1)).toEqual(hopping);
    }
  });
  expect(new Set(hopping).size).toBe(expected);
  expect(hops).toBeGreaterThan(5);
});

test('a process that is killed loses nothing: who was there takes it up at another', async () => {
  const ada = await member('Ada');
  const third = await start();
  const stream = await listen(third, ada);
  const { note } = await write(third, ada);
  await until(() => {
    expect(notes(stream)).toEqual([note]);
  });
  const last = stream.told.at(-1)?.id;
  const form = replyForm('Said as it died');
  const reply = async (at: ApiProcess) => {
    const url = `/annotations/${note}/replies`;
    const { status, body } = await ask(at, ada.cookie, 'POST', url, form);
    return { status, id: (body as { id: string }).id };
  };
  const unanswered = reply(third).catch(() => null);
  third.child.kill('SIGKILL');
  await third.ended;
  const answer = await unanswered;
  await until(() => {
    expect(stream.ended()).toBe(true);
  });
  // Whether it was written is not known where the answer is lost: the same form makes one note.
  const again = await reply(two);
  expect([200, 201]).toContain(again.status);
  if (answer !== null) expect(again.id).toBe(answer.id);
  const back = await listen(two, ada, last);
  await until(() => {
    expect(notes(back)).toEqual([again.id]);
  });
});

test('what is decided at both is one chain, which a back-up keeps', async () => {
  const ada = await member('Ada');
  const keeper = await member('Keeper');
  await query(url, "insert into site_role (person_id, role) values ($1, 'administrator')", [
    keeper.id,
  ]);
  const decide = async (at: ApiProcess) => {
    const { note } = await write(one, ada);
    const reason = 'Names a private person.';
    for (const [action, said] of [
      ['hide', { reason, code: 'personal-data' }],
      ['unhide', { reason }],
    ] as const)
      expect(
        (await ask(at, keeper.cookie, 'POST', `/annotations/${note}/${action}`, said)).status,
      ).toBe(200);
  };
  await Promise.all([one, two, one, two, one, two].map(decide));
  const { count, head, fault } = await verifyLog(url, null);
  expect({ count, fault }).toEqual({ count: 12, fault: null });

  const file = path.join(cluster.dataDir, 'with-decisions');
  await dump({ url, file, keyFile: null });
  const copy = await newDatabase(cluster);
  await restore({
    url: copy,
    file,
    dir: migrations,
    keepKey: () => undefined,
    report: () => undefined,
  });
  expect(await verifyLog(copy, head)).toEqual({ count: 12, head, erased: 0, fault: null });

  const noted = `${head.seq}:${head.hash}`;
  expect(verifyByCommand(copy, '--head', noted)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining(`\nHead: ${noted}\n`) as string,
    stderr: '',
  });
  await query(copy, 'alter table decision_log disable trigger user');
  await query(copy, 'delete from decision_words where seq = 12');
  await query(copy, 'delete from decision_log where seq = 12');
  expect(verifyByCommand(copy).status).toBe(0);
  expect(verifyByCommand(copy, '--head', noted)).toMatchObject({
    status: 1,
    stderr: 'The end is cut off: the log had reached row 12, and ends at row 11.\n',
  });
  await query(copy, "update decision_log set action = 'keep' where seq = 3");
  expect(verifyByCommand(copy)).toMatchObject({
    status: 1,
    stderr: 'Row 3 was changed: what it says does not give its digest.\n',
  });
});

function verifyByCommand(database: string, ...args: string[]) {
  const file = path.join(root, 'apps/standalone/src/verify-log.ts');
  const env = { PATH: process.env['PATH'], DATABASE_URL: database, DATA_DIR: cluster.dataDir };
  return spawnSync(process.execPath, [file, ...args], { env, encoding: 'utf8' });
}

describe('a right that is lost at one process ends the streams at both', () => {
  const losses = {
    'a session ended elsewhere': async (who: Member) => {
      const other = { email: who.email, password };
      const { cookie } = await ask(one, null, 'POST', '/session', other);
      return ask(one, cookie, 'DELETE', `/sessions/${who.session}`);
    },
    'signing out': (who: Member) => ask(one, who.cookie, 'DELETE', '/session'),
    'an account deleted': (who: Member) =>
      ask(one, who.cookie, 'DELETE', '/account', { password, writing: 'anonymise' }),
    'a role taken': async (who: Member) => {
      await query(url, 'delete from site_role where person_id = $1', [who.id]);
      return { status: 200 };
    },
  };

  test.each(Object.entries(losses))('%s', async (_name, lose) => {
    const who = await member('Eve');
    await query(url, "insert into site_role (person_id, role) values ($1, 'administrator')", [
      who.id,
    ]);
    const other = await member('Other');
    const streams = [await listen(one, who), await listen(two, who)];
    const bystander = await listen(two, other);
    expect((await lose(who)).status).toBe(200);
    await until(() => {
      for (const stream of streams) expect(stream.ended()).toBe(true);
    });
    const { note } = await write(one, other);
    await until(() => {
      expect(notes(bystander)).toContain(note);
    });
    for (const stream of streams) expect(notes(stream)).not.toContain(note);
    expect(bystander.ended()).toBe(false);
  });
});
