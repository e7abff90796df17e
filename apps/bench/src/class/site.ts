import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { populate } from '../data/populate.ts';
import { openSession } from '../data/session.ts';
import type { Ground } from '../ground.ts';
import { serve, type Server } from '../serve.ts';

const origin = 'http://localhost:3000';
const standing = 1_000;
/** Clauses that are set, each opened by one note of one's own. */
const clauses = 12;

export interface Sent {
  readonly status: number;
  readonly ms: number;
  /** By the clock of this process, which is that of the database. */
  readonly from: number;
  readonly until: number;
}

/** Writes one note in the assignment, on the clause of that number. */
export type Write = (clause: number, body: string) => Promise<Sent>;

export interface ClassSite {
  readonly server: Server;
  readonly owner: string;
  readonly assignment: string;
  readonly students: readonly Write[];
  /** Of the same class, and not counted among those who write in the last minute. */
  readonly one: Write;
}

async function makeClass(client: pg.Client, students: number): Promise<string> {
  const [classId, assignment] = [randomUUID(), randomUUID()];
  await client.query(`insert into class (id, name, zone) values ($1, 'Bench', 'UTC')`, [classId]);
  await client.query(
    `insert into class_member (class_id, person_id, role)
     select $1, md5('person' || n)::uuid, 'student' from generate_series(0, $2) n`,
    [classId, students],
  );
  await client.query(
    `insert into assignment (id, class_id, work_id, title, languages, opens_at, due_at, gate, gate_notes,
       least_length, notes, replies, per, coverage, how, late, points, names, published_at)
     select $1, $2, id, 'Bench', '{en}', now() - interval '1 day', now() + interval '1 day', 'count', 1,
       20, 1, 0, 'clause', 0, 'scaled', 'counted', 10, 'pseudonym', now()
     from work where slug = 'ncss-2016'`,
    [assignment, classId],
  );
  await client.query(
    `insert into assignment_clause (assignment_id, uid, n)
     select $1, uid, ord from unit where kind = 'sentence' and work_id = (
       select id from work where slug = 'ncss-2016') order by ord limit $2`,
    [assignment, clauses],
  );
  return assignment;
}

/** A class whose students have sessions, with the limits that every site has. */
export async function openClassSite(ground: Ground, students: number): Promise<ClassSite> {
  const database = await ground.database('class', (client) => populate(client, standing));
  const client = new pg.Client(database.owner);
  await client.connect();
  const assignment = await makeClass(client, students);
  const { rows } = await client.query<{ path: string }>(
    `select u.path from assignment_clause c join unit u on u.uid = c.uid
     where c.assignment_id = $1 order by c.n`,
    [assignment],
  );
  const sessions: string[] = [];
  for (let n = 0; n <= students; n += 1) sessions.push(await openSession(client, n));
  await client.end();
  const server = await serve('server-ours', {
    DATABASE_URL: database.app,
    SECRET_FILE: ground.secretFile,
    ORIGIN: origin,
    LIMITS: 'default',
  });
  const writeAs =
    (cookie: string): Write =>
    async (clause, body) => {
      const from = Date.now();
      const begun = performance.now();
      const answer = await fetch(`${server.url}/api/threads`, {
        method: 'POST',
        headers: { cookie, origin, 'content-type': 'application/json' },
        body: JSON.stringify({
          work: 'ncss-2016',
          target: rows[clause % rows.length]?.path,
          layer: 'class',
          assignment,
          body,
          seen: ['zh-cac:1.0.0', 'en-creemers:1.0.0'],
          key: randomUUID(),
        }),
      });
      await answer.arrayBuffer();
      const ms = performance.now() - begun;
      return { status: answer.status, ms, from, until: Date.now() };
    };
  const writers: Write[] = [];
  for (const session of sessions) {
    const answer = await fetch(`${server.url}/bench/cookie/${session}`);
    writers.push(writeAs(answer.headers.get('set-cookie')?.split(';')[0] ?? ''));
  }
  const [one, ...others] = writers;
  if (one === undefined) throw new Error('no sessions');
  return { server, owner: database.owner, assignment, students: others, one };
}
