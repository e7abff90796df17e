import { expect, vi } from 'vitest';
import { makeDb, makeTransact } from '../../src/db/client.ts';
import { deliver, type Delivery } from '../../src/features/mail/deliver.ts';
import { lateKinds } from '../../src/features/mail/texts.ts';
import type { Message } from '../../src/features/mail/transport.ts';
import { decisionWriter } from '../../src/features/moderation/decision-letter.ts';
import { fanOut } from '../../src/features/notices/fan-out.ts';
import { gatherMail } from '../../src/features/notices/gather.ts';
import { noticeWriter } from '../../src/features/notices/letter.ts';
import { alarmWriter, summaryWriter } from '../../src/features/rota/letters.ts';
import type { Person, TestApp } from './app.ts';

/** On a site without a mail server the tests themselves are the workers: nothing goes by itself. */
export function deliveryOf(
  site: TestApp,
  sendMail: (message: Message) => Promise<unknown>,
): Delivery {
  const { origin, keys } = site.config;
  return {
    db: makeDb(site.pool),
    transport: { sendMail },
    from: 'gloss@gloss.example',
    host: origin.hostname,
    late: {
      notices: noticeWriter(site.app.texts, origin, keys),
      decision: decisionWriter(site.app.texts, origin),
      'moderation-summary': summaryWriter(origin, keys),
      'moderation-alarm': alarmWriter(origin),
    },
  };
}

export async function wishMail(
  site: TestApp,
  person: Person,
  mail: string,
  zone = 'UTC',
): Promise<void> {
  const answer = await site.as(person, 'PATCH', '/following/settings', { mail, zone });
  expect(answer.statusCode, answer.body).toBe(200);
}

export async function fanOutNow(site: TestApp): Promise<void> {
  while (await fanOut(makeTransact(site.pool)));
  await vi.waitUntil(
    async () => (await site.owner.query('select from notice_due')).rowCount === 0,
    { timeout: 20_000 },
  );
}

/** Everybody's round is due now: what waits is put into the outbox. */
export async function gatherNow(site: TestApp): Promise<void> {
  await fanOutNow(site);
  await site.owner.query("update mail_round set due_at = now() - interval '1 second'");
  const deps = { db: makeDb(site.pool), transact: makeTransact(site.pool) };
  while (await gatherMail(deps, site.app.outbox));
}

/** Sends what waits in the outbox; what went. */
export async function deliverNow(site: TestApp): Promise<Message[]> {
  const sent: Message[] = [];
  const delivery = deliveryOf(site, (message) => {
    sent.push(message);
    return Promise.resolve();
  });
  const { rows } = await site.owner.query<{ id: string }>(
    "select id from mail where kind = any($1) and state in ('queued', 'sending') order by created_at",
    [lateKinds],
  );
  for (const { id } of rows) await deliver(delivery, id, false);
  return sent;
}

export async function mailNow(site: TestApp): Promise<Message[]> {
  await gatherNow(site);
  return deliverNow(site);
}

/** Everything a message carries, as one text. */
export const allOf = ({ subject, text, html, headers }: Message): string =>
  [subject, text, html, ...Object.values(headers)].join('\n');
