import { describe, expect, test } from 'vitest';
import {
  planRoster,
  rosterColumn,
  rosterRole,
  type RosterClass,
  type RosterInvited,
  type RosterLine,
  type RosterMember,
} from '../../src/index.ts';

const line = (key: string, more: Partial<RosterLine> = {}): RosterLine => ({
  ...{ line: 2, email: key, key, name: key, role: null, group: null, problem: null },
  ...more,
});
const member = (more: Partial<RosterMember> = {}): RosterMember => ({
  ...{ id: 'm', role: 'student', state: 'active', group: null },
  ...more,
});
const invited = (more: Partial<RosterInvited> = {}): RosterInvited => ({
  ...{ role: 'student', group: null, state: 'waiting' },
  ...more,
});

interface Before {
  readonly members?: Readonly<Record<string, RosterMember>>;
  readonly invited?: Readonly<Record<string, RosterInvited>>;
  readonly more?: Partial<RosterClass>;
}
const plan = (lines: readonly RosterLine[], { members = {}, invited = {}, more }: Before = {}) =>
  planRoster(lines, {
    role: 'instructor',
    members: new Map(Object.entries(members)),
    invited: new Map(Object.entries(invited)),
    groups: ['A', 'B'],
    instructors: 1,
    room: { people: 10, groups: 10, invitations: 10 },
    ...more,
  });
const outcome = (lines: readonly RosterLine[], before: Before = {}) =>
  plan(lines, before).map(({ act, problem }) => act ?? problem);

describe('what becomes of somebody', () => {
  test.each<[string, RosterLine, Before, string]>([
    ['an address that the class does not know is invited', line('a'), {}, 'invite'],
    ['a member stays', line('a'), { members: { a: member() } }, 'nothing'],
    [
      'a member whose line says what they are stays',
      line('a', { role: 'student', group: 'a' }),
      { members: { a: member({ group: 'A' }) } },
      'nothing',
    ],
    [
      'a member moves',
      line('a', { group: 'B' }),
      { members: { a: member({ group: 'A' }) } },
      'change',
    ],
    [
      'a member gets a role',
      line('a', { role: 'assistant' }),
      { members: { a: member() } },
      'change',
    ],
    [
      'who was removed returns',
      line('a'),
      { members: { a: member({ state: 'removed' }) } },
      'return',
    ],
    ['who left is invited', line('a'), { members: { a: member({ state: 'left' }) } }, 'invite'],
    ['who was invited waits', line('a'), { invited: { a: invited() } }, 'wait'],
    [
      'an invitation gets a group',
      line('a', { group: 'A' }),
      { invited: { a: invited() } },
      'revise',
    ],
    [
      'who declined is not asked again',
      line('a'),
      { invited: { a: invited({ state: 'declined' }) } },
      'declined',
    ],
    ['staff is in no group', line('a', { role: 'assistant', group: 'A' }), {}, 'group-of-staff'],
    [
      'nor somebody who is staff already',
      line('a', { group: 'A' }),
      { members: { a: member({ role: 'assistant' }) } },
      'group-of-staff',
    ],
    [
      'a line that could not be read says why',
      line('', { problem: 'address-malformed' }),
      {},
      'address-malformed',
    ],
  ])('%s', (_policy, one, before, expected) => {
    expect(outcome([one], before)).toEqual([expected]);
  });

  test('a line that says nothing of role or group leaves them; a role of the staff ends the group', () => {
    const members = { a: member({ group: 'A' }) };
    expect(plan([line('a', { role: 'assistant' })], { members })[0]).toMatchObject({
      is: { role: 'student', group: 'A' },
      becomes: { role: 'assistant', group: null },
    });
    expect(plan([line('b', { group: 'c' })])[0]).toMatchObject({
      is: null,
      becomes: { role: 'student', group: 'c' },
    });
    expect(plan([line('b', { group: 'a' })])[0]?.becomes?.group).toBe('A');
  });
});

describe('lines of one address', () => {
  test.each<[string, RosterLine[], string[]]>([
    ['the same again does nothing', [line('a'), line('a')], ['invite', 'said-before']],
    [
      'a student in two groups is an error on every line',
      [line('a', { group: 'A' }), line('b'), line('a', { group: 'B' })],
      ['two-groups', 'invite', 'two-groups'],
    ],
    [
      'the same group in other letters is the same',
      [line('a', { group: 'A' }), line('a', { group: 'a' })],
      ['invite', 'said-before'],
    ],
    [
      'two roles contradict each other',
      [line('a', { role: 'student' }), line('a', { role: 'assistant' })],
      ['two-roles', 'two-roles'],
    ],
    [
      'a line with a mistake contradicts nothing',
      [line('a'), line('a', { group: 'B', problem: 'role-unknown' })],
      ['invite', 'role-unknown'],
    ],
  ])('%s', (_policy, lines, expected) => {
    expect(outcome(lines)).toEqual(expected);
  });
});

describe('what somebody may not do by a roster', () => {
  const assistant = { more: { role: 'assistant' } } as const;
  test.each<[string, RosterLine, Before, string]>([
    ['an assistant invites students', line('a'), assistant, 'invite'],
    ['and no staff', line('a', { role: 'assistant' }), assistant, 'not-yours'],
    [
      'nor lets somebody in again',
      line('a'),
      { ...assistant, members: { a: member({ state: 'removed' }) } },
      'not-yours',
    ],
    [
      'nor makes a student of who teaches',
      line('a', { role: 'student' }),
      {
        ...assistant,
        members: { a: member({ role: 'instructor' }) },
        more: { ...assistant.more, instructors: 2 },
      },
      'not-yours',
    ],
    [
      'nor changes the invitation of staff',
      line('a', { role: 'student' }),
      { ...assistant, invited: { a: invited({ role: 'instructor' }) } },
      'not-yours',
    ],
    [
      'the last instructor stays one',
      line('a', { role: 'student' }),
      { members: { a: member({ role: 'instructor' }) } },
      'last-instructor',
    ],
  ])('%s', (_policy, one, before, expected) => {
    expect(outcome([one], before)).toEqual([expected]);
  });

  test('of two instructors one may become something else, whichever line stands first', () => {
    const members = { a: member({ role: 'instructor' }), b: member({ role: 'instructor' }) };
    const lines = [line('a', { role: 'student' }), line('b', { role: 'student' })];
    expect(outcome(lines, { members, more: { instructors: 2 } })).toEqual([
      'change',
      'last-instructor',
    ]);
  });
});

test('what there is no room for is said line by line', () => {
  const room = { people: 1, groups: 1, invitations: 10 };
  expect(outcome([line('a'), line('b')], { more: { room } })).toEqual(['invite', 'class-full']);
  const letters = { ...room, people: 10, invitations: 1 };
  expect(outcome([line('a'), line('b')], { more: { room: letters } })).toEqual([
    'invite',
    'invitations-too-many',
  ]);
  const lines = ['C', 'c', 'D'].map((group, n) => line(`s${String(n)}`, { group }));
  const groups = { ...room, people: 10 };
  expect(outcome(lines, { more: { room: groups } })).toEqual([
    'invite',
    'invite',
    'groups-too-many',
  ]);
});

test.each([
  ['E-Mail', 'email'],
  ['电子邮箱', 'email'],
  ['Full name', 'name'],
  ['姓名', 'name'],
  ['身份', 'role'],
  ['小组', 'group'],
  ['Phone', null],
  ['constructor', null],
])('a column headed %s', (heading, expected) => {
  expect(rosterColumn(heading)).toBe(expected);
});

test.each([
  ['Student', 'student'],
  ['助教', 'assistant'],
  ['Teaching Assistant', 'assistant'],
  ['老师', 'instructor'],
  ['admin', null],
  ['', null],
])('the role %s', (text, expected) => {
  expect(rosterRole(text)).toBe(expected);
});
