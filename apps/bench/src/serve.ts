import { fork, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const files = {
  'server-ours': './server/server-ours.ts',
  'server-floor': './server/server-floor.ts',
  'live-floor': './live/live-floor.ts',
} as const;

export interface Server {
  readonly url: string;
  readonly stop: () => void;
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}

/** Starts a server in a process of its own and waits until it listens. */
export async function serve(
  kind: keyof typeof files,
  env: Readonly<Record<string, string>>,
): Promise<Server> {
  const port = await freePort();
  const file = fileURLToPath(new URL(files[kind], import.meta.url));
  const child: ChildProcess = fork(file, [], {
    env: { ...process.env, ...env, PORT: String(port), HOST: '127.0.0.1' },
  });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => {
      resolve();
    });
    child.once('exit', (code) => {
      reject(new Error(`${kind} ended with ${String(code)}`));
    });
  });
  return {
    url: `http://127.0.0.1:${String(port)}`,
    stop: () => {
      child.removeAllListeners('exit');
      child.kill();
    },
  };
}
