import { buildApp, defaultRateLimits, makePool, prepare, type ApiConfig } from '@glossator/api';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { publishAll } from '../../src/check/publish-all.ts';
import { startCluster } from '../../src/postgres/index.ts';
import { query } from './cluster-database.ts';

const unlimited = Object.fromEntries(
  Object.keys(defaultRateLimits).map((budget) => [budget, 1_000_000]),
) as unknown as ApiConfig['rateLimits'];

async function writerOn(ownerUrl: string, appUrl: string) {
  const pool = makePool(appUrl);
  const origin = new URL('http://localhost:3000');
  const app = await buildApp({
    pool,
    config: {
      host: 'localhost',
      port: 3000,
      origin,
      databaseUrl: appUrl,
      keys: ['a key of at least thirty-two characters'],
      smtpUrl: null,
      chromium: null,
      trustProxy: ['loopback'],
      rateLimits: unlimited,
      log: 'silent',
    },
  });
  app.get('/cookie/:id', { schema: { hide: true }, config: { public: true } }, (request, reply) => {
    app.startSession(reply, (request.params as { id: string }).id);
    return reply.send('');
  });
  const [person, session] = [randomUUID(), randomUUID()];
  await query(
    ownerUrl,
    `insert into person (id, name) values ('${person}', 'Ada');
     insert into account (person_id, email, email_key, password_hash, locale)
       values ('${person}', 'a@x.org', 'a@x.org', '-', 'en');
     insert into session (id, person_id, device) values ('${session}', '${person}', '')`,
  );
  const [cookie] = (await app.inject(`/cookie/${session}`)).cookies;
  const write = () =>
    app.inject({
      method: 'POST',
      url: '/api/threads',
      headers: { cookie: `session=${cookie?.value ?? ''}`, origin: origin.origin },
      payload: {
        work: 'ncss-2016',
        target: '4.3.1.2',
        layer: 'public',
        body: 'Written while the database comes and goes',
        seen: ['zh-cac:1.0.0'],
        key: randomUUID(),
      },
    });
  return { write, close: () => app.close().then(() => pool.end()) };
}

test('a database stopped under load costs waiting, never a note that was acknowledged', async () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'cluster-'));
  chmodSync(dataDir, 0o711);
  const first = await startCluster({ dataDir });
  await query(first.url('postgres'), 'create database glossator');
  await prepare(first.url('glossator'), () => undefined);
  await publishAll(first.url('glossator'));
  const writer = await writerOn(first.url('glossator'), first.url('glossator', 'glossator_app'));
  let cluster = first;
  onTestFinished(async () => {
    await writer.close();
    await cluster.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const acknowledged: string[] = [];
  const refused = new Set<string>();
  let waiting = true;
  const clients = Array.from({ length: 8 }, async () => {
    while (waiting) {
      const answer = await writer.write();
      if (answer.statusCode === 201) acknowledged.push(answer.json<{ id: string }>().id);
      else {
        refused.add(`${String(answer.statusCode)} ${String(answer.headers['retry-after'])}`);
        await sleep(20);
      }
    }
  });

  await sleep(500);
  await first.stop();
  await sleep(500);
  const before = acknowledged.length;
  cluster = await startCluster({ dataDir });
  await sleep(1_000);
  waiting = false;
  await Promise.all(clients);

  expect([...refused]).toEqual(['503 2']);
  expect(acknowledged.length, 'it wrote again after the return').toBeGreaterThan(before);
  const stored = await query<{ id: string }>(cluster.url('glossator'), 'select id from thread');
  const ids = new Set(stored.map(({ id }) => id));
  expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
});
