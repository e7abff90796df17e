import { fork, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

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

/** Starts one of the two servers in a process of its own and waits until it listens. */
export async function serve(
  kind: 'ours' | 'floor',
  env: Readonly<Record<string, string>>,
): Promise<Server> {
  const port = await freePort();
  const file = fileURLToPath(new URL(`./server-${kind}.ts`, import.meta.url));
  const child: ChildProcess = fork(file, [], {
    env: { ...process.env, ...env, PORT: String(port), HOST: '127.0.0.1' },
  });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => {
      resolve();
    });
    child.once('exit', (code) => {
      reject(new Error(`the ${kind} server ended with ${String(code)}`));
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
