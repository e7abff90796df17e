import { randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import { routes } from '../routes/index.ts';
import type { PathClass, Where } from '../routes/rule.ts';
import type { Person, TestApp } from './app.ts';
import type { Message } from '../../src/features/mail/transport.ts';
import { allOf, mailNow } from './mail.ts';
import { listenLive, type OpenStream } from './listen-live.ts';

export interface Reader {
  readonly person: Person | null;
  /** Open while something happens that they may not learn of. */
  readonly stream: OpenStream;
}

/** What each class of paths told one reader, by address. */
export type Told = Readonly<Record<string, string>>;

/** Where no note is: what the answers of a note must be like that is not there. */
export const nowhere = {
  thread: '01999999-0000-7000-8000-000000000000',
  note: '01999999-0000-7000-8000-000000000001',
} as const;

/** What an answer says, without what differs by itself and without the ids that were asked for. */
const comparable = (text: string, { thread, note }: Where): string =>
  text
    .replaceAll(/"(textTag|cursor|next|live|generated)":"[^"]*"/g, '')
    .replaceAll(/Written out on .*? from/g, '')
    .replaceAll(thread, 'thread')
    .replaceAll(note, 'note');

export const addressesOf = (kind: PathClass, where: Where): string[] =>
  Object.values(routes).flatMap(({ tells }) =>
    tells.kind === 'reads' && tells.as.includes(kind) ? [...tells.urls(where)] : [],
  );

let askers = 0;
/** Every letter of notices that was sent to anybody. */
const lettersOf = new WeakMap<TestApp, readonly Message[]>();

/** Everything one reader is told by the paths of a class: status, tags and words of each answer. */
export async function tellAll(
  site: TestApp,
  kind: PathClass,
  { person, stream }: Reader,
  where: Where,
): Promise<Told> {
  const told: Record<string, string> = {};
  for (const url of addressesOf(kind, where)) {
    askers += 1;
    const { statusCode, headers, body } = await site.app.inject({
      url,
      headers: person === null ? {} : { cookie: person.cookie },
      // Feeds are allowed by address.
      remoteAddress: `10.9.${String(askers >> 8)}.${String(askers & 255)}`,
    });
    const tags = [headers.etag, headers['last-modified']].map((tag) => tag ?? '').join(' ');
    told[comparable(url, where)] = comparable(`${String(statusCode)} ${tags}\n${body}`, where);
  }
  if (kind === 'live')
    told['stream'] = stream.told
      .filter(({ event }) => event !== 'writing')
      .map(({ event, data }) => comparable(`${event} ${JSON.stringify(data)}`, where))
      .join('\n');
  if (kind === 'mail' && person !== null) {
    const kept = 'select subject, body from mail where recipient = $1 order by created_at, id';
    told['outbox'] = JSON.stringify((await site.owner.query(kept, [person.email])).rows);
    const letters = [...(lettersOf.get(site) ?? []), ...(await mailNow(site))];
    lettersOf.set(site, letters);
    told['letters'] = letters
      .filter(({ to }) => to.address === person.email)
      .map((letter) => comparable(allOf(letter), where))
      .join('\n');
  }
  return told;
}

/** Where two tellings part, with what stands around it. */
export function differences(before: Told, after: Told): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((address) => {
    const [left = '', right = ''] = [before[address], after[address]];
    if (left === right) return [];
    let at = 0;
    while (left[at] === right[at]) at += 1;
    const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 60);
    return [`${address}: …${around(left)}… became …${around(right)}…`];
  });
}

export const listenAs = async (site: TestApp, person: Person | null): Promise<Reader> => ({
  person,
  stream: await listenLive(site, person?.cookie ?? null),
});

/**
 * Waits until everything that has happened was told to everybody whom it concerns: notices are
 * written, and streams have heard what somebody says after all of it.
 */
export async function settle(
  site: TestApp,
  author: Reader,
  readers: readonly Reader[],
  after: number,
): Promise<void> {
  const until = (holds: () => Promise<void> | void) =>
    vi.waitFor(holds, { timeout: 30_000, interval: 20 });
  await until(async () => {
    expect((await site.owner.query('select from notice_due')).rows).toEqual([]);
  });
  const logged = 'select count(*)::integer as n from live.change where id > $1';
  const events = (reader: Reader, name: string): number =>
    reader.stream.told.filter(({ event }) => event === name).length;
  // The author sees all that is done here. One process tells all its streams in one turn.
  await until(async () => {
    const { rows } = await site.owner.query<{ n: number }>(logged, [after]);
    expect(events(author, 'change')).toBe(rows[0]?.n);
  });
  // What is said comes in the order it was said: after this, everything before it has been heard.
  const marker = randomUUID();
  await site.owner.query(
    `select pg_notify('glossator_writing', json_build_object('work', 'ncss-2016', 'layer', id,
        'thread', $1::text, 'person', json_build_object('id', $1::text, 'name', ''))::text)
     from layer where kind = 'public'`,
    [marker],
  );
  await until(() => {
    expect(author.stream.told.some(({ data }) => data.thread === marker)).toBe(true);
  });
  const streams = readers.map(({ stream }) => ({ stream, before: stream.beats() }));
  site.app.live.hub.beat();
  await until(() => {
    for (const { stream, before } of streams) expect(stream.beats()).toBeGreaterThan(before);
  });
}

/** The newest number of the log of changes. */
export async function logEnd(site: TestApp): Promise<number> {
  const { rows } = await site.owner.query<{ n: number }>(
    'select coalesce(max(id), 0)::integer as n from live.change',
  );
  return rows[0]?.n ?? 0;
}
