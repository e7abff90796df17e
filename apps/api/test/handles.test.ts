import { expect, test } from 'vitest';
import { erasePerson, insertAccount } from '../src/features/accounts/repository.ts';
import { makeDb } from '../src/db/client.ts';
import { randomUUID } from 'node:crypto';
import { handleKey, isHandle } from '@glossator/domain';
import { ownApp, rootOf, startThread, type TestApp } from './support/index.ts';

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
  // Random hexadecimal digits may spell the name as well.
  expect(rows[0]?.handle).toMatch(/^(?!ada)[a-z]+\.[\da-f-]+$/);
  expect((await signUp(site, 'Ada')).handle).toBe('Ada.2');
});

test('the key of a handle is what the database makes of it, whatever its letters', async () => {
  const site = await ownApp();
  const letters = Array.from({ length: 0x32_000 }, (_, code) =>
    code >= 0xd8_00 && code < 0xe0_00 ? '' : String.fromCodePoint(code),
  ).filter((letter) => isHandle(letter) && letter.normalize('NFC') === letter);
  // Alone, and where it ends a word.
  const handles = letters.flatMap((letter) => [letter, `A${letter}`]);
  const { rows } = await site.owner.query<{ handle: string; key: string }>(
    // Letters that are younger than the server have no other case there.
    `select handle, lower(handle) as key from unnest($1::text[]) h(handle)
     where unicode_assigned(handle)`,
    [handles],
  );
  expect(rows.length).toBeGreaterThan(200_000);
  expect(rows.filter(({ handle, key }) => handleKey(handle) !== key)).toEqual([]);
});

test.each(['ΟΔΥΣΣΕΥΣ', 'İstanbul', 'Straße'])('%s is found, called and followed', async (name) => {
  const site = await ownApp();
  const reader = await site.addPerson({ name: 'Reader' });
  const person = await site.addPerson({ name });
  const note = rootOf(await startThread(site, person, '4.1.1.1'));
  const handle = encodeURIComponent(person.handle);
  const card = await site.as(reader, 'GET', `/people/${handle}/card`);
  expect(card.json()).toMatchObject({ handle: person.handle, notes: 1 });
  const found = await site.as(reader, 'GET', `/search?q=by:${handle}`);
  expect(found.body).toContain(note.id);
  const put = await site.as(reader, 'PUT', `/follows/person/${handle}`, { state: 'followed' });
  expect(put.statusCode).toBe(200);
  await startThread(site, reader, '4.1.1.1', { body: `What do you say, @${person.handle}?` });
  const { rows } = await site.owner.query('select from mention where person_id = $1', [person.id]);
  expect(rows).toHaveLength(1);
});
