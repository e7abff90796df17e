import type { ClassMember } from '@glossator/contract';
import { expect, test } from 'vitest';
import { peopleOf } from './people-of.ts';

const member = (
  name: string,
  handle: string,
  role: ClassMember['role'] = 'student',
  state: ClassMember['state'] = 'active',
): ClassMember => ({
  id: `id of ${handle}`,
  name,
  handle,
  role,
  state,
  group: null,
  joined: '2027-03-01T00:00:00.000Z',
  isGuest: false,
  abilities: { appoint: false, remove: false, leave: false, 'sign-in': false },
});
const all = [
  member('Ada', 'ada', 'instructor'),
  member('Émile', 'zola'),
  member('王小明', 'xiaoming'),
  member('Ben', 'ben', 'assistant', 'removed'),
  member('Eve', 'eve', 'student', 'left'),
];
const handles = (who: string) => {
  const { staff, students, gone } = peopleOf(all, who);
  return [staff, students, gone].map((part) => part.map(({ handle }) => handle).join(' '));
};

test.each([
  ['', ['ada', 'zola xiaoming', 'ben eve']],
  ['  ', ['ada', 'zola xiaoming', 'ben eve']],
  ['小明', ['', 'xiaoming', '']],
  ['@ZOL', ['', 'zola', '']],
  ['ÉM', ['', 'zola', '']],
  ['e', ['', 'zola', 'ben eve']],
  ['a', ['ada', 'zola xiaoming', '']],
  ['nobody', ['', '', '']],
])('looking for %j', (who, expected) => {
  expect(handles(who)).toEqual(expected);
});

test('all are counted, whatever is sought', () => {
  expect(peopleOf(all, 'nobody').count).toBe(5);
});
