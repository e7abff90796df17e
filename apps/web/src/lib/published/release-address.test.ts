import { expect, test } from 'vitest';
import { bookHref, partHref, readReleasePlace } from './release-address.ts';

test.each([
  ['notes', { slug: 'notes', number: undefined }],
  ['notes@1.0', { slug: 'notes', number: '1.0' }],
  ['notes@12.34', { slug: 'notes', number: '12.34' }],
  ['Notes', null],
  ['notes@', null],
  ['notes@1', null],
  ['notes@0.1', null],
  ['notes@1.00', null],
  ['notes@1.0.0', null],
  ['notes@1.0 ', null],
  ['../notes', null],
  ['', null],
])('%j is %j', (param, place) => {
  expect(readReleasePlace(param)).toEqual(place);
});

test('a part is found by its label, else by its number', () => {
  const release = { slug: 'notes', number: '1.0' };
  expect(partHref(release, { label: 'T12', n: 13 })).toBe('/c/notes@1.0/T12');
  expect(partHref(release, { label: '', n: 1 })).toBe('/c/notes@1.0/part/1');
  expect(bookHref(release)).toBe('/c/notes@1.0/book');
  expect(bookHref(release, 2)).toBe('/c/notes@1.0/book/2');
});
