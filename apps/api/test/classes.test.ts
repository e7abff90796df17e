import type {
  ClassCode,
  ClassInvitation,
  ClassJoined,
  ClassMembers,
  ClassPage,
  ClassView,
} from '@glossator/contract';
import type { Static } from 'typebox';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  password,
  refusal,
  startApp,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let ada: Person;
let ben: Person;
let eve: Person;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
  eve = await site.addPerson({ name: 'Eve' });
});

const form = { name: 'Reading policy', description: '', zone: 'Asia/Shanghai' };
const found = async (by: Person = ada, more: Partial<typeof form> = {}): Promise<string> => {
  const answer = await site.as(by, 'POST', '/classes', { ...form, ...more });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<ClassJoined>().id;
};
const read = async (id: string, by: Person = ada): Promise<ClassView> => {
  const answer = await site.as(by, 'GET', `/classes/${id}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const code = async (id: string, more = {}): Promise<string> => {
  const answer = await site.as(ada, 'POST', `/classes/${id}/code`, {
    days: 7,
    places: 30,
    ...more,
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<ClassCode>().code;
};
const join = (by: Person, typed: string) =>
  site.as(by, 'POST', `/class-codes/${encodeURIComponent(typed)}/join`);
const appoint = (by: Person, id: string, who: Person, role: string) =>
  site.as(by, 'PUT', `/classes/${id}/members/${who.id}`, { role });
const end = (by: Person, id: string, who: Person) =>
  site.as(by, 'DELETE', `/classes/${id}/members/${who.id}`);
const members = async (id: string, by: Person = ada) =>
  (await site.as(by, 'GET', `/classes/${id}/members`)).json<ClassMembers>().items;
const archive = (id: string, archived: boolean) =>
  site.as(ada, 'PUT', `/classes/${id}/archive`, { archived });

async function classOf(...people: readonly Person[]): Promise<string> {
  const id = await found();
  const way = await code(id);
  for (const person of people) expect((await join(person, way)).statusCode).toBe(200);
  return id;
}

describe('founding', () => {
  test('whoever founds a class instructs it, and finds it in their list', async () => {
    const id = await found();
    expect(await read(id)).toMatchObject({
      ...form,
      role: 'instructor',
      staff: [{ name: 'Ada', handle: ada.handle, role: 'instructor' }],
      students: 0,
      code: null,
      archived: null,
      abilities: { 'see-people': true, change: true, invite: true, archive: true, leave: false },
    });
    const list = (await site.as(ada, 'GET', '/classes')).json<Static<typeof ClassPage>>();
    expect(list.items).toMatchObject([{ id, name: form.name, role: 'instructor' }]);
    expect((await site.as(ben, 'GET', '/classes')).json()).toEqual({ items: [], next: null });
  });

  test.each([
    ['a name of blanks', { name: '  ' }, [400, 'text-malformed']],
    ['too long a name', { name: '课'.repeat(201) }, [400, 'text-malformed']],
    ['half a character', { name: 'a\ud800' }, [400, 'text-malformed']],
    ['a zone that no place has', { zone: 'Mars/Olympus' }, [422, 'zone-unknown']],
    ['an offset for a zone', { zone: '+08:00' }, [422, 'zone-unknown']],
  ])('%s is refused', async (_what, more, expected) => {
    const answer = await site.as(ada, 'POST', '/classes', { ...form, ...more });
    expect(refusal(answer)).toEqual(expected);
  });

  test('nobody teaches more than there is room for; archived ones do not count', async () => {
    await site.owner.query(
      `with made as (
         insert into class (id, name, zone)
           select gen_random_uuid(), 'C' || n, 'UTC' from generate_series(1, 100) n returning id)
       insert into class_member (class_id, person_id, role) select id, $1, 'instructor' from made`,
      [ada.id],
    );
    const again = () => site.as(ada, 'POST', '/classes', form);
    expect(refusal(await again())).toEqual([409, 'classes-too-many']);
    await site.owner.query(
      `update class set archived_at = now()
       where id = (select class_id from class_member where person_id = $1 limit 1)`,
      [ada.id],
    );
    expect((await again()).statusCode).toBe(201);
  });

  test('a list goes on where the page before it ended', async () => {
    const ids = [await found(), await found(), await found()].reverse();
    const page = async (query: string) =>
      (await site.as(ada, 'GET', `/classes?limit=2${query}`)).json<Static<typeof ClassPage>>();
    const first = await page('');
    const second = await page(`&cursor=${first.next ?? ''}`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.next).toBeNull();
  });
});

test('to whoever is not in it there is no such class', async () => {
  const id = await classOf(ben);
  const never = '01900000-0000-7000-8000-000000000000';
  for (const [method, path, body] of [
    ['GET', '', undefined],
    ['PUT', '', form],
    ['PUT', '/archive', { archived: true }],
    ['GET', '/members', undefined],
    ['PUT', `/members/${ben.id}`, { role: 'instructor' }],
    ['DELETE', `/members/${ben.id}`, undefined],
    ['POST', '/code', { days: 1, places: 1 }],
    ['DELETE', '/code', undefined],
  ] as const) {
    const answer = await site.as(eve, method, `/classes/${id}${path}`, body);
    const nothing = await site.as(eve, method, `/classes/${never}${path}`, body);
    expect([answer.statusCode, answer.body], `${method} ${path}`).toEqual([404, nothing.body]);
  }
});

describe('a code', () => {
  test('shows which class it leads to, and changes nothing by being read', async () => {
    const id = await found();
    const way = await code(id);
    const shown = await site.as(ben, 'GET', `/class-codes/${way}`);
    expect(shown.json<ClassInvitation>()).toEqual({
      id,
      name: form.name,
      staff: ['Ada'],
      isMember: false,
    });
    expect((await read(id)).students).toBe(0);
    expect((await read(id)).code?.places).toBe(30);
  });

  test('brings in as a student, once, however it is typed', async () => {
    const id = await found();
    const way = await code(id);
    const typed = `${way.slice(0, 4)}-${way.slice(4)}`.toLowerCase();
    expect((await join(ben, typed)).json()).toEqual({ id });
    expect((await join(ben, way)).json()).toEqual({ id });
    expect((await read(id, ben)).role).toBe('student');
    expect(await read(id)).toMatchObject({ students: 1, code: { places: 29 } });
  });

  test('that was made anew brings nobody in by the old one', async () => {
    const id = await found();
    const old = await code(id);
    const way = await code(id);
    expect(refusal(await join(ben, old))).toEqual([422, 'code-unknown']);
    expect((await join(ben, way)).statusCode).toBe(200);
  });

  test.each<[string, (id: string) => Promise<unknown>]>([
    ['was ended', (id) => site.as(ada, 'DELETE', `/classes/${id}/code`)],
    ['is too old', () => site.owner.query(`update class_code set ends_at = now()`)],
    ['has no place left', () => site.owner.query('update class_code set places = 0')],
    ['leads into the archive', (id) => archive(id, true)],
  ])('that %s is answered like one that never was', async (_what, happens) => {
    const id = await found();
    const way = await code(id);
    await happens(id);
    const never = await join(ben, '0000-0000');
    expect(refusal(never)).toEqual([422, 'code-unknown']);
    expect((await join(ben, way)).body).toBe(never.body);
    expect((await site.as(ben, 'GET', `/class-codes/${way}`)).body).toBe(never.body);
  });

  test('of one place takes one of two who come at the same moment', async () => {
    const id = await found();
    const way = await code(id, { places: 1 });
    const answers = await Promise.all([join(ben, way), join(eve, way)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
    expect((await read(id)).students).toBe(1);
  });

  test('is told to the staff alone', async () => {
    const id = await classOf(ben, eve);
    await appoint(ada, id, eve, 'assistant');
    expect((await read(id, eve)).code).not.toBeNull();
    expect((await read(id, ben)).code).toBeNull();
  });

  test('does not bring in more people than a class holds', async () => {
    const id = await found();
    await site.owner.query(
      `with people as (
         insert into person (id, name) select gen_random_uuid(), 'P' || n from generate_series(1, 1999) n
         returning id)
       insert into class_member (class_id, person_id, role) select $1, id, 'student' from people`,
      [id],
    );
    expect(refusal(await join(ben, await code(id)))).toEqual([409, 'class-full']);
  });
});

describe('the people of a class', () => {
  test('are listed for its staff: who teaches first, then by name', async () => {
    const id = await classOf(eve, ben);
    expect((await members(id)).map(({ name, role }) => [name, role])).toEqual([
      ['Ada', 'instructor'],
      ['Ben', 'student'],
      ['Eve', 'student'],
    ]);
    expect(refusal(await site.as(ben, 'GET', `/classes/${id}/members`))).toEqual([
      403,
      'not-allowed',
    ]);
  });

  test('are appointed by who instructs, and by nobody else', async () => {
    const id = await classOf(ben, eve);
    expect((await appoint(ada, id, ben, 'assistant')).statusCode).toBe(200);
    expect(refusal(await appoint(ben, id, eve, 'assistant'))).toEqual([403, 'not-allowed']);
    expect(refusal(await appoint(eve, id, eve, 'instructor'))).toEqual([403, 'not-allowed']);
    expect((await read(id, ben)).role).toBe('assistant');
  });

  test('who was removed sees it no more and comes back by no code, but by the staff', async () => {
    const id = await classOf(ben);
    const way = await code(id);
    expect((await end(ada, id, ben)).statusCode).toBe(200);
    expect((await end(ada, id, ben)).statusCode).toBe(200);
    expect((await site.as(ben, 'GET', `/classes/${id}`)).statusCode).toBe(404);
    expect((await site.as(ben, 'GET', '/classes')).json()).toEqual({ items: [], next: null });
    expect(refusal(await join(ben, way))).toEqual([403, 'not-allowed']);
    expect((await appoint(ada, id, ben, 'student')).statusCode).toBe(200);
    expect((await read(id, ben)).role).toBe('student');
  });

  test('who left comes back by a code, and is not fetched', async () => {
    const id = await classOf(ben);
    const way = await code(id);
    expect((await end(ben, id, ben)).statusCode).toBe(200);
    expect(refusal(await appoint(ada, id, ben, 'student'))).toEqual([403, 'not-allowed']);
    expect((await join(ben, way)).statusCode).toBe(200);
  });

  test('an assistant removes students and nobody else', async () => {
    const id = await classOf(ben, eve);
    await appoint(ada, id, ben, 'assistant');
    expect(refusal(await end(ben, id, ada))).toEqual([403, 'not-allowed']);
    expect((await end(ben, id, eve)).statusCode).toBe(200);
  });

  test('are never without an instructor, not even where two leave at the same moment', async () => {
    const id = await classOf(ben);
    expect(refusal(await end(ada, id, ada))).toEqual([409, 'last-instructor']);
    expect(refusal(await appoint(ada, id, ada, 'student'))).toEqual([409, 'last-instructor']);
    await appoint(ada, id, ben, 'instructor');
    const answers = await Promise.all([end(ada, id, ada), end(ben, id, ben)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  test('what somebody is counts with the next request', async () => {
    const id = await classOf(ben);
    await appoint(ada, id, ben, 'instructor');
    expect((await site.as(ben, 'PUT', `/classes/${id}`, form)).statusCode).toBe(200);
    await appoint(ada, id, ben, 'student');
    expect(refusal(await site.as(ben, 'PUT', `/classes/${id}`, form))).toEqual([
      403,
      'not-allowed',
    ]);
  });
});

describe('in the archive', () => {
  test('a class is read and left, not changed, until it is taken out again', async () => {
    const id = await classOf(ben, eve);
    expect((await archive(id, true)).json<ClassView>().archived).not.toBeNull();
    for (const answer of [
      await site.as(ada, 'PUT', `/classes/${id}`, form),
      await site.as(ada, 'POST', `/classes/${id}/code`, { days: 1, places: 1 }),
      await appoint(ada, id, ben, 'assistant'),
    ])
      expect(refusal(answer)).toEqual([409, 'class-archived']);
    expect((await read(id, ben)).abilities.leave).toBe(true);
    expect((await end(ben, id, ben)).statusCode).toBe(200);
    const since = (await archive(id, true)).json<ClassView>().archived;
    expect((await read(id)).archived).toBe(since);
    expect((await archive(id, false)).json<ClassView>().archived).toBeNull();
    expect((await site.as(ada, 'PUT', `/classes/${id}`, form)).statusCode).toBe(200);
  });
});

describe('who erases their account', () => {
  const leave = async (person: Person) => {
    const answer = await site.as(person, 'DELETE', '/account', { password, writing: 'remove' });
    expect(answer.statusCode, answer.body).toBe(200);
  };

  test('is in no class any more', async () => {
    const id = await classOf(ben);
    await leave(ben);
    expect((await members(id)).map(({ name }) => name)).toEqual(['Ada']);
    expect((await read(id)).archived).toBeNull();
  });

  test('leaves a class that nobody else instructs to be read', async () => {
    const id = await classOf(ben);
    await leave(ada);
    expect((await read(id, ben)).archived).not.toBeNull();
  });
});
