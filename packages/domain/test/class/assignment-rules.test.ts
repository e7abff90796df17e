import { describe, expect, test } from 'vitest';
import { assignmentAbilities, assignmentRules } from '../../src/index.ts';

const helps = ['extend', 'open', 'see-board', 'grade'];

describe('over an assignment', () => {
  test.each([
    [
      'instructor',
      'published',
      ['change', 'publish', 'extend', 'open', 'see-board', 'grade', 'release'],
    ],
    ['instructor', 'a draft', ['change', 'publish', 'delete', 'see-board']],
    ['instructor', 'archived', ['see-board']],
    ['instructor', 'erased', []],
    ['assistant', 'published', helps],
    ['assistant', 'a draft', ['see-board']],
    ['assistant', 'archived', ['see-board']],
    ['student', 'published', ['take-part']],
    ['student', 'a draft', []],
    ['student', 'archived', ['take-part']],
    [null, 'published', []],
    [null, 'a draft', []],
    [null, 'archived', []],
  ] as const)('%s, %s', (role, how, expected) => {
    const about = {
      role,
      isArchived: how === 'archived' || how === 'erased',
      isErased: how === 'erased',
      isPublished: how !== 'a draft',
    };
    const has = Object.entries(assignmentAbilities(about)).flatMap(([name, may]) =>
      may ? [name] : [],
    );
    expect(has).toEqual(expected);
    const sees = role !== null && (role !== 'student' || how !== 'a draft');
    expect(assignmentRules.see(about)).toBe(sees);
  });
});
