import pg from 'pg';
import { populate } from '../data/populate.ts';
import { openSession } from '../data/session.ts';
import type { Ground } from '../ground.ts';
import { serve, type Server } from '../serve.ts';

const origin = 'http://localhost:3000';
/** Notes that stand already, of others. */
const standing = 1_000;
export const accounts = 50;

/** Somebody with a session. */
export interface Visitor {
  readonly get: (path: string) => Promise<unknown>;
  /** Status of the answer. */
  readonly write: (body: string, at: string) => Promise<number>;
}

export interface FloodSite {
  readonly server: Server;
  readonly moderator: Visitor;
  /** Of nobody's flood. */
  readonly bystander: Visitor;
  readonly flooders: readonly Visitor[];
}

function visitorOf({ url }: Server, cookie: string): Visitor {
  return {
    get: async (path) => {
      const answer = await fetch(url + path, { headers: { cookie } });
      if (!answer.ok) throw new Error(`${path}: ${String(answer.status)}`);
      return (await answer.json()) as unknown;
    },
    write: async (body, target) => {
      const answer = await fetch(`${url}/api/threads`, {
        method: 'POST',
        headers: { cookie, origin, 'content-type': 'application/json' },
        body: JSON.stringify({
          work: 'ncss-2016',
          target,
          layer: 'public',
          body,
          seen: ['zh-cac:1.0.0', 'en-creemers:1.0.0'],
          key: crypto.randomUUID(),
        }),
      });
      await answer.arrayBuffer();
      return answer.status;
    },
  };
}

/** A site where everybody's notes wait, with a moderator, fifty who flood it, and one who does not. */
export async function openFloodSite(
  ground: Ground,
  name: string,
  limits: 'none' | 'default',
): Promise<FloodSite> {
  const database = await ground.database(name, (client) => populate(client, standing));
  const client = new pg.Client(database.owner);
  await client.connect();
  await client.query("update hold_rule set mode = 'hold-all'");
  await client.query("insert into moderator (person_id) values (md5('person0')::uuid)");
  const sessions: string[] = [];
  for (let reader = 0; reader < accounts + 2; reader += 1)
    sessions.push(await openSession(client, reader));
  await client.end();
  const server = await serve('server-ours', {
    DATABASE_URL: database.app,
    SECRET_FILE: ground.secretFile,
    ORIGIN: origin,
    LIMITS: limits,
  });
  const visitors: Visitor[] = [];
  for (const session of sessions) {
    const answer = await fetch(`${server.url}/bench/cookie/${session}`);
    visitors.push(visitorOf(server, answer.headers.get('set-cookie')?.split(';')[0] ?? ''));
  }
  const [moderator, bystander, ...flooders] = visitors;
  if (moderator === undefined || bystander === undefined) throw new Error('no sessions');
  return { server, moderator, bystander, flooders };
}
