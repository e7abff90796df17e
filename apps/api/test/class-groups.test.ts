import type { ClassGroups, ClassMembers, ClassView, GroupMade } from '@glossator/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  classOf,
  password,
  refusal,
  startApp,
  startThread,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';
import { setAssignment } from './support/set-assignment.ts';

let site: TestApp;
let ada: Person;
let ben: Person;
let eve: Person;
let id: string;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
  eve = await site.addPerson({ name: 'Eve' });
  id = await classOf(site, ada, ben, eve);
});

const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object, by = ada) =>
  site.as(by, method, `/classes/${id}${path}`, body);
const make = async (name: string): Promise<string> => {
  const answer = await ask('POST', '/groups', { name });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<GroupMade>().id;
};
const move = (who: Person, group: string | null, by = ada) =>
  ask('PUT', `/members/${who.id}/group`, { group }, by);
const groups = async () =>
  (await ask('GET', '/groups'))
    .json<ClassGroups>()
    .items.map(({ name, students }) => [name, students]);
const groupOf = async (who: Person): Promise<string | null> =>
  (await ask('GET', '', undefined, who)).json<ClassView>().group;
const divide = (form: object) =>
  ask('POST', '/groups/division', {
    ...{ who: 'all', how: 'random', groups: 2, word: 'Group' },
    ...form,
  });

describe('groups by hand', () => {
  test('are made, named and ended, and listed by name for the staff', async () => {
    const b = await make('  B ');
    await make('A');
    expect(await groups()).toEqual([
      ['A', 0],
      ['B', 0],
    ]);
    expect((await ask('PUT', `/groups/${b}`, { name: '丙组' })).statusCode).toBe(200);
    expect((await ask('DELETE', `/groups/${b}`)).statusCode).toBe(200);
    expect((await ask('DELETE', `/groups/${b}`)).statusCode).toBe(404);
    expect((await ask('PUT', `/groups/${b}`, { name: 'C' })).statusCode).toBe(404);
    expect(await groups()).toEqual([['A', 0]]);
  });

  test('a student is in one at most, and moving is one act', async () => {
    const a = await make('A');
    const b = await make('B');
    expect((await move(ben, a)).statusCode).toBe(200);
    expect(await groupOf(ben)).toBe('A');
    expect((await move(ben, b)).statusCode).toBe(200);
    expect(await groups()).toEqual([
      ['A', 0],
      ['B', 1],
    ]);
    const people = (await ask('GET', '/members')).json<ClassMembers>().items;
    expect(people.map(({ name, group }) => [name, group])).toEqual([
      ['Ada', null],
      ['Ben', b],
      ['Eve', null],
    ]);
    expect((await move(ben, null)).statusCode).toBe(200);
    expect(await groupOf(ben)).toBeNull();
    const twice = site.owner.query(
      `insert into class_group_member (class_id, person_id, group_id)
       values ($1, $2, $3), ($1, $2, $4)`,
      [id, ben.id, a, b],
    );
    await expect(twice).rejects.toThrow('class_group_member_pkey');
  });

  test.each([
    ['a name that the class has', { name: 'a' }, [409, 'group-name-taken']],
    ['a name of blanks', { name: ' ' }, [400, 'text-malformed']],
    ['too long a name', { name: '组'.repeat(101) }, [400, 'text-malformed']],
  ])('%s is refused', async (_what, form, expected) => {
    await make('A');
    expect(refusal(await ask('POST', '/groups', form))).toEqual(expected);
    const b = await make('B');
    expect(refusal(await ask('PUT', `/groups/${b}`, form))).toEqual(expected);
    expect(await groups()).toHaveLength(2);
  });

  test('no more of them than there is room for', async () => {
    await site.owner.query(
      `insert into class_group (id, class_id, name)
       select gen_random_uuid(), $1, 'G' || n from generate_series(1, 200) n`,
      [id],
    );
    expect(refusal(await ask('POST', '/groups', { name: 'One more' }))).toEqual([
      409,
      'groups-too-many',
    ]);
    expect(refusal(await divide({}))).toEqual([409, 'groups-too-many']);
  });

  test('hold students of the class alone, in groups of the class', async () => {
    const a = await make('A');
    const other = await classOf(site, ada);
    const theirs = (
      await site.as(ada, 'POST', `/classes/${other}/groups`, { name: 'X' })
    ).json<GroupMade>();
    const stranger = await site.addPerson({ name: 'Stranger' });
    expect(refusal(await move(ben, theirs.id))).toEqual([422, 'group-unknown']);
    expect(refusal(await move(stranger, a))).toEqual([404, 'not-found']);
    expect(refusal(await move(ada, a))).toEqual([403, 'not-allowed']);
  });

  test('one that handed notes in stays', async () => {
    const a = await make('A');
    const task = await setAssignment(site, id, { gate: 'none', byGroups: true });
    await move(ben, a);
    await site.owner.query('select clause_layer($1, $2, $3)', [task, ben.id, ['s-1']]);
    expect(refusal(await ask('DELETE', `/groups/${a}`))).toEqual([409, 'group-in-use']);
    expect(await groups()).toEqual([['A', 1]]);
  });

  test('are for the staff: a student neither lists nor changes them', async () => {
    const a = await make('A');
    for (const answer of [
      await ask('GET', '/groups', undefined, ben),
      await ask('POST', '/groups', { name: 'B' }, ben),
      await ask('PUT', `/groups/${a}`, { name: 'B' }, ben),
      await ask('DELETE', `/groups/${a}`, undefined, ben),
      await ask(
        'POST',
        '/groups/division',
        { who: 'all', how: 'random', groups: 2, word: 'G' },
        ben,
      ),
      await move(ben, a, ben),
    ])
      expect(refusal(answer)).toEqual([403, 'not-allowed']);
  });

  test('of an archived class are read and not changed', async () => {
    const a = await make('A');
    await ask('PUT', '/archive', { archived: true });
    expect(await groups()).toEqual([['A', 0]]);
    expect(refusal(await move(ben, a))).toEqual([409, 'class-archived']);
    expect(refusal(await divide({}))).toEqual([409, 'class-archived']);
  });
});

describe('whoever is no student any more is in no group', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['left', () => ask('DELETE', `/members/${ben.id}`, undefined, ben)],
    ['was removed', () => ask('DELETE', `/members/${ben.id}`)],
    ['assists', () => ask('PUT', `/members/${ben.id}`, { role: 'assistant' })],
    [
      'erased their account',
      () => site.as(ben, 'DELETE', '/account', { password, writing: 'remove' }),
    ],
  ])('who %s', async (_what, happens) => {
    await move(ben, await make('A'));
    await happens();
    expect(await groups()).toEqual([['A', 0]]);
  });
});

describe('groups at random', () => {
  const sizes = async () => (await groups()).map(([, students]) => students);

  test('differ by one student at most, and every student is in one', async () => {
    for (const name of ['Cyd', 'Dan', 'Fay']) {
      const person = await site.addPerson({ name });
      await site.owner.query(
        `insert into class_member (class_id, person_id, role) values ($1, $2, 'student')`,
        [id, person.id],
      );
    }
    const answer = await divide({});
    expect(answer.json<ClassGroups>().items.map(({ name }) => name)).toEqual([
      'Group 1',
      'Group 2',
    ]);
    expect((await sizes()).sort()).toEqual([2, 3]);
  });

  test('take the students anew from the groups that are there, and end none of them', async () => {
    await move(ben, await make('Old'));
    await divide({ groups: 2, word: '组' });
    expect(await groups()).toEqual([
      ['Old', 0],
      ['组 1', 1],
      ['组 2', 1],
    ]);
    await divide({ groups: 1, word: '组' });
    expect(await groups()).toEqual([
      ['Old', 0],
      ['组 1', 2],
      ['组 2', 0],
    ]);
  });

  test('leave those where they are who are in one, where only the rest is dealt', async () => {
    await move(ben, await make('Old'));
    await divide({ who: 'rest', groups: 1 });
    expect(await groupOf(ben)).toBe('Old');
    expect(await groupOf(eve)).toBe('Group 1');
  });

  test('balanced ones part those who have written most', async () => {
    for (const name of ['Cyd', 'Dan']) {
      const person = await site.addPerson({ name });
      await site.owner.query(
        `insert into class_member (class_id, person_id, role) values ($1, $2, 'student')`,
        [id, person.id],
      );
    }
    const task = await setAssignment(site, id, { gate: 'none' });
    for (const [n, who] of [ben, eve].entries()) {
      const { id: thread } = await startThread(site, who, '4.3.1.2', {
        body: `Much by ${String(n)}`,
      });
      await site.owner.query(
        'update thread set layer_id = clause_layer($1, $2, $3) where id = $4',
        [task, who.id, ['s-1'], thread],
      );
    }
    for (let times = 0; times < 5; times += 1) {
      await divide({ how: 'balanced' });
      expect(await groupOf(ben)).not.toBe(await groupOf(eve));
      expect(await sizes()).toEqual([2, 2]);
    }
  });

  test('two divisions at one moment leave each student in one group', async () => {
    const answers = await Promise.all([divide({ word: 'A' }), divide({ word: 'B' })]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect((await sizes()).reduce((sum: number, each) => sum + Number(each), 0)).toBe(2);
  });
});
