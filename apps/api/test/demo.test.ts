import type { ThreadView } from '@glossator/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDemo, removeDemo } from '../src/demo/demo.ts';
import {
  give,
  replyTo,
  rootOf,
  rowCounts,
  startApp,
  stopApp,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));

const emptied = ['account', 'session', 'one_time_token', 'draft', 'demo_person'];

const threadsAt = async (at: string): Promise<ThreadView[]> =>
  (await site.as(null, 'GET', `/api/works/ncss-2016/threads?at=${at}`)).json<{
    items: ThreadView[];
  }>().items;

test('the demo comes, takes part, and goes without a trace but its ghosts under others’ words', async () => {
  const keeper = await site.addPerson({ name: 'Keeper', administrator: true });
  const before = await rowCounts(site, ...emptied);
  const invitations = await addDemo(site.ownerUrl, new URL('http://localhost:3000'));
  expect(invitations.map(({ name }) => name)).toContain('Noor Haddad (demo)');
  expect(invitations[0]?.link).toMatch(/^http:\/\/localhost:3000\/reset\?token=/);
  const [thread] = await threadsAt('4.3.1.2');
  expect(thread?.target.loci[0]?.exact).toBe('一切必要措施');
  expect(thread?.annotations.length).toBe(4);
  if (thread === undefined) throw new Error('no thread');

  // Again: the same people, new links.
  const again = await addDemo(site.ownerUrl, new URL('http://localhost:3000'));
  expect(again.map(({ name }) => name)).toEqual(invitations.map(({ name }) => name));
  expect(again[0]?.link).not.toBe(invitations[0]?.link);

  await replyTo(site, keeper, rootOf(thread).id, 'Words of a real person');
  const author = { ...keeper, id: rootOf(thread).author?.id ?? '' };
  const sanction = await give(site, keeper, author, { words: 'Said of somebody made up' });
  expect(await removeDemo(site.ownerUrl)).toBe(4);
  const { rows } = await site.owner.query('select words from sanction where id = $1', [
    sanction.id,
  ]);
  expect(rows).toEqual([{ words: '' }]);
  const [left, ...more] = await threadsAt('4.3.1.2');
  expect(more).toEqual([]);
  expect(left?.annotations.map(({ body }) => body).filter((body) => body !== null)).toEqual([
    'Words of a real person',
  ]);
  expect(await threadsAt('3.1.1.1')).toEqual([]);
  expect(await rowCounts(site, ...emptied)).toEqual(before);
  const home = await site.as(null, 'GET', '/api/works');
  expect(home.json<{ items: { notes: number }[] }>().items[0]?.notes).toBe(1);
  expect(await removeDemo(site.ownerUrl)).toBe(0);
});

test('it is not mixed with real people', async () => {
  await site.addPerson({ name: 'Real' });
  await expect(addDemo(site.ownerUrl, new URL('http://localhost:3000'))).rejects.toThrow(
    /accounts of its own/,
  );
});
