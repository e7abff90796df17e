import { describe, expect, it } from 'vitest';
import { newFormKey } from './form-key.ts';
import { localPath } from './local-path.ts';
import { asLastPlace } from './preferences/last-place.ts';
import { joinRange } from './reader/join-range.ts';
import { headedAddress } from './reader/outline.ts';
import { readWorkPlace, seenVersions, workHref } from './reader/reader-address.ts';

describe('a return path', () => {
  it.each([
    ['/t/ncss-2016/4.3?x=1#n-1', '/t/ncss-2016/4.3?x=1#n-1'],
    ['//evil.example/', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['https://evil.example/', '/'],
    ['javascript:alert(1)', '/'],
    ['', '/'],
    [null, '/'],
  ])('%j leads to %j', (given, expected) => {
    expect(localPath(given)).toBe(expected);
  });
});

describe('a range from two clauses', () => {
  it.each([
    ['4.3.1.1', '4.3.1.3', '4.3.1.1-4.3.1.3'],
    ['4.3.1.3', '4.3.1.1', '4.3.1.1-4.3.1.3'],
    ['4.3.1.1', '4.3.1.1', '4.3.1.1'],
    ['4.3.1.1-4.3.1.2', '4.3.1.4', '4.3.1.1-4.3.1.4'],
    ['4.3.1.2-4.3.1.3', '4.3.1.1', '4.3.1.1-4.3.1.3'],
  ])('%s and %s give %s', (address, other, expected) => {
    expect(joinRange(address, other)).toBe(expected);
  });
});

it.each([
  ['4.3.0', '4.3'],
  ['4.0.0', '4'],
  ['0.0.0', ''],
  ['10.2.0', '10.2'],
])('the heading %s stands over %s', (path, expected) => {
  expect(headedAddress(path)).toBe(expected);
});

it('reads and writes pinned works', () => {
  const place = { slug: 'ncss-2016', pins: 'zh-cac:1.0.0,en-creemers:1.0.0' };
  expect(readWorkPlace('ncss-2016@zh-cac:1.0.0,en-creemers:1.0.0')).toEqual(place);
  expect(workHref(place)).toBe('/t/ncss-2016@zh-cac:1.0.0,en-creemers:1.0.0');
  expect(workHref(readWorkPlace('ncss-2016'))).toBe('/t/ncss-2016');
});

it('names the versions whose words were shown', () => {
  const zh = { id: 'zh', version: '1.0.0', withheld: false };
  const en = { id: 'en', version: '2.0.0', withheld: true };
  expect(seenVersions([zh, en])).toEqual(['zh:1.0.0']);
  expect(seenVersions([en])).toEqual(['en:2.0.0']);
});

it('makes form keys that are version 4 UUIDs, each its own', () => {
  const keys = new Set(Array.from({ length: 50 }, newFormKey));
  expect(keys.size).toBe(50);
  for (const key of keys) {
    expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
});

it.each([
  ['ncss-2016/4.3.1.2', { slug: 'ncss-2016', address: '4.3.1.2' }],
  ['ncss-2016/<script>', null],
  ['', null],
  [undefined, null],
])('the last place %j is %j', (cookie, expected) => {
  expect(asLastPlace(cookie)).toEqual(expected);
});
