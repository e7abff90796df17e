import { createHash } from 'node:crypto';
import { shippedWorks } from '@glossator/document/seed';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { loadWorks } from '../src/db/load-works.ts';
import { freshDatabase } from './support/index.ts';

const tables = ['witness', 'witness_span', 'witness_remainder', 'witness_operation'];

async function owned(): Promise<pg.Client> {
  const { ownerUrl } = await freshDatabase();
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

async function counts(client: pg.Client): Promise<number[]> {
  const { rows } = await client.query<{ n: number }>(
    tables.map((table) => `select count(*)::integer as n from ${table}`).join(' union all '),
  );
  return rows.map(({ n }) => n);
}

test('a start stores the copy as it is, and once', async () => {
  const client = await owned();
  const { rows } = await client.query<{ body: string; sha256: string; lines: number }>(
    'select body, sha256, lines from witness',
  );
  expect(rows).toHaveLength(1);
  for (const { body, sha256, lines } of rows) {
    expect(createHash('sha256').update(body).digest('hex')).toBe(sha256);
    expect(body.split('\n')).toHaveLength(lines);
  }
  const before = await counts(client);
  expect(before).toEqual([1, 265, 363, 30]);
  await loadWorks(client, shippedWorks, () => undefined);
  expect(await counts(client)).toEqual(before);
});

test('a database that had the texts before there were copies gets them at the next start', async () => {
  const client = await owned();
  const before = await counts(client);
  await client.query(`truncate ${tables.join(', ')}`);
  await loadWorks(client, shippedWorks, () => undefined);
  expect(await counts(client)).toEqual(before);
});

test('a version that has other bytes here is given no place in the copy', async () => {
  const client = await owned();
  await client.query(`truncate ${tables.join(', ')}`);
  await client.query(
    "update edition_version set sha256 = repeat('0', 64) where edition_id = 'en-creemers'",
  );
  await loadWorks(client, shippedWorks, () => undefined);
  const { rows } = await client.query<{ edition: string; spans: number }>(
    `select v.edition_id as edition, count(*)::integer as spans
     from witness_span s join edition_version v on v.id = s.version_id group by 1`,
  );
  expect(rows).toEqual([{ edition: 'zh-cac', spans: 141 }]);
});
