import type { ViewerView } from '@glossator/contract';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { listenLive, type OpenStream } from './support/listen-live.ts';
import {
  rootOf,
  startApp,
  startThread,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let ada: Person;
beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
});
afterAll(() => stopApp(site));

async function open(person: Person | null): Promise<OpenStream> {
  const stream = await listenLive(site, person?.cookie ?? null);
  onTestFinished(() => {
    stream.close();
  });
  return stream;
}
const heard = ({ told }: OpenStream) => told.filter(({ event }) => event === 'notices');
const unread = async (person: Person): Promise<number> =>
  (await site.as(person, 'GET', '/session')).json<ViewerView>().unread;
const until = (holds: () => void) => vi.waitFor(holds, { timeout: 15_000, interval: 20 });

test('a person alone hears, in every browser, that their notices have changed: no id, no number', async () => {
  const [cem, dora] = [
    await site.addPerson({ name: 'Cem' }),
    await site.addPerson({ name: 'Dora' }),
  ];
  const own = [await open(cem), await open(cem)];
  const others = [await open(dora), await open(null), await open(ada)];
  await site.as(cem, 'PUT', '/follows/work/ncss-2016', { state: 'followed' });

  const note = rootOf(await startThread(site, ada, '4.2')).id;
  await until(() => {
    for (const stream of own)
      expect(heard(stream)).toEqual([{ event: 'notices', id: '', data: {} }]);
  });
  expect(await unread(cem)).toBe(1);

  await site.as(cem, 'POST', `/notices/${note}/read`);
  await until(() => {
    for (const stream of own) expect(heard(stream)).toHaveLength(2);
  });
  expect(await unread(cem)).toBe(0);
  // What was said before this has been heard by everybody: one process tells all its streams.
  for (const stream of others) expect(heard(stream)).toEqual([]);
});

test('many at once are said once', async () => {
  const cem = await site.addPerson({ name: 'Cem' });
  await site.as(cem, 'PUT', '/follows/layer/public', { state: 'followed' });
  const before = await open(cem);
  for (let n = 0; n < 3; n += 1) await startThread(site, ada, '4.2');
  await vi.waitUntil(async () => (await unread(cem)) === 3, { timeout: 15_000 });
  await until(() => {
    expect(heard(before).length).toBeGreaterThan(0);
  });
  const said = heard(before).length;
  await site.as(cem, 'POST', '/notices/read', { until: '2999-01-01T00:00:00Z' });
  await until(() => {
    expect(heard(before)).toHaveLength(said + 1);
  });
  expect(await unread(cem)).toBe(0);
});
