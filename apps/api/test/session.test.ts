import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, stopApp, type TestApp } from './support/index.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));

test('a session is worth its row', async () => {
  const ada = await site.addPerson();
  const draft = { body: 'x', layer: 'public' };
  expect((await site.as(ada, 'PUT', '/drafts/new:x:1', draft)).statusCode).not.toBe(401);
  await site.owner.query('delete from session where id = $1', [ada.sessionId]);
  expect((await site.as(ada, 'PUT', '/drafts/new:x:1', draft)).statusCode).toBe(401);
});
