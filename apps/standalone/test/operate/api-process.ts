import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { freePort } from '../../src/check/test-site.ts';
import { environmentForChild, root } from '../../src/config.ts';

/** One address for all processes, as behind a proxy. */
export const origin = 'http://localhost:3000';

export interface ApiProcess {
  readonly address: string;
  readonly child: ChildProcess;
  readonly ended: Promise<void>;
}

/** The API as a process of its own, as it runs beside others on one database. */
export async function startApi(databaseUrl: string, secretFile: string): Promise<ApiProcess> {
  const port = String(await freePort());
  const child = spawn(process.execPath, [path.join(root, 'apps/api/src/server.ts')], {
    env: {
      ...environmentForChild(['SMTP_URL', 'APP_DATABASE_URL', 'ALLOW_HTTP', 'TRUST_PROXY']),
      DATABASE_URL: databaseUrl,
      SECRET_FILE: secretFile,
      ORIGIN: origin,
      HOST: '127.0.0.1',
      PORT: port,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise<void>((resolve) =>
    child.once('close', () => {
      resolve();
    }),
  );
  const address = `http://127.0.0.1:${port}`;
  while (!(await isReady(address))) {
    if (child.exitCode !== null) throw new Error(`The API did not start:\n${output}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    address,
    child,
    ended,
  };
}

async function isReady(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/api/health/ready`)).ok;
  } catch {
    return false;
  }
}

/** A request as a page of the site makes it. */
export async function ask(
  { address }: ApiProcess,
  cookie: string | null,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  payload?: unknown,
): Promise<{ readonly status: number; readonly cookie: string; readonly body: unknown }> {
  const answer = await fetch(`${address}/api${url}`, {
    method,
    headers: {
      origin,
      ...(cookie === null ? {} : { cookie }),
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(payload === undefined ? {} : { body: JSON.stringify(payload) }),
  });
  const [set = ''] = answer.headers.getSetCookie();
  return {
    status: answer.status,
    cookie: set.split(';')[0] ?? '',
    body: await answer.json(),
  };
}
