import { describe, expect, test } from 'vitest';
import {
  classAbilities,
  classRoles,
  classRules,
  memberAbilities,
  type AboutMember,
  type ClassRole,
} from '../../src/index.ts';

const may = (abilities: Readonly<Record<string, boolean>>): string[] =>
  Object.entries(abilities).flatMap(([name, has]) => (has ? [name] : []));

describe('in a class', () => {
  test.each([
    [
      'instructor',
      'taught',
      ['see-people', 'view-as', 'change', 'invite', 'archive', 'retain', 'copy', 'group', 'assign'],
    ],
    ['assistant', 'taught', ['see-people', 'view-as', 'invite', 'group']],
    ['student', 'taught', []],
    [null, 'taught', []],
    ['instructor', 'archived', ['see-people', 'view-as', 'archive', 'retain', 'copy']],
    ['assistant', 'archived', ['see-people', 'view-as']],
    ['student', 'archived', []],
    ['instructor', 'erased', ['copy']],
    ['assistant', 'erased', []],
  ] as const)('%s, %s', (role, how, expected) => {
    const about = { role, isArchived: how !== 'taught', isErased: how === 'erased' };
    expect(may(classAbilities(about))).toEqual(expected);
    expect(classRules.see(about)).toBe(role !== null);
  });
});

describe('over its people', () => {
  const about = (role: ClassRole | null, theirs: ClassRole, more: Partial<AboutMember> = {}) =>
    may(
      memberAbilities({
        role,
        isArchived: false,
        isErased: false,
        isSelf: false,
        theirs: { role: theirs, state: 'active' },
        isLastInstructor: false,
        ...more,
      }),
    );

  test('an instructor appoints and removes everybody else, and signs in a student', () => {
    for (const theirs of ['instructor', 'assistant'] as const)
      expect(about('instructor', theirs)).toEqual(['appoint', 'remove']);
    expect(about('instructor', 'student')).toEqual(['appoint', 'remove', 'sign-in']);
  });
  test('an assistant removes students and signs them in, and nobody else', () => {
    expect(about('assistant', 'student')).toEqual(['remove', 'sign-in']);
    expect(about('assistant', 'assistant')).toEqual([]);
    expect(about('assistant', 'instructor')).toEqual([]);
  });
  test('a student has nothing to say of others', () => {
    for (const theirs of classRoles) expect(about('student', theirs)).toEqual([]);
  });
  test('who is no member has nothing to say of anybody', () => {
    for (const theirs of classRoles) expect(about(null, theirs)).toEqual([]);
  });
  test('everybody leaves, but the last who instructs', () => {
    for (const role of classRoles) expect(about(role, role, { isSelf: true })).toContain('leave');
    expect(about('instructor', 'instructor', { isSelf: true, isLastInstructor: true })).toEqual([]);
  });
  test('who was removed is let in again; who left is not fetched', () => {
    const was = (state: 'left' | 'removed') =>
      about('instructor', 'student', { theirs: { role: 'student', state } });
    expect(was('removed')).toEqual(['appoint']);
    expect(was('left')).toEqual([]);
  });
  test('what is archived is left, and its people stay what they are', () => {
    expect(about('instructor', 'student', { isArchived: true })).toEqual(['remove']);
    expect(about('student', 'student', { isArchived: true, isSelf: true })).toEqual(['leave']);
  });
  test('where all was deleted nobody is left to be removed', () => {
    const gone = { isArchived: true, isErased: true };
    expect(about('instructor', 'instructor', gone)).toEqual([]);
    expect(about('instructor', 'instructor', { ...gone, isSelf: true })).toEqual(['leave']);
  });
});
