import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { witness } from '../strategy.ts';

/*
 * An importer that knew the text it is measured on would be measured on nothing: no words of the
 * strategy nor of the page that it was copied from stand in its code.
 */

const folder = join(import.meta.dirname, '../../src/import');
const code = globSync('**/*.ts', { cwd: folder })
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n');

function runs(pieces: readonly string[], length: number, joint: string): ReadonlySet<string> {
  return new Set(
    pieces.slice(length - 1).map((_, at) => pieces.slice(at, at + length).join(joint)),
  );
}

const hanzi = (text: string): ReadonlySet<string> =>
  new Set((text.match(/\p{Script=Han}{8,}/gu) ?? []).flatMap((run) => [...runs([...run], 8, '')]));
const words = (text: string): ReadonlySet<string> =>
  runs(text.toLowerCase().match(/[\p{Script=Latin}\d']+/gu) ?? [], 5, ' ');

test('no eight hanzi of it in a row', () => {
  const known = hanzi(witness);
  expect(known.size).toBeGreaterThan(1000);
  expect([...hanzi(code)].filter((run) => known.has(run))).toEqual([]);
});

test('no five words of it in a row', () => {
  const known = words(witness);
  expect(known.size).toBeGreaterThan(1000);
  expect([...words(code)].filter((run) => known.has(run))).toEqual([]);
});
