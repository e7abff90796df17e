import { DrizzleQueryError } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { makeTransact } from '../src/db/client.ts';
import { serializers } from '../src/plugins/log.ts';
import { tidy } from '../src/features/upkeep/service.ts';
import { member, ownApp, register, rowCounts } from './support/index.ts';

const tables = ['registration', 'one_time_token', 'session', 'mail'] as const;

test('what has had its time goes, the rest stays', async () => {
  const site = await ownApp();
  const admin = await site.addPerson({ administrator: true });
  await member(site, 'kept@x.org');
  await register(site, { email: 'waits@x.org' });
  await site.as(null, 'POST', '/accounts/reset-request', { email: 'kept@x.org' });
  await site.as(admin, 'POST', '/invitations');
  const before = await rowCounts(site, ...tables);
  await tidy(makeTransact(site.pool));
  expect(await rowCounts(site, ...tables)).toEqual(before);

  await site.owner.query(`
    update registration set expires_at = now();
    update one_time_token set expires_at = now() - interval '9 days';
    update session set seen_at = now() - interval '31 days';
    update mail set created_at = now() - interval '31 days'`);
  await Promise.all([tidy(makeTransact(site.pool)), tidy(makeTransact(site.pool))]);
  expect(await rowCounts(site, ...tables)).toEqual([0, 0, 0, 0]);
});

test('a process tidies when it begins to listen', async () => {
  const site = await ownApp();
  await register(site, { email: 'waits@x.org' });
  await site.owner.query('update registration set expires_at = now()');
  await site.app.listen({ host: '127.0.0.1', port: 0 });
  await vi.waitUntil(async () => (await rowCounts(site, 'registration'))[0] === 0);
});

test('an ended invitation stays as long as a registration may lean on it', async () => {
  const site = await ownApp();
  const admin = await site.addPerson({ administrator: true });
  await site.as(admin, 'POST', '/invitations');
  await site.owner.query("update one_time_token set expires_at = now() - interval '7 days'");
  await tidy(makeTransact(site.pool));
  expect(await rowCounts(site, 'one_time_token')).toEqual([1]);
});

test('a log line holds no query, no header and no body', () => {
  const request = {
    method: 'GET',
    url: '/api/x?token=secret',
    ip: '127.0.0.1',
    headers: { cookie: 'session=secret' },
    body: { password: 'secret' },
  };
  const line = JSON.stringify(serializers.req(request as never));
  expect(line).toContain('/api/x');
  expect(line).not.toContain('secret');
});

test('nor does the line of a failed query hold its values', () => {
  const root = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (email)=(secret) already exists.',
  });
  const failed = new DrizzleQueryError('insert into account values ($1)', ['secret'], root);
  const line = JSON.stringify(serializers.err(failed));
  expect(line).toContain('23505');
  expect(line).toContain('duplicate key');
  expect(line).not.toContain('secret');
});
