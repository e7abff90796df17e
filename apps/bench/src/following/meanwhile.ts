import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { openSession } from '../data/session.ts';
import type { Database, Ground } from '../ground.ts';
import { percentile } from '../median.ts';
import type { Row } from '../report.ts';
import { serve } from '../serve.ts';
import { inProcess } from './in-process.ts';
import { changed } from './written-on.ts';

const origin = 'http://localhost:3000';
const pause = 50;
const warming = 20;
/** Milliseconds of reading without a release. */
const peace = 5_000;

async function took(ask: () => Promise<Response>): Promise<number> {
  const begun = performance.now();
  const answer = await ask();
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`a request meanwhile was answered ${String(answer.status)}`);
  return performance.now() - begun;
}

/** What readers and writers wait while a text is released on which 100,000 notes stand. */
export async function meanwhileRows(ground: Ground, database: Database): Promise<Row[]> {
  const client = new pg.Client(database.owner);
  await client.connect();
  const session = await openSession(client);
  await client.end();
  const env = { DATABASE_URL: database.app, SECRET_FILE: ground.secretFile, ORIGIN: origin };
  const { url, stop } = await serve('server-ours', env);
  try {
    const answer = await fetch(`${url}/bench/cookie/${session}`);
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const read = () => fetch(`${url}/api/works/ncss-2016/threads?at=${changed}`);
    const write = () =>
      fetch(`${url}/api/threads`, {
        method: 'POST',
        headers: { cookie, origin, 'content-type': 'application/json' },
        body: JSON.stringify({
          ...{ work: 'ncss-2016', target: '4.3.1.2', layer: 'public', key: crypto.randomUUID() },
          ...{ body: 'Written meanwhile.', seen: ['zh-cac:1.0.0', 'en-creemers:1.0.0'] },
        }),
      });
    const readUntil = async (isOver: () => boolean): Promise<number[]> => {
      const times: number[] = [];
      while (!isOver()) {
        times.push(await took(read));
        await sleep(pause);
      }
      return times;
    };
    await took(write);
    for (let n = 0; n < warming; n += 1) await took(read);
    const end = performance.now() + peace;
    const quiet = await readUntil(() => performance.now() > end);
    const alone = await took(write);

    let isOver = false;
    const released = inProcess('release', database).finally(() => {
      isOver = true;
    });
    // When it has begun to account for notes.
    await sleep(2_000);
    const [within, written, { ms }] = await Promise.all([
      readUntil(() => isOver),
      took(write),
      released,
    ]);
    return [
      {
        what: 'following: a clause is read while a text is released, p99',
        ...{ unit: 'ms', ours: percentile(within, 0.99), beside: 'without a release, p99' },
        ...{ theirs: percentile(quiet, 0.99), wanted: { of: 'ours', most: 1_000 } },
      },
      {
        what: 'following: a note on the text is written while it is released',
        ...{ unit: 'ms', ours: written, beside: 'the release', theirs: ms },
        wanted: { of: 'ratio', most: 1.1 },
      },
      {
        what: 'following: a note on the text is written without a release',
        ...{ unit: 'ms', ours: alone, beside: 'the release', theirs: ms, wanted: null },
      },
    ];
  } finally {
    stop();
  }
}
