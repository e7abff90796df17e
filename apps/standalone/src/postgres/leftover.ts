import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '@glossator/api/operations';
import { socketName, type Places } from './places.ts';

/**
 * Clears what a crash left behind: a server of ours that still runs is ended, and a stale
 * postmaster.pid removed (its number may belong to another process or, in a container, to a zombie:
 * PostgreSQL would then say "lock file already exists").
 */
export async function clearLeftover(places: Places): Promise<void> {
  const pidFile = path.join(places.data, 'postmaster.pid');
  const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[0]) : 0;
  if (pid > 0 && isOurs(pid, places.data)) {
    process.kill(pid, 'SIGINT');
    for (let waited = 0; isOurs(pid, places.data); waited += 20) {
      if (waited === 20_000) process.kill(pid, 'SIGQUIT');
      if (waited > 40_000)
        throw new OperatorError(
          `A PostgreSQL of an earlier run (process ${String(pid)}) does not end: end it and start again.`,
        );
      await sleep(20);
    }
  }
  // The socket is a file, so it answers across containers that share the folder; numbers do not.
  if (await answers(path.join(places.socket, socketName))) {
    throw new OperatorError(
      `${places.dataDir} is in use by a PostgreSQL this machine does not see, probably in another container: stop that one first.`,
    );
  }
  rmSync(pidFile, { force: true });
  for (const file of readdirSync(places.socket)) {
    if (file.startsWith(socketName)) rmSync(path.join(places.socket, file), { force: true });
  }
}

function isOurs(pid: number, data: string): boolean {
  try {
    const command = readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').split('\0');
    return command.includes(data) && /postgres$/.test(command[0] ?? '');
  } catch {
    return false;
  }
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.connect(socket);
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => {
      resolve(false);
    });
  });
}
