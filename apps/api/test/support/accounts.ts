import { AsyncLocalStorage } from 'node:async_hooks';
import { cookieOf, type Person, type TestApp } from './app.ts';

export const password = 'correct horse battery';

interface Details {
  name?: string;
  email: string;
  password?: string;
  locale?: string;
  invitation?: string;
}

/** Asks for an account as the form does. */
export const register = (site: TestApp, details: Details) =>
  site.as(null, 'POST', '/accounts', { name: 'Ada', password, locale: 'en', ...details });

/** Body of the newest mail to an address. */
export async function newestMail(site: TestApp, email: string): Promise<string> {
  const { rows } = await site.owner.query<{ body: string }>(
    'select body from mail where recipient = $1 order by created_at desc, id desc limit 1',
    [email],
  );
  const [mail] = rows;
  if (mail === undefined) throw new Error(`no mail to ${email}`);
  return mail.body;
}

/** Token of the link in the newest mail to an address. */
export async function tokenTo(site: TestApp, email: string): Promise<string> {
  const token = /[?&](?:token|invitation)=([\w-]+)/.exec(await newestMail(site, email))?.[1];
  if (token === undefined) throw new Error(`no link for ${email}`);
  return token;
}

/** A person who registered and confirmed as people do, with the password above. */
export async function member(site: TestApp, email: string, name = 'Ada'): Promise<Person> {
  await register(site, { email, name });
  const token = await tokenTo(site, email);
  const answer = await site.as(null, 'POST', '/accounts/confirmation', { token, password });
  const view = answer.json<{ person: { id: string }; session: string }>();
  const { id } = view.person;
  const { rows } = await site.owner.query<{ handle: string }>(
    'select handle from person where id = $1',
    [id],
  );
  const handle = rows[0]?.handle ?? '';
  return { id, name, handle, email, sessionId: view.session, cookie: cookieOf(answer) };
}

/** How many rows of each table. */
export async function rowCounts(site: TestApp, ...tables: string[]): Promise<number[]> {
  const counts: number[] = [];
  for (const table of tables) {
    const { rows } = await site.owner.query<{ n: number }>(
      `select count(*)::integer as n from ${site.owner.escapeIdentifier(table)}`,
    );
    counts.push(rows[0]?.n ?? -1);
  }
  return counts;
}

/** What the app answers, and the texts of the statements it runs for it. */
export async function watched<Answer>(
  site: TestApp,
  work: () => Promise<Answer>,
): Promise<{ answer: Answer; statements: string[] }> {
  const seen: string[] = [];
  // What jobs ask meanwhile is not of this work.
  const within = new AsyncLocalStorage<true>();
  const { pool } = site;
  const listen = (client: { query: unknown }) => {
    const original = client.query as (...args: unknown[]) => unknown;
    client.query = function (this: unknown, ...args: unknown[]) {
      const [first] = args;
      if (within.getStore() === true)
        seen.push(typeof first === 'string' ? first : (first as { text: string }).text);
      return original.apply(this, args);
    };
    return () => {
      client.query = original;
    };
  };
  const undo: (() => void)[] = [];
  const watch = (client: { query: unknown }) => undo.push(listen(client));
  pool.on('acquire', watch);
  try {
    // A request begins where it is awaited.
    const answer = await within.run(true, async () => await work());
    return { answer, statements: seen };
  } finally {
    pool.off('acquire', watch);
    for (const each of undo.reverse()) each();
  }
}
