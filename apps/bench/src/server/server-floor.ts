import { makePool } from '@glossator/api';
import {
  holdFacts,
  insertThread,
  readSessionStatement,
  threadPlaces,
  threadsWithNotes,
  visitorLayersStatement,
} from '@glossator/api/hot-statements';
import { randomUUID } from 'node:crypto';
import http, { type IncomingMessage } from 'node:http';

/*
 * The least a server could do for the same answers: node:http, the same driver, pool and prepared
 * statements, the session read with each request. No signature, schema, rule, rendering or limit.
 */
const pool = makePool(String(process.env['DATABASE_URL']));
const query = async (statement: { name: string; text: string }, values: readonly unknown[]) =>
  (await pool.query<Record<string, unknown>>({ ...statement, values: [...values] })).rows;

const { rows: known } = await pool.query<{
  work_id: number;
  layer_id: number;
  uid: string;
  path: string;
}>(
  `select w.id as work_id, l.id as layer_id, u.uid, u.path from work w
   join unit u on u.work_id = w.id join layer l on l.kind = 'public' order by u.ord`,
);
const section = known.filter(({ path }) => path === '4.3' || path.startsWith('4.3.'));
const target = known.find(({ path }) => path === '4.3.1.2');
if (target === undefined) throw new Error('the strategy is not loaded');

interface Reader {
  readonly person: string | null;
  readonly roles: readonly string[];
  readonly layers: readonly number[];
}

async function readerOf(request: IncomingMessage): Promise<Reader> {
  const session = request.headers.cookie;
  if (session === undefined) {
    const rows = await query(visitorLayersStatement, []);
    return { person: null, roles: [], layers: rows.map(({ id }) => Number(id)) };
  }
  const [row] = await query(readSessionStatement, [session]);
  return {
    person: String(row?.['person_id']),
    roles: row?.['roles'] as string[],
    layers: row?.['layers'] as number[],
  };
}

const bestFirst = threadPlaces('useful');

async function readSection({ person, roles, layers }: Reader): Promise<unknown> {
  const places = await query(bestFirst, [
    target?.work_id,
    section.map(({ uid }) => uid),
    section.map((_each, n) => n < 2),
    layers,
    51,
    1,
    'infinity',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    2_147_483_647,
    2_147_483_647,
  ]);
  const ids = places.slice(0, 50).map((row) => row['thread_id']);
  return query(threadsWithNotes, [person, roles, ids, 101, layers]);
}

async function post({ person }: Reader, body: { body: string; seen: string[] }): Promise<unknown> {
  const [thread, root] = [randomUUID(), randomUUID()];
  // Whether a note stands at once hangs on what its author has done before.
  await query(holdFacts, [person, target?.work_id, [target?.uid], body.body, null]);
  await query(insertThread, [
    thread,
    target?.work_id,
    target?.layer_id,
    'segment',
    target?.uid,
    target?.uid,
    person,
    [target?.uid],
    root,
    randomUUID(),
    body.body,
    `<p>${body.body}</p>`,
    1,
    body.seen,
    'comment',
    [],
    '[]',
    null,
    null,
    null,
    null,
    1,
    body.body,
    body.body.split(' '),
    [],
    [],
    'published',
    false,
    ...[null, null, null, null, null],
  ]);
  return { thread };
}

async function bodyOf(request: IncomingMessage): Promise<{ body: string; seen: string[] }> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text) as { body: string; seen: string[] };
}

const server = http.createServer((request, response) => {
  const answer = async () => {
    const reader = await readerOf(request);
    return request.method === 'POST' ? post(reader, await bodyOf(request)) : readSection(reader);
  };
  answer().then(
    (value) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value)),
    () => response.writeHead(500).end(),
  );
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.('ready'));
process.once('disconnect', () => process.exit());
