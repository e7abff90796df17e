import { expect, test } from 'vitest';
import { noteFilter } from './note-filter.ts';

const filter = (query: string): string => noteFilter(new URLSearchParams(query)).toString();

test.each([
  ['', ''],
  ['kind=question&kind=answer&layer=public', 'layer=public&kind=question&kind=answer'],
  ['kind=question&kind=question', 'kind=question'],
  ['kind=&tag=+&by=', ''],
  ['kind=nonsense&layer=nowhere&is=maybe', ''],
  ['tag=%E4%B8%BB%E6%9D%83&by=ada', 'tag=%E4%B8%BB%E6%9D%83&by=ada'],
  ['since=2026-01-31&until=yesterday', 'since=2026-01-31'],
  ['since=2026-13-01', ''],
  ['is=open&is=resolved', 'is=open'],
  ['cursor=abc&note=1&view=zh', ''],
])('%s asks for %s', (query, expected) => {
  expect(filter(query)).toBe(expected);
});

test('what is too long or too much asks for nothing more', () => {
  expect(filter(`tag=${'x'.repeat(201)}`)).toBe('');
  const many = Array.from({ length: 30 }, (_, n) => `tag=t${String(n)}`).join('&');
  expect(noteFilter(new URLSearchParams(many)).getAll('tag')).toHaveLength(10);
});
