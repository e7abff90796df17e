import pg from 'pg';

export const channels = [
  'glossator_change',
  'glossator_rights',
  'glossator_writing',
  'glossator_notices',
  'glossator_cases',
] as const;
export type Channel = (typeof channels)[number];

export interface Listener {
  close(): Promise<void>;
}

/** Milliseconds between attempts. */
const again = 1_000;

/**
 * Hears what any process says through the database, on a connection of its own: a pooler would lose
 * it. `regained` is called at each connection, the first included: what was said meanwhile is lost,
 * so whoever listens looks for themselves.
 */
export function listen(
  connectionString: string,
  heard: (channel: Channel, words: string) => void,
  regained: () => void,
  report: (error: unknown) => void,
): Listener {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let opening: Promise<void> = Promise.resolve();

  function lost(one: pg.Client): void {
    if (one !== client || closed) return;
    client = null;
    one.removeAllListeners('end');
    void one.end().catch(() => undefined);
    timer = setTimeout(connect, again).unref();
  }

  function connect(): void {
    opening = open().catch(report);
  }

  async function open(): Promise<void> {
    const one = new pg.Client({
      connectionString,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    client = one;
    one.on('error', () => {
      lost(one);
    });
    one.on('end', () => {
      lost(one);
    });
    one.on('notification', ({ channel, payload }) => {
      const known = channels.find((each) => each === channel);
      if (known !== undefined) heard(known, payload ?? '');
    });
    try {
      await one.connect();
      for (const channel of channels) await one.query(`listen ${channel}`);
      if (!closed) regained();
    } catch (error) {
      lost(one);
      throw error;
    }
  }

  connect();
  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await opening;
      await client?.end().catch(() => undefined);
    },
  };
}
