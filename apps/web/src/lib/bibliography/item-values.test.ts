import type { CslFields } from '@glossator/contract';
import { describe, expect, test } from 'vitest';
import { fieldsBeyond, itemOf, itemValues } from './item-values.ts';

const item: CslFields = {
  type: 'book',
  title: 'The Concept of Law',
  author: [
    { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
    { literal: 'The Society' },
  ],
  issued: { 'date-parts': [[1961], [1963]] },
  abstract: 'What it says.',
  ISBN: '1',
};

describe('a work in its form', () => {
  test('saved as it is, it is what it was', () => {
    expect(itemOf(itemValues(item), item)).toEqual(item);
  });

  test('reads in lines', () => {
    expect(itemValues(item)).toMatchObject({
      author: 'van Beethoven, Ludwig\nThe Society',
      issued: '1961/1963',
      editor: '',
    });
    expect(fieldsBeyond(item)).toEqual(['abstract', 'ISBN']);
  });

  test('what is changed is changed, and the rest stays', () => {
    const values = {
      ...itemValues(item),
      author: 'Hart, H. L. A.\n张，伟\nvan Beethoven, Ludwig\n\nKing, Martin, Jr.',
      title: '',
      issued: '1961-05-3',
    };
    const { title: _, ...rest } = item;
    expect(itemOf(values, item)).toEqual({
      ...rest,
      author: [
        { family: 'Hart', given: 'H. L. A.' },
        { family: '张', given: '伟' },
        { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
        { family: 'King', given: 'Martin', suffix: 'Jr.' },
      ],
      issued: { 'date-parts': [[1961, 5, 3]] },
    });
  });

  test.each([
    ['1961', { 'date-parts': [[1961]] }],
    ['1961-05', { 'date-parts': [[1961, 5]] }],
    ['-44', { 'date-parts': [[-44]] }],
    ['c. 1900', { literal: 'c. 1900' }],
    ['1900/1901/1902', { literal: '1900/1901/1902' }],
  ])('the date %s', (issued, expected) => {
    expect(itemOf({ ...itemValues(item), issued }, item).issued).toEqual(expected);
  });

  test('a date that is taken away is gone', () => {
    expect(itemOf({ ...itemValues(item), issued: ' ' }, item)).not.toHaveProperty('issued');
  });
});
