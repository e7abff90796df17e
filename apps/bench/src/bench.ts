import { prepare } from '@glossator/api';
import { temporaryCluster } from '@glossator/standalone/postgres';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { populate } from './populate.ts';
import { report, type Row } from './report.ts';
import { measure, type Target } from './rounds.ts';
import { serve, type Server } from './serve.ts';
import { openSession } from './session.ts';

const sizes = [10_000, 1_000_000] as const;
const rounds = 7;
const seconds = 2;
const origin = 'http://localhost:3000';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

interface Side {
  readonly notes: number;
  readonly ours: Server;
  readonly floor: Server;
  readonly session: string;
  readonly cookie: string;
}

async function openSide(
  cluster: Awaited<ReturnType<typeof temporaryCluster>>,
  notes: number,
  secretFile: string,
): Promise<Side> {
  const name = `bench_${String(notes)}`;
  const owner = new pg.Client(cluster.url('postgres'));
  await owner.connect();
  await owner.query(`create database ${name}`);
  await owner.end();
  await prepare(cluster.url(name), () => undefined);
  say(`Writing ${String(notes)} notes.`);
  const client = new pg.Client(cluster.url(name));
  await client.connect();
  await populate(client, notes);
  const session = await openSession(client);
  await client.end();
  const env = {
    DATABASE_URL: cluster.url(name, 'glossator_app'),
    SECRET_FILE: secretFile,
    ORIGIN: origin,
  };
  const [ours, floor] = [await serve('ours', env), await serve('floor', env)];
  const answer = await fetch(`${ours.url}/bench/cookie/${session}`);
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { notes, ours, floor, session, cookie };
}

const reading = '/api/works/ncss-2016/threads?at=4.3';
const thread = {
  work: 'ncss-2016',
  target: '4.3.1.2',
  layer: 'public',
  body: 'Is *every* necessary measure meant, or every measure that the law names?',
  seen: ['zh-cac:1.0.0', 'en-creemers:1.0.0'],
};

function readers({ notes, ours, floor, session, cookie }: Side): Target[] {
  const of = (name: string): string => `${name} ${String(notes)}`;
  return [
    { name: of('read anonymous ours'), url: ours.url + reading, headers: {} },
    { name: of('read anonymous floor'), url: floor.url, headers: {} },
    { name: of('read signed-in ours'), url: ours.url + reading, headers: { cookie } },
    { name: of('read signed-in floor'), url: floor.url, headers: { cookie: session } },
  ];
}

function writers({ notes, ours, floor, session, cookie }: Side): Target[] {
  const of = (name: string): string => `${name} ${String(notes)}`;
  return [
    {
      name: of('write signed-in ours'),
      url: `${ours.url}/api/threads`,
      headers: { cookie, origin },
      body: thread,
    },
    {
      name: of('write signed-in floor'),
      url: floor.url,
      headers: { cookie: session },
      body: thread,
    },
  ];
}

function rowsOf(rates: ReadonlyMap<string, number>): Row[] {
  return ['read anonymous', 'read signed-in', 'write signed-in'].flatMap((what) =>
    sizes.map((notes): Row => {
      const rate = (side: string, size: number): number =>
        rates.get(`${what} ${side} ${String(size)}`) ?? NaN;
      return {
        what,
        notes,
        ours: rate('ours', notes),
        floor: rate('floor', notes),
        ratio: rate('ours', notes) / rate('floor', notes),
        wanted: what.startsWith('read') ? 0.6 : 0.5,
        growth: rate('ours', sizes[0]) / rate('ours', notes),
      };
    }),
  );
}

const cluster = await temporaryCluster();
const folder = mkdtempSync(path.join(tmpdir(), 'glossator-bench-'));
const sides: Side[] = [];
try {
  const secretFile = path.join(folder, 'secret');
  writeFileSync(secretFile, 'a key that signs nothing but the bench’s own sessions', {
    mode: 0o600,
  });
  for (const notes of sizes) sides.push(await openSide(cluster, notes, secretFile));
  say(
    `Reading: ${String(rounds)} interleaved rounds of ${String(seconds)} s for each of 8 targets.`,
  );
  const reads = await measure(sides.flatMap(readers), rounds, seconds);
  say(
    `Writing: ${String(rounds)} interleaved rounds of ${String(seconds)} s for each of 4 targets.`,
  );
  const writes = await measure(sides.flatMap(writers), rounds, seconds);
  report(rowsOf(new Map([...reads, ...writes])));
} finally {
  for (const { ours, floor } of sides) {
    ours.stop();
    floor.stop();
  }
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
