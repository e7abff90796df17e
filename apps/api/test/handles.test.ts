import { expect, test } from 'vitest';
import { erasePerson, insertAccount } from '../src/features/accounts/repository.ts';
import { makeDb } from '../src/db/client.ts';
import { randomUUID } from 'node:crypto';
import { ownApp, type TestApp } from './support/index.ts';

async function signUp(site: TestApp, name: string): Promise<{ id: string; handle: string }> {
  const id = randomUUID();
  const email = `${id}@example.org`;
  await insertAccount(makeDb(site.pool), {
    personId: id,
    name,
    email,
    emailKey: email,
    passwordHash: '-',
    locale: 'en',
  });
  const { rows } = await site.pool.query<{ handle: string }>(
    'select handle from person where id = $1',
    [id],
  );
  return { id, handle: rows[0]?.handle ?? '' };
}

test('everybody gets a handle of their own from their name', async () => {
  const site = await ownApp();
  const handles: string[] = [];
  for (const name of ['Li Wei', 'li wei', 'LI WEI', '李伟', '李伟', 'Li', '%', 'Li_Wei'])
    handles.push((await signUp(site, name)).handle);
  expect(handles).toEqual([
    'Li-Wei',
    'li-wei.2',
    'LI-WEI.3',
    '李伟',
    '李伟.2',
    'Li',
    'reader',
    'Li-Wei.4',
  ]);
});

test('many who come at once under one name all get in', async () => {
  const site = await ownApp();
  const made = await Promise.all(Array.from({ length: 8 }, () => signUp(site, 'Ada')));
  expect(new Set(made.map(({ handle }) => handle)).size).toBe(8);
});

test('the handle of one who has left is never given out again', async () => {
  const site = await ownApp();
  const first = await signUp(site, 'Ada');
  await erasePerson(makeDb(site.pool), first.id);
  const { rows } = await site.owner.query<{ handle: string }>(
    'select handle from person where id = $1',
    [first.id],
  );
  expect(rows[0]?.handle).not.toMatch(/ada/i);
  expect((await signUp(site, 'Ada')).handle).toBe('Ada.2');
});
