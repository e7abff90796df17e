import type { ClassMembers, ClassSignedIn, ClassView, ViewerView } from '@glossator/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  classOf,
  codeOf,
  cookieOf,
  newestMail,
  password,
  refusal,
  register,
  rowCounts,
  startApp,
  stopApp,
  threadForm,
  tokenTo,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let ada: Person;
let id: string;
let code: string;
let n = 0;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  ada = await site.addPerson({ name: 'Ada' });
  id = await classOf(site, ada);
  code = await codeOf(site, ada, id);
  n += 1;
});

const address = () => `gus${String(n)}@x.org`;
const join = (more: object = {}) =>
  site.as(null, 'POST', '/class-guests', {
    ...{ code, name: 'Gus', email: address(), password, locale: 'zh-Hans', ...more },
  });
type Guest = { readonly cookie: string };
const guest = async (more: object = {}): Promise<Guest> => {
  const answer = await join(more);
  expect(answer.statusCode, answer.body).toBe(201);
  expect(answer.json<ClassSignedIn>()).toEqual({ id });
  return { cookie: cookieOf(answer) };
};
const viewer = async (who: Guest) => (await site.as(who, 'GET', '/session')).json<ViewerView>();
const confirm = async (by: Guest | null, email = address(), typed = password) =>
  site.as(by, 'POST', '/accounts/confirmation', {
    token: await tokenTo(site, email),
    password: typed,
  });
const people = async () =>
  (await site.as(ada, 'GET', `/classes/${id}/members`)).json<ClassMembers>().items;

describe('before the address is confirmed', () => {
  test('somebody is in the class at once, and the staff sees that they are not confirmed', async () => {
    const gus = await guest();
    expect((await site.as(gus, 'GET', `/classes/${id}`)).json<ClassView>().role).toBe('student');
    expect(await viewer(gus)).toMatchObject({
      within: id,
      person: { name: 'Gus', email: '', locale: 'zh-Hans' },
      abilities: { 'have-account': false },
    });
    expect((await people()).find(({ name }) => name === 'Gus')?.isGuest).toBe(true);
  });

  test('they are nowhere else: no public note, no notebook, no class of their own, no account', async () => {
    const gus = await guest();
    const other = await classOf(site, ada);
    const into = await codeOf(site, ada, other);
    for (const [method, url, body, status] of [
      ['POST', '/threads', threadForm('4.3.1.2', { body: 'Public' }), 403],
      ['POST', '/threads', threadForm('4.3.1.2', { body: 'Private', layer: 'notebook' }), 403],
      ['POST', '/classes', { name: 'Mine', description: '', zone: 'UTC' }, 403],
      ['POST', `/class-codes/${into}/join`, undefined, 403],
      ['GET', `/classes/${other}`, undefined, 404],
      ['GET', '/account/stored', undefined, 403],
      ['POST', '/tokens', { name: 'T', scope: 'write', days: 7 }, 403],
      ['GET', '/drafts', undefined, 403],
      ['GET', '/notices', undefined, 403],
    ] as const)
      expect([method, url, (await site.as(gus, method, url, body)).statusCode]).toEqual([
        method,
        url,
        status,
      ]);
    expect(
      await site.owner.query(
        `select from thread t join layer l on l.id = t.layer_id
      where t.author_id = (select person_id from class_guest where email_key = $1)`,
        [address()],
      ),
    ).toMatchObject({ rowCount: 0 });
  });

  test('nobody signs in by it, and no password is reset', async () => {
    await guest();
    const form = { email: address(), password };
    expect(refusal(await site.as(null, 'POST', '/session', form))).toEqual([
      401,
      'sign-in-refused',
    ]);
  });

  test('they are not made staff', async () => {
    await guest();
    const gus = (await people()).find(({ name }) => name === 'Gus');
    const answer = await site.as(ada, 'PUT', `/classes/${id}/members/${gus?.id ?? ''}`, {
      role: 'assistant',
    });
    expect(refusal(answer)).toEqual([409, 'not-confirmed']);
  });

  test('removed from the class, they are signed out', async () => {
    const gus = await guest();
    const member = (await people()).find(({ name }) => name === 'Gus');
    await site.as(ada, 'DELETE', `/classes/${id}/members/${member?.id ?? ''}`);
    expect((await viewer(gus)).person).toBeNull();
  });

  test.each([
    ['a code that is none', { code: '0000-0000' }, [422, 'code-unknown']],
    ['an address that is none', { email: 'x' }, [422, 'email-malformed']],
    ['a short password', { password: 'short' }, [422, 'password-too-short']],
  ])('%s leaves no person behind', async (_what, more, expected) => {
    const before = await rowCounts(site, 'person', 'class_guest', 'session', 'registration');
    expect(refusal(await join(more))).toEqual(expected);
    expect(await rowCounts(site, 'person', 'class_guest', 'session', 'registration')).toEqual(
      before,
    );
  });

  test('a code without places makes nobody, and a site that is closed takes nobody in', async () => {
    await site.owner.query('update class_code set places = 1');
    const answers = await Promise.all([join(), join({ email: `other${address()}` })]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 422]);
    await site.owner.query(`update site set registration = 'closed'`);
    expect(refusal(await join())).toEqual([403, 'registration-closed']);
    await site.owner.query(`update site set registration = 'automatic'`);
  });

  test('where accounts are by invitation, the code is one', async () => {
    await site.owner.query(`update site set registration = 'invitation'`);
    await guest();
    expect((await confirm(null)).statusCode).toBe(201);
    await site.owner.query(`update site set registration = 'automatic'`);
  });
});

describe('confirmed', () => {
  test('it is the same person, in the class and everywhere', async () => {
    const gus = await guest();
    const before = (await viewer(gus)).person?.id;
    const answer = await confirm(gus);
    expect(answer.statusCode, answer.body).toBe(201);
    expect(answer.json<ViewerView>()).toMatchObject({
      within: null,
      person: { id: before, email: address() },
    });
    expect((await people()).find(({ name }) => name === 'Gus')).toMatchObject({
      id: before,
      isGuest: false,
    });
    const own = { cookie: cookieOf(answer) };
    expect((await site.as(own, 'GET', '/account/stored')).statusCode).toBe(200);
    expect((await viewer(gus)).person).toBeNull();
  });

  test('another browser of theirs that came in before stays in the class alone', async () => {
    const gus = await guest();
    await confirm(null);
    expect(await viewer(gus)).toMatchObject({ within: id, person: { email: '' } });
  });
});

describe('whoever comes in under an address that is another’s', () => {
  test('cannot have its owner confirm them: the owner has no such password', async () => {
    await guest();
    expect(refusal(await confirm(null, address(), 'what the owner thinks of'))).toEqual([
      422,
      'password-wrong',
    ]);
  });

  test('is signed out once the owner registers and confirms; what they are in the class stays', async () => {
    const mallory = await guest({ name: 'Mallory' });
    await register(site, { email: address(), name: 'Owner', password: 'the owner of it' });
    const answer = await confirm(null, address(), 'the owner of it');
    expect(answer.statusCode, answer.body).toBe(201);
    expect((await viewer(mallory)).person).toBeNull();
    const found = (await people()).map(({ name, isGuest }) => [name, isGuest]);
    expect(found).toContainEqual(['Mallory', false]);
    // The stranger's own link brings nobody in any more.
    expect(
      await site.owner.query('select from registration where email_key = $1', [address()]),
    ).toMatchObject({ rowCount: 0 });
  });

  test('of an account learns nothing, gets none of it, and goes when its owner resets', async () => {
    const owner = await site.addPerson({ name: 'Owner' });
    const before = await join();
    const answer = await join({ email: owner.email });
    expect([answer.statusCode, answer.body]).toEqual([before.statusCode, before.body]);
    expect(await newestMail(site, owner.email)).toContain('It has one already');
    const mallory = { cookie: cookieOf(answer) };
    expect((await viewer(mallory)).person?.id).not.toBe(owner.id);
    await site.as(null, 'POST', '/accounts/reset-request', { email: owner.email });
    const token = await tokenTo(site, owner.email);
    const reset = await site.as(null, 'POST', '/accounts/reset', { token, password });
    expect(reset.statusCode, reset.body).toBe(201);
    expect((await viewer(mallory)).person).toBeNull();
  });
});
