import { describe, expect, test } from 'vitest';
import { personName, type ContributorName } from '../../src/cite/index.ts';
import {
  apaInnerName,
  apaName,
  fullName,
  gbtName,
  listed,
  turnedName,
} from '../../src/cite/names.ts';

const forms = (name: ContributorName) => [
  fullName(name),
  turnedName(name),
  apaName(name),
  apaInnerName(name),
  gbtName(name),
];

describe('one name in each form', () => {
  test.each<[string, ContributorName, readonly string[]]>([
    [
      'a given name of two halves',
      personName('Sartre', 'Jean-Paul'),
      ['Jean-Paul Sartre', 'Sartre, Jean-Paul', 'Sartre, J.-P.', 'J.-P. Sartre', 'SARTRE J P'],
    ],
    [
      'initials without spaces',
      personName('Tolkien', 'J.R.R.'),
      [
        'J.R.R. Tolkien',
        'Tolkien, J.R.R.',
        'Tolkien, J. R. R.',
        'J. R. R. Tolkien',
        'TOLKIEN J R R',
      ],
    ],
    [
      'a particle and a suffix',
      personName('Berg', 'Ann', { particle: 'van den', suffix: 'Jr.' }),
      [
        'Ann van den Berg Jr.',
        'Berg, Ann van den, Jr.',
        'van den Berg, A., Jr.',
        'A. van den Berg, Jr.',
        'VAN DEN BERG A Jr',
      ],
    ],
    [
      'hanzi are written together and never shortened',
      personName('欧阳', '修'),
      ['欧阳修', '欧阳修', '欧阳修', '欧阳修', '欧阳修'],
    ],
    [
      'kana with a middle dot',
      personName('スミス・', 'アン'),
      ['スミス・アン', 'スミス・アン', 'スミス・アン', 'スミス・アン', 'スミス・アン'],
    ],
    [
      'the family name first',
      personName('Zhang', 'Wei', { familyFirst: true }),
      ['Zhang Wei', 'Zhang Wei', 'Zhang, W.', 'W. Zhang', 'ZHANG W'],
    ],
    [
      'a letter outside the basic plane, and one that has a capital',
      personName('𐐨x', 'éva 𐐨'),
      ['éva 𐐨 𐐨x', '𐐨x, éva 𐐨', '𐐨x, É. 𐐀.', 'É. 𐐀. 𐐨x', '𐐀X É 𐐀'],
    ],
    [
      'what is no letter has no initial',
      personName('Ray', 'A & (B)'),
      ['A & (B) Ray', 'Ray, A & (B)', 'Ray, A.', 'A. Ray', 'RAY A'],
    ],
    ['a family name alone', personName('Plato', ''), ['Plato', 'Plato', 'Plato', 'Plato', 'PLATO']],
    [
      'one name',
      { kind: 'literal', text: 'Voltaire' },
      ['Voltaire', 'Voltaire', 'Voltaire', 'Voltaire', 'Voltaire'],
    ],
    [
      'a group, whose article is capitalised at the head of a list',
      { kind: 'group', text: 'the editors' },
      ['the editors', 'The editors', 'the editors', 'the editors', 'The editors'],
    ],
  ])('%s', (_, name, expected) => {
    expect(forms(name)).toEqual(expected);
  });
});

test.each<[string, string, string, string]>([
  ['A', 'A', 'A', 'A'],
  ['A B', 'A & B', 'A & B', 'A, & B'],
  ['A B C', 'A, B & C', 'A, B, & C', 'A, B, & C'],
])('a list of %s', (names, none, serial, both) => {
  const list = names.split(' ');
  expect(listed(list, { and: '&' })).toBe(none);
  expect(listed(list, { and: '&', serialComma: true })).toBe(serial);
  expect(listed(list, { and: '&', serialComma: true, twoComma: true })).toBe(both);
});
