import pg from 'pg';
import { OperatorError } from './operator-error.ts';

const sentences: Record<string, (variable: string) => string> = {
  ECONNREFUSED: (variable) => `nothing answers there: start it, or correct ${variable}`,
  ENOENT: (variable) => `there is no such socket: start it, or correct ${variable}`,
  ENOTFOUND: (variable) => `no such host: correct ${variable}`,
  EAI_AGAIN: (variable) => `the host name cannot be looked up: correct ${variable}`,
  ETIMEDOUT: (variable) => `it does not answer: correct ${variable} or open the way to it`,
  '28P01': (variable) => `the password is wrong: correct ${variable}`,
  '28000': (variable) => `the user is not let in: correct ${variable} or the server’s pg_hba.conf`,
  '3D000': (variable) =>
    `there is no such database: create it with encoding UTF8, or correct ${variable}`,
};

/** Connects, or refuses with one sentence; never repeats a password. */
export async function connectOwner(
  connectionString: string,
  variable = 'DATABASE_URL',
): Promise<pg.Client> {
  const client = openClient(connectionString, variable);
  // A connection that breaks while idle would otherwise end the process from outside any try.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const reason =
      sentences[code ?? '']?.(variable) ?? `${message || (code ?? 'no answer')}: see ${variable}`;
    throw new OperatorError(`The database ${place(client)} cannot be used, ${reason}.`, {
      cause: error,
    });
  }
  try {
    await refuseUnfit(client);
  } catch (error) {
    await client.end();
    throw error;
  }
  return client;
}

function openClient(connectionString: string, variable: string): pg.Client {
  try {
    return new pg.Client({ connectionString, connectionTimeoutMillis: 15_000 });
  } catch {
    throw new OperatorError(
      `${variable} is not an address of a PostgreSQL database: write postgresql://user:password@host:5432/name.`,
    );
  }
}

const place = (client: pg.Client) =>
  `"${client.database ?? ''}" at ${client.host}${client.host.startsWith('/') ? '' : `:${String(client.port)}`}`;

async function refuseUnfit(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; number: string; encoding: string }>(
    `select current_setting('server_version') as version, current_setting('server_version_num') as number,
            current_setting('server_encoding') as encoding`,
  );
  const [server] = rows;
  if (server === undefined) return;
  if (Number(server.number) < 150_000) {
    throw new OperatorError(
      `The database server is PostgreSQL ${server.version}: use version 15 or newer.`,
    );
  }
  if (server.encoding !== 'UTF8') {
    throw new OperatorError(
      `The database ${place(client)} has encoding ${server.encoding}: create one with encoding UTF8 and set DATABASE_URL to it.`,
    );
  }
}
