import { expect, test, vi } from 'vitest';
import { createTransport } from 'nodemailer';
import type { Message } from '../src/features/mail/transport.ts';
import { composeMail, mailKinds } from '../src/features/mail/texts.ts';
import { deliver } from '../src/features/mail/deliver.ts';
import { makeDb } from '../src/db/client.ts';
import { deliveryOf, member, ownApp, register, tokenTo, type TestApp } from './support/index.ts';

interface Outbox {
  items: { recipient: string; state: string; body: string | null; subject: string }[];
}
async function outbox(site: TestApp): Promise<Outbox['items']> {
  const admin = await site.addPerson({ administrator: true });
  return (await site.as(admin, 'GET', '/outbox')).json<Outbox>().items;
}
async function rows(site: TestApp) {
  const answer = await site.owner.query<{ id: string; state: string; body: string; error: string }>(
    'select id, state, body, last_error as error from mail order by created_at, id',
  );
  return answer.rows;
}
const smtpUrl = 'smtp://user:secret@mail.example/?from=Gloss%20%3Cgloss%40mail.example%3E';

test('without a mail server mail waits, and an administrator reads it', async () => {
  const site = await ownApp();
  await register(site, { email: 'a@x.org' });
  expect((await site.as(null, 'GET', '/site')).json()).toMatchObject({ mail: false });
  const token = await tokenTo(site, 'a@x.org');
  expect(await outbox(site)).toMatchObject([
    { recipient: 'a@x.org', state: 'queued', kind: 'confirm-address' },
  ]);
  expect((await outbox(site))[0]?.body).toContain(`/confirm?token=${token}`);
  const { rows: jobs } = await site.owner.query<{ id: string; data: unknown }>(
    "select id, data from queue.job where name = 'mail'",
  );
  const [mail] = await rows(site);
  expect(jobs).toEqual([{ id: mail?.id, data: { id: mail?.id } }]);
});

test('a mail and its job come and go with what causes them', async () => {
  const site = await ownApp();
  await site.owner.query('drop table one_time_token cascade');
  await member(site, 'a@x.org').catch(() => undefined);
  const before = (await rows(site)).length;
  const answer = await site.as(null, 'POST', '/accounts/reset-request', { email: 'a@x.org' });
  expect(answer.statusCode).toBe(500);
  expect((await rows(site)).length).toBe(before);
  const jobs = await site.owner.query("select from queue.job where name = 'mail'");
  expect(jobs.rowCount).toBe(before);
});

test('with one, mail is sent, its words are emptied, and the outbox shows none', async () => {
  const sent: Message[] = [];
  const json = createTransport({ jsonTransport: true });
  const transport = {
    sendMail: async (message: Message) => {
      const { message: text } = await json.sendMail({
        ...message,
        to: { ...message.to },
        headers: { ...message.headers },
      });
      sent.push(JSON.parse(text) as Message);
    },
  };
  const site = await ownApp({ config: { smtpUrl }, mailTransport: transport });
  await register(site, { email: 'åsa@exämple.org', locale: 'zh-Hans' });
  expect((await outbox(site)).every(({ body }) => body === null)).toBe(true);
  await vi.waitUntil(() => sent.length === 1, { timeout: 10_000 });
  await vi.waitUntil(async () => (await rows(site))[0]?.state === 'sent');
  expect(await rows(site)).toMatchObject([{ state: 'sent', body: '', error: '' }]);
  expect(sent[0]).toMatchObject({
    from: { name: 'Gloss', address: 'gloss@mail.example' },
    to: [{ name: '' }],
    subject: '请确认您在 localhost:3000 的 Glossator 账户邮箱',
  });
  expect(sent[0]?.text).toContain('http://localhost:3000/confirm?token=');
});

test('mail that waited is sent when a server is set up, unless its link is dead or nobody is there', async () => {
  const before = await ownApp();
  await register(before, { email: 'young@x.org' });
  await register(before, { email: 'old@x.org' });
  await register(before, { email: 'made-up@demo.invalid' });
  await before.owner.query(
    "update mail set created_at = now() - interval '8 days' where recipient = 'old@x.org'",
  );
  const sent: string[] = [];
  // As after a restore, which brings no jobs.
  await before.owner.query('delete from queue.job');
  await before.app.close();
  const { buildApp } = await import('../src/app.ts');
  const later = await buildApp({
    config: { ...before.config, smtpUrl },
    pool: before.pool,
    mailTransport: {
      sendMail: ({ to }) => {
        sent.push(to.address);
        return Promise.resolve();
      },
    },
  });
  try {
    await later.ready();
    await vi.waitFor(
      async () => {
        const { rowCount } = await before.owner.query("select from mail where state = 'queued'");
        expect(rowCount).toBe(0);
      },
      { timeout: 15_000 },
    );
  } finally {
    await later.close();
  }
  expect(sent).toEqual(['young@x.org']);
  expect((await rows(before)).map(({ state, body, error }) => [state, body, error]).sort()).toEqual(
    [
      ['failed', '', 'leads nowhere'],
      ['failed', '', 'too old'],
      ['sent', '', ''],
    ],
  );
});

test('a failure is tried again, then written down, without what the server said', async () => {
  const site = await ownApp();
  await register(site, { email: 'a@x.org' });
  const [mail] = await rows(site);
  const id = mail?.id ?? '';
  const error = Object.assign(new Error('535 user secret rejected for a@x.org'), {
    code: 'EAUTH',
    responseCode: 535,
  });
  const delivery = {
    db: makeDb(site.pool),
    transport: { sendMail: () => Promise.reject(error) },
    from: 'x@y.org',
    host: 'gloss.example',
    late: deliveryOf(site, () => Promise.reject(error)).late,
  };
  await expect(deliver(delivery, id, false)).rejects.toThrow(/^EAUTH 535$/);
  expect(await rows(site)).toMatchObject([{ state: 'queued', error: 'EAUTH 535' }]);
  await deliver(delivery, id, true);
  expect(await rows(site)).toMatchObject([{ state: 'failed', body: '', error: 'EAUTH 535' }]);
  // A job that comes again sends nothing twice.
  const sendMail = vi.fn(() => Promise.resolve());
  await deliver({ ...delivery, transport: { sendMail } }, id, true);
  expect(sendMail).not.toHaveBeenCalled();
});

test('the outbox is paged, newest first', async () => {
  const site = await ownApp();
  const admin = await site.addPerson({ administrator: true });
  for (const name of ['a', 'b', 'c']) await register(site, { email: `${name}@x.org` });
  const first = (await site.as(admin, 'GET', '/outbox?limit=2')).json<Outbox & { next: string }>();
  expect(first.items.map(({ recipient }) => recipient)).toEqual(['c@x.org', 'b@x.org']);
  const rest = await site.as(admin, 'GET', `/outbox?limit=2&cursor=${first.next}`);
  expect(rest.json()).toMatchObject({ items: [{ recipient: 'a@x.org' }], next: null });
});

test.each(mailKinds.flatMap((kind) => [[kind, 'en'] as const, [kind, 'zh-Hans'] as const]))(
  'the mail %s in %s holds its link once and a subject of one line',
  (kind, locale) => {
    const link = 'https://gloss.example/x?token=abc';
    const facts = { link, host: 'gloss.example', about: 'A text' };
    const { subject, body } = composeMail(kind, locale, facts);
    expect(body.split(link)).toHaveLength(2);
    expect(subject).toMatch(/^[^\p{Cc}]{5,80}$/u);
    expect(/\p{Script=Han}/u.test(body)).toBe(locale === 'zh-Hans');
  },
);
