import { describe, expect, test } from 'vitest';
import { networkOf } from '../src/plugins/rate-limits.ts';

describe('addresses that count as one', () => {
  test.each([
    ['2001:db8::1', '2001:db8::2'],
    ['2001:db8::1', '2001:db8::1234:5678:9abc:def0'],
    ['2001:db8::1', '2001:0DB8:0:0:ffff:ffff:ffff:ffff'],
    ['2a01:4f8:c0c::1', '2a01:4f8:c0c:0:1:2:3:4'],
    ['2001:db8:1:2::', '2001:db8:1:2:3:4:5:6'],
    ['::1', '::2'],
    ['fe80::1%eth0', 'fe80::2'],
    ['192.0.2.1', '::ffff:192.0.2.1'],
  ])('%s and %s', (one, other) => {
    expect(networkOf(one)).toBe(networkOf(other));
  });

  test.each([
    ['2001:db8:0:1::1', '2001:db8:0:2::1'],
    ['2001:db8::1', '2001:db9::1'],
    ['192.0.2.1', '192.0.2.2'],
    ['2001:db8:1:2::', '2001:db8:12::'],
  ])('but not %s and %s', (one, other) => {
    expect(networkOf(one)).not.toBe(networkOf(other));
  });
});
