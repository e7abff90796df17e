import { readFileSync } from 'node:fs';
import pg from 'pg';

export interface Timed {
  readonly ms: number;
  /** Milliseconds of processors, ours and the database's: what else the machine does does not count. */
  readonly cpu: number;
}

/** Linux counts in hundredths of a second; elsewhere the database is not counted. */
function backendTime(pid: number): number {
  if (process.platform !== 'linux') return 0;
  const fields =
    readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** What is done on one connection, in one transaction. */
export async function timed(
  url: string,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<Timed> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const pid = rows[0]?.pid ?? 0;
  const before = backendTime(pid);
  const own = process.cpuUsage();
  const begun = performance.now();
  await client.query('begin');
  await work(client);
  await client.query('commit');
  const ms = performance.now() - begun;
  const { user, system } = process.cpuUsage(own);
  const cpu = backendTime(pid) - before + (user + system) / 1000;
  await client.end();
  return { ms, cpu };
}
