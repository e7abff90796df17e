import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeCursor } from '../src/cursor.ts';
import {
  member,
  password,
  refusal,
  register,
  rootOf,
  startApp,
  startThread,
  stopApp,
  threadForm,
  tokenTo,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let ada: Person;

beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada', administrator: true });
});
afterAll(() => stopApp(site));

describe('an id in another spelling is refused, not handed to the database', () => {
  const urn = `urn:uuid:${randomUUID()}`;
  test.each([
    `/annotations/${urn}`,
    `/annotations/${urn}/location`,
    `/threads/${urn}/annotations`,
    `/works/ncss-2016/reading?at=1.1.1.1&note=${urn}`,
    `/works/ncss-2016/reading?at=1.1.1.1&note={${randomUUID()}}`,
  ])('%s', async (url) => {
    expect(refusal(await site.as(ada, 'GET', url))).toEqual([400, 'request-malformed']);
  });

  test('as the key of a form', async () => {
    const answer = await site.as(ada, 'POST', '/threads', threadForm('1.1.1.1', { key: urn }));
    expect(refusal(answer)).toEqual([400, 'request-malformed']);
  });
});

describe('a cursor with a moment no calendar has is unknown', () => {
  test.each(['2026-99-99T99:99:99', '2026-02-30T00:00:00', '0000-01-01T00:00:00'])(
    '%s',
    async (moment) => {
      const { id } = rootOf(await startThread(site, ada, '1.1.1.1'));
      const thread = await startThread(site, ada, '1.1.1.1');
      const cursor = writeCursor(`${moment}.000000Z`, id);
      const place = writeCursor(1, `${moment}.000000Z`, id);
      for (const url of [
        `/sessions?cursor=${cursor}`,
        `/outbox?cursor=${cursor}`,
        `/registrations?cursor=${cursor}`,
        `/threads/${thread.id}/annotations?cursor=${cursor}`,
        `/works/ncss-2016/threads?at=1.1.1.1&cursor=${place}`,
      ])
        expect(refusal(await site.as(ada, 'GET', url)), url).toEqual([400, 'cursor-unknown']);
    },
  );
});

describe('what the database cannot hold is refused, and is no failure of the server', () => {
  const nul = 'text-malformed';
  const moment = 'request-malformed';
  test.each([
    ['/people/%00/card', nul],
    ['/completions/people?q=%00&work=ncss-2016&layer=public', nul],
    ['/completions/tags?q=%00&work=ncss-2016&layer=public', nul],
    ['/feeds/clause/%00', nul],
    ['/feeds/person/%00', nul],
    ['/feeds/work/%00', nul],
    ['/search?q=a&since=0000-01-01', moment],
    ['/search?q=since:0000-01-01', moment],
    ['/works/ncss-2016/marks?since=0000-01-01', moment],
    ['/works/ncss-2016/threads?at=4.1&until=0000-01-01', moment],
    ['/works/ncss-2016/reading?at=4.1&since=0000-01-01', moment],
  ])('%s', async (url, code) => {
    expect(refusal(await site.as(ada, 'GET', url))).toEqual([400, code]);
  });
  test.each(['clause', 'person', 'layer', 'work'])('following a %s', async (kind) => {
    const answer = await site.as(ada, 'PUT', `/follows/${kind}/%00`, { state: 'followed' });
    expect(refusal(answer)).toEqual([400, nul]);
  });
  test.each(['0000-01-01T00:00:00Z', '2026-01-01T00:00:00+23:59'])('until %s', async (until) => {
    expect(refusal(await site.as(ada, 'POST', '/notices/read', { until }))).toEqual([400, moment]);
  });
});

test('whoever registers with another’s address does not use up the owner’s reset links', async () => {
  await member(site, 'owner@x.org');
  const again = async () => (await register(site, { email: 'owner@x.org' })).statusCode;
  let last = 202;
  for (let n = 0; n < 7 && last === 202; n += 1) last = await again();
  expect(last).toBe(429);
  const answer = await site.as(null, 'POST', '/accounts/reset-request', { email: 'owner@x.org' });
  expect(answer.statusCode).toBe(202);
  const token = await tokenTo(site, 'owner@x.org');
  const opened = await site.as(null, 'POST', '/accounts/reset', { token, password });
  expect(opened.statusCode).toBe(201);
});

test('a request that never ends is cut off', () => {
  expect(site.app.server.requestTimeout).toBe(60_000);
});
