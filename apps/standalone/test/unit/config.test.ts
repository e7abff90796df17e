import { describe, expect, test } from 'vitest';
import { readConfig, root } from '../../src/config.ts';

describe('what is not set', () => {
  test('is a site on this machine', () => {
    const config = readConfig({}, 1000);
    expect(config).toMatchObject({
      host: 'localhost',
      port: 3000,
      databaseUrl: null,
      dataDir: `${root}.data`,
      warnings: [],
    });
    expect(config.origin.origin).toBe('http://localhost:3000');
  });

  test('keeps its data outside closed homes for root', () => {
    expect(readConfig({}, 0).dataDir).toBe('/var/lib/glossator');
  });

  test('may be set to nothing', () => {
    expect(readConfig({ PORT: '', ORIGIN: '', DATA_DIR: '' }, 0)).toMatchObject({ port: 3000 });
  });
});

describe('refuses in one sentence', () => {
  const cases: [Record<string, string>, RegExp][] = [
    [{ PORT: '0' }, /^PORT 0 .* from 1 to 65535\.$/],
    [{ PORT: '80a' }, /^PORT 80a /],
    [{ ORIGIN: 'example.org' }, /^ORIGIN .*https/],
    [{ ORIGIN: 'https://example.org/notes' }, /^ORIGIN .*path/],
    [{ ORIGIN: 'http://192.0.2.7:3000' }, /ALLOW_HTTP=1/],
    [{ APP_DATABASE_URL: 'postgresql://x/y' }, /without DATABASE_URL/],
  ];
  test.each(cases)('%j', (env, sentence) => {
    expect(() => readConfig(env, 1000)).toThrow(sentence);
  });
});

describe('warns', () => {
  test('of an unencrypted address that was allowed', () => {
    const { warnings } = readConfig({ ORIGIN: 'http://192.0.2.7:3000', ALLOW_HTTP: '1' }, 1000);
    expect(warnings).toEqual([expect.stringContaining('not encrypted')]);
  });

  test('of working with the owner’s rights', () => {
    const { warnings } = readConfig({ DATABASE_URL: 'postgresql://x/y' }, 1000);
    expect(warnings).toEqual([expect.stringContaining('glossator_app')]);
  });
});
