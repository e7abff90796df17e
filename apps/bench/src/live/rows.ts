import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { populate } from '../data/populate.ts';
import { notesName, say, type Ground } from '../ground.ts';
import { median } from '../median.ts';
import type { Row } from '../report.ts';
import { serve } from '../serve.ts';
import { openReaders } from './readers.ts';

const readers = 1_000;
const notes = 1_000;
const rounds = 15;

/** One more reply, as the service writes it; its triggers write the log and wake the listeners. */
const reply = `
  insert into annotation (id, thread_id, parent_id, author_id, post_key)
  select uuidv7(), thread_id, id, author_id, gen_random_uuid() from annotation
  where parent_id is null order by id limit 1`;

/** From the commit of a note until the last of a thousand readers of one process has been told. */
export async function liveRows(ground: Ground): Promise<Row[]> {
  const database = await ground.database(notesName(notes), (client) => populate(client, notes));
  const env = {
    DATABASE_URL: database.app,
    SECRET_FILE: ground.secretFile,
    ORIGIN: 'http://localhost:3000',
  };
  const writer = new pg.Client(database.owner);
  await writer.connect();
  const servers = { ours: await serve('server-ours', env), floor: await serve('live-floor', env) };
  const times = { ours: [] as number[], floor: [] as number[] };
  say(`${String(rounds)} rounds of one change, told to ${String(readers)} readers of each server.`);
  try {
    for (let round = 0; round <= rounds; round += 1)
      for (const which of ['ours', 'floor'] as const) {
        // One after the other: both hear of each commit, and only one may be busy with it.
        const open = await openReaders(
          which === 'ours' ? `${servers.ours.url}/api/live` : servers.floor.url,
          readers,
        );
        await sleep(300);
        await writer.query('begin');
        await writer.query(reply);
        const told = open.next();
        const begun = performance.now();
        await writer.query('commit');
        const last = await told;
        if (round > 0) times[which].push(last - begun);
        open.close();
        await sleep(50);
      }
  } finally {
    servers.ours.stop();
    servers.floor.stop();
    await writer.end();
  }
  return [
    {
      what: `live: commit to the last of ${String(readers)} readers`,
      unit: 'ms',
      ours: median(times.ours),
      beside: 'node:http and LISTEN',
      theirs: median(times.floor),
      wanted: { of: 'ours', most: 500 },
    },
  ];
}
