import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { workJson } from '@glossator/document/export';
import { shippedWorks } from '@glossator/document/seed';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Misuse } from '../../src/verify-quote/misuse.ts';
import { verifyQuote } from '../../src/verify-quote/run.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'verify-quote-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const run = (input: string, ...args: readonly string[]) =>
  verifyQuote({ args, folder, readInput: () => input });

test('from the layers that come with the program, the version that is named and the one after it', () => {
  const { text, code } = run(
    'deepen international cooperation’s in areas such as policies and laws\n/t/ncss-2016@en-creemers:1.0.0/4.9.2.1\n',
  );
  expect(code).toBe(0);
  expect(text).toContain('Yes, letter by letter.');
  expect(text).toContain('Yes: 4.9.2.1.');
  expect(text).toContain('Yes: en-creemers 1.0.0.');
  expect(text).toContain('Not in en-creemers 1.0.1');
  expect(text).toMatch(/4\.9\.2\.1, version 1\.0\.1 of/);
});

test('what is not verbatim ends with 1, and says which words', () => {
  const { text, code } = run('two wings of one bird, two wheels of one cart.');
  expect(code).toBe(1);
  expect(text).toContain('[-bird-]');
  expect(text).toContain('{+body+}');
  expect(run('Nothing of the kind is written anywhere in it.').code).toBe(1);
});

test('from an exported file, whose digests are computed anew', () => {
  const [shipped] = shippedWorks;
  if (shipped === undefined) throw new Error('nothing is shipped');
  const told = workJson({ shipped, origin: 'https://notes.example.org', at: '' });
  const file = path.join(folder, 'work.json');
  writeFileSync(file, told);
  const quotation = path.join(folder, 'quotation.txt');
  writeFileSync(quotation, '沒有網絡安全就沒有國家安全\r\n');
  const { text, code } = run('', '--work', 'work.json', 'quotation.txt');
  expect(code).toBe(0);
  expect(text).toContain('traditional and simplified characters');
  expect(text).toContain('/t/ncss-2016@zh-cac:1.0.0/3.4.1.1 (3.4.1.1 0–13)');
  const altered = path.join(folder, 'altered.json');
  writeFileSync(altered, readFileSync(file, 'utf8').replaceAll('没有网络安全', '没有信息安全'));
  expect(run('没有网络安全就没有国家安全', '--work', altered).code).toBe(1);
});

test.each([
  [[''], /two letters/],
  [['x'.repeat(20_001)], /20,000/],
  [['words', 'one', 'two'], /one file/],
  [['words', '--wrok', 'x'], /verify-quote/],
  [['words', 'no-such-file'], /There is no/],
  [['words', '--work', 'no-such-work'], /There is no/],
  [['words', '--work', '.'], /layers of a work/],
])('misuse: %j', ([input = '', ...args], sentence) => {
  expect(() => run(input, ...args)).toThrow(Misuse);
  expect(() => run(input, ...args)).toThrow(sentence);
});
