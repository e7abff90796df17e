import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { buildWork } from '../build/build-work.ts';
import { ncss2016 } from '../build/ncss-2016/index.ts';
import { mintUid, versionDigest, type Alias, type ByPath, type StoredId } from '../src/index.ts';
import { readLayer, shipped, witness, WORK_FOLDER } from './strategy.ts';

const frozen = {
  ids: readLayer('ids.json') as ByPath<StoredId>,
  aliases: readLayer('aliases.json') as readonly Alias[],
};
const built = buildWork(ncss2016, witness, frozen);

test('the build reproduces every committed file byte for byte, and there is no other', () => {
  const committed = readdirSync(WORK_FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .toSorted();
  expect([...built.keys()].toSorted()).toEqual(committed);
  for (const [name, content] of built) {
    const bytes = readFileSync(join(WORK_FOLDER, name));
    expect(Buffer.from(content, 'utf8').equals(bytes), name).toBe(true);
  }
});

test('every layer is JSON that reads back as what it was written from', () => {
  for (const [name, content] of built) {
    expect(content.endsWith('\n') && !content.endsWith('\n\n'), name).toBe(true);
    expect(JSON.parse(content), name).toEqual(readLayer(name));
  }
});

test('a build from nothing mints the uids that are frozen', () => {
  const first = buildWork(ncss2016, witness, { ids: {}, aliases: [] });
  expect(first.get('ids.json')).toBe(built.get('ids.json'));
});

test('uids are eight characters of Crockford base32, none twice', () => {
  const uids = Object.values(frozen.ids).map(({ uid }) => uid);
  expect(new Set(uids).size).toBe(220);
  for (const uid of uids) expect(uid).toMatch(/^s-[0-9a-hjkmnp-tv-z]{8}$/u);
});

test('a collision appends |1, |2 to what is hashed', () => {
  const key = shipped.work.key;
  const plain = mintUid(key, '4.3.1.2', new Set());
  const second = mintUid(key, '4.3.1.2|1', new Set());
  expect(mintUid(key, '4.3.1.2', new Set([plain]))).toBe(second);
  expect(mintUid(key, '4.3.1.2', new Set([plain, second]))).toBe(
    mintUid(key, '4.3.1.2|2', new Set()),
  );
});

test('a frozen uid is never changed nor dropped', () => {
  const ids = { ...frozen.ids, '4.3.1.2': { uid: 's-00000000', kind: 'sentence' } } as const;
  const again = buildWork(ncss2016, witness, { ids, aliases: [] });
  expect(JSON.parse(again.get('ids.json') ?? '{}')).toHaveProperty(
    ['4.3.1.2', 'uid'],
    's-00000000',
  );
  const gone = { ...frozen.ids, '4.3.1.9': { uid: 's-00000000', kind: 'sentence' } } as const;
  expect(() => buildWork(ncss2016, witness, { ids: gone, aliases: [] })).toThrow(/frozen/u);
  const alias = { path: '4.3.1.9', uid: 's-00000000', successors: [], reason: 'spurious' } as const;
  expect(() => buildWork(ncss2016, witness, { ids: gone, aliases: [alias] })).not.toThrow();
});

test('another witness is refused', () => {
  expect(() => buildWork(ncss2016, `${witness} `, frozen)).toThrow(/witness/u);
});

test('a version’s hash is over its layers', () => {
  for (const { edition, sha256 } of shipped.versions) {
    const layers: (readonly [string, string])[] = ['text', 'limbs', 'apparatus', 'spans'].map(
      (name) => [name, built.get(`editions/${edition.id}/${name}.json`) ?? ''],
    );
    const labels = readLayer('labels.json') as Record<string, Record<string, string>>;
    const rows = Object.entries(labels[edition.id] ?? {}).map(
      ([path, label]) => `  ${JSON.stringify(path)}: ${JSON.stringify(label)}`,
    );
    const all = Object.fromEntries<string>([...layers, ['labels', `{\n${rows.join(',\n')}\n}\n`]]);
    expect(versionDigest(all)).toBe(sha256);
    expect(versionDigest({ ...all, text: `${all['text'] ?? ''} ` })).not.toBe(sha256);
  }
});
