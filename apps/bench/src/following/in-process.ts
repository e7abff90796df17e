import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Database } from '../ground.ts';
import type { Asked, Measured } from './measure.ts';
import type { Task } from './tasks.ts';

/** Does it once, in a process of its own; nothing of notes that an earlier one wrote is left before it. */
export async function inProcess(task: Task, { owner, app }: Database): Promise<Measured> {
  const client = new pg.Client(owner);
  await client.connect();
  await client.query('truncate thread_fate cascade');
  await client.query('truncate text_news');
  await client.query('checkpoint');
  await client.end();
  const child = fork(fileURLToPath(new URL('./measure.ts', import.meta.url)), []);
  return new Promise((resolve, reject) => {
    child.once('message', (measured) => {
      child.removeAllListeners('exit');
      resolve(measured as Measured);
    });
    child.once('exit', (code) => {
      reject(new Error(`the measuring of a ${task} ended with ${String(code)}`));
    });
    child.send({ task, url: app } satisfies Asked);
  });
}
