import pg from 'pg';
import { populate } from '../data/populate.ts';
import { openSession } from '../data/session.ts';
import { notesName, say, type Ground } from '../ground.ts';
import type { Row } from '../report.ts';
import { measure, type Target } from './rounds.ts';
import { serve, type Server } from '../serve.ts';

const sizes = [10_000, 1_000_000] as const;
const rounds = 7;
const seconds = 1;
const origin = 'http://localhost:3000';

interface Side {
  readonly notes: number;
  readonly ours: Server;
  readonly floor: Server;
  readonly session: string;
  readonly cookie: string;
}

async function openSide(ground: Ground, notes: number): Promise<Side> {
  const database = await ground.database(notesName(notes), (client) => populate(client, notes));
  const client = new pg.Client(database.owner);
  await client.connect();
  const session = await openSession(client);
  await client.end();
  const env = { DATABASE_URL: database.app, SECRET_FILE: ground.secretFile, ORIGIN: origin };
  const [ours, floor] = [await serve('server-ours', env), await serve('server-floor', env)];
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
  return ['read anonymous', 'read signed-in', 'write signed-in'].flatMap((what) => {
    const rate = (side: string, size: number): number =>
      rates.get(`${what} ${side} ${String(size)}`) ?? NaN;
    const least = what.startsWith('read') ? 0.6 : 0.5;
    const [small, large] = sizes;
    return [
      ...sizes.map((notes): Row => ({
        what: `${what}, ${String(notes)} notes`,
        unit: 'requests/s',
        ours: rate('ours', notes),
        beside: 'floor',
        theirs: rate('floor', notes),
        wanted: { of: 'ratio', least },
      })),
      {
        what: `${what}, ${String(large)} notes`,
        unit: 'requests/s',
        ours: rate('ours', large),
        beside: `ours, ${String(small)} notes`,
        theirs: rate('ours', small),
        wanted: { of: 'ratio', least: 0.77 },
      } satisfies Row,
    ];
  });
}

/** What the rules cost: the whole API beside the least a server could do, reading and writing. */
export async function serverRows(ground: Ground): Promise<Row[]> {
  const sides: Side[] = [];
  try {
    for (const notes of sizes) sides.push(await openSide(ground, notes));
    say(`${String(rounds)} rounds of ${String(seconds)} s for each of 12 targets.`);
    const reads = await measure(sides.flatMap(readers), rounds, seconds);
    const writes = await measure(sides.flatMap(writers), rounds, seconds);
    return rowsOf(new Map([...reads, ...writes]));
  } finally {
    for (const { ours, floor } of sides) {
      ours.stop();
      floor.stop();
    }
  }
}
