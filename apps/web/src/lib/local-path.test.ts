import { expect, test } from 'vitest';
import { localPath } from './local-path.ts';

test.each(['/', '/t/ncss-2016/4.3.1.2?note=1#n-1', '/%5cexample.org', '/@example.org'])(
  '%j stays',
  (path) => {
    expect(localPath(path)).toBe(path);
  },
);

test.each([
  null,
  '',
  'account',
  '//example.org',
  '/\\example.org',
  '/\t/example.org',
  '/\n/example.org',
  '/..//example.org',
  '/.//example.org',
  '/%2e//example.org',
  '/a/..//example.org',
  '/..\\/example.org',
  'https://example.org',
  'javascript:alert(1)',
])('%j leads nowhere but home', (path) => {
  expect(localPath(path)).toBe('/');
});
