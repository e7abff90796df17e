import { expect, test } from 'vitest';
import { clientAddress } from '../../src/client-address.ts';

const cases: [string, string[], string, string | undefined, string][] = [
  ['nobody is believed by default', [], '127.0.0.1', '203.0.113.9', '127.0.0.1'],
  ['a named proxy is believed', ['loopback'], '::ffff:127.0.0.1', '203.0.113.9', '203.0.113.9'],
  [
    'what the client claims before it is not',
    ['10.0.0.0/8'],
    '10.1.1.1',
    '1.1.1.1, 203.0.113.9',
    '203.0.113.9',
  ],
  ['proxies behind each other', ['10.0.0.0/8'], '10.1.1.1', '203.0.113.9, 10.2.2.2', '203.0.113.9'],
  ['nonsense is not repeated', ['loopback'], '::1', '<script>', '::1'],
  ['no header', ['loopback'], '::1', undefined, '::1'],
];

test.each(cases)('%s', (_, trust, peer, forwarded, expected) => {
  expect(clientAddress(trust)(peer, forwarded)).toBe(expected);
});

test('a name is refused', () => {
  expect(() => clientAddress(['proxy.example'])).toThrow(
    /^TRUST_PROXY proxy\.example .*10\.0\.0\.0\/8\.$/,
  );
});
