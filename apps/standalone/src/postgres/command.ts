import { spawn, spawnSync, type ChildProcess, type StdioOptions } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Account } from './account.ts';

const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((file) => existsSync(file));

const environment = (temporary: string) => ({
  PATH: '/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
  TMPDIR: temporary,
});

function asAccount(program: string, args: readonly string[], account: Account, bound: boolean) {
  const ids = account === null ? {} : { uid: account.uid, gid: account.gid };
  if (setpriv === undefined) return { program, args: [...args], ids };
  const switches = [
    ...(bound ? ['--pdeathsig', 'INT'] : []),
    ...(account === null
      ? []
      : ['--reuid', String(account.uid), '--regid', String(account.gid), '--clear-groups']),
  ];
  if (switches.length === 0) return { program, args: [...args], ids };
  return { program: setpriv, args: [...switches, '--', program, ...args], ids: {} };
}

/** Whether the command ends with code 0. */
export function runs(program: string, args: readonly string[], account: Account): boolean {
  return run(program, args, account).code === 0;
}

export function run(
  program: string,
  args: readonly string[],
  account: Account,
): { code: number | null; output: string } {
  const command = asAccount(program, args, account, false);
  const result = spawnSync(command.program, command.args, {
    ...command.ids,
    cwd: '/',
    env: environment('/tmp'),
    encoding: 'utf8',
  });
  return { code: result.status, output: [result.stdout, result.stderr].join('') };
}

/** A server that ends by itself when this process dies, kill -9 included (where setpriv exists). */
export function launch(
  program: string,
  args: readonly string[],
  account: Account,
  stdio: StdioOptions,
): ChildProcess {
  const command = asAccount(program, args, account, true);
  return spawn(command.program, command.args, {
    ...command.ids,
    cwd: '/',
    env: environment('/tmp'),
    stdio,
    // Its own group: Ctrl-C reaches Node alone, which then ends the server in order.
    detached: true,
  });
}
