import { expect, test } from 'vitest';
import { suggestSlug } from './suggest-slug.ts';

test.each([
  ['The Cybersecurity Law: a Commentary', 'the-cybersecurity-law-a-commentary'],
  ['  Código Civil – Artículo 1.º ', 'codigo-civil-articulo-1-o'],
  ['China’s law', 'chinas-law'],
  ['网络安全法评注', ''],
  [`${'a'.repeat(63)} b`, 'a'.repeat(63)],
])('%j suggests %j', (title, slug) => {
  expect(suggestSlug(title)).toBe(slug);
});
