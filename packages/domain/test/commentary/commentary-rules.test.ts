import { describe, expect, test } from 'vitest';
import { authorAbilities, commentaryAbilities, commentaryRules } from '../../src/index.ts';

const names = (abilities: Readonly<Record<string, boolean>>): string[] =>
  Object.entries(abilities).flatMap(([name, may]) => (may ? [name] : []));

describe('in a commentary', () => {
  test.each([
    ['lead', 'at work', ['write', 'staff', 'remove'], true, true],
    ['lead', 'removed', ['remove'], true, true],
    ['author', 'at work', ['write'], true, true],
    ['author', 'removed', [], true, true],
    ['author', 'invited', [], true, false],
    [null, 'at work', [], false, false],
    [null, 'removed', [], false, false],
  ] as const)('%s, %s', (role, how, expected, hears, sees) => {
    const about = { role, isInvited: how === 'invited', isRemoved: how === 'removed' };
    expect(names(commentaryAbilities(about))).toEqual(expected);
    expect(commentaryRules.hear(about)).toBe(hears);
    expect(commentaryRules.see(about)).toBe(sees);
  });
});

describe('over an author', () => {
  const lead = { role: 'lead', isInvited: false, isRemoved: false, isSelf: false } as const;
  const author = { ...lead, role: 'author' } as const;
  const other = { role: 'author', state: 'active' } as const;
  test.each([
    ['a lead over an author', { ...lead, theirs: other }, ['appoint', 'remove']],
    [
      'a lead over an invitation',
      { ...lead, theirs: { role: 'author', state: 'invited' } as const },
      ['remove'],
    ],
    [
      'a lead over who has left',
      { ...lead, theirs: { role: 'author', state: 'left' } as const },
      [],
    ],
    [
      'a lead over themselves, not the last',
      { ...lead, isSelf: true, theirs: { role: 'lead', state: 'active' } as const },
      ['appoint', 'leave'],
    ],
    ['an author over another', { ...author, theirs: other }, []],
    ['an author over themselves', { ...author, isSelf: true, theirs: other }, ['leave']],
    [
      'whoever is invited over themselves',
      {
        ...author,
        isInvited: true,
        isSelf: true,
        theirs: { role: 'author', state: 'invited' } as const,
      },
      ['leave'],
    ],
    ['a lead, in one that was removed', { ...lead, isRemoved: true, theirs: other }, []],
  ] as const)('%s', (_, about, expected) => {
    expect(names(authorAbilities({ ...about, isLastLead: false }))).toEqual(expected);
  });

  test('the last lead neither goes nor is made an author', () => {
    const theirs = { role: 'lead', state: 'active' } as const;
    expect(names(authorAbilities({ ...lead, isSelf: true, theirs, isLastLead: true }))).toEqual([]);
  });
});
