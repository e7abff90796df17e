import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const src = new URL('../src/', import.meta.url);
/** A prepared statement's name stands right before its text. */
const named = /name: '([^']+)',\s*text:/g;

test('no two statements have one name: a connection would take the one for the other', () => {
  const names = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(new URL(file, src), 'utf8').matchAll(named)])
    .map(([, name]) => name ?? '');
  expect(names.length).toBeGreaterThan(200);
  expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
});
