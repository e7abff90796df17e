import { expect, test } from 'vitest';
import { exportQuery } from './export-query.ts';

test.each([
  ['work=ncss-2016&in=&since=', 'work=ncss-2016'],
  ['tag=a,+b、c', 'tag=a&tag=b&tag=c'],
  ['by=@ada++ben', 'by=%40ada&by=ben'],
  ['layer=public&layer=notebook', 'layer=public&layer=notebook'],
  ['format=csv&refused=not-found', 'format=csv'],
])('%s', (form, query) => {
  expect(exportQuery(new URLSearchParams(form)).toString()).toBe(query);
});
