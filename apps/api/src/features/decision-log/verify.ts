import type pg from 'pg';
import { isoInstant } from '../../db/instant.ts';
import { OperatorError } from '../../db/operator-error.ts';
import { connectOwner } from '../../db/owner-connection.ts';
import { checkChain, type Checked, type Head, type StoredDecision } from './check-chain.ts';

/** Rows held in memory at a time. */
const fetched = 2000;

const cursor = `
  declare decisions no scroll cursor for
  select d.seq::text, d.prev, d.hash, d.form, ${isoInstant('d.at')} as at, d.actor, d.actor_role as "actorRole",
    d.subject, d.action, d.case_id::text as "caseId", d.annotation_id::text as "annotationId",
    d.revision::text, d.work, d.address, d.before, d.after, d.reason, d.words_digest as "wordsDigest",
    d.waited::text, d.batch_id::text as "batchId", d.undoes::text, w.salt, w.words
  from decision_log d left join decision_words w using (seq)
  order by d.seq`;

async function* readChain(client: pg.Client): AsyncGenerator<StoredDecision> {
  await client.query(cursor);
  for (;;) {
    const { rows } = await client.query<StoredDecision>(
      `fetch forward ${String(fetched)} from decisions`,
    );
    yield* rows;
    if (rows.length < fetched) return;
  }
}

/** Checks the whole log as the transaction of this connection sees it. */
export const verifyWithin = (client: pg.Client, noted: Head | null): Promise<Checked> =>
  checkChain(readChain(client), noted);

/** Checks the whole log as it is at one moment, while others go on appending. */
export async function verifyLog(url: string, noted: Head | null): Promise<Checked> {
  const client = await connectOwner(url);
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query('set local search_path to public');
    const { rows } = await client.query<{ found: string | null }>(
      `select to_regclass('decision_log') as found`,
    );
    if (rows[0]?.found == null)
      throw new OperatorError(
        'This database has no decision log yet: start the program once, which brings it up to date.',
      );
    return await verifyWithin(client, noted);
  } finally {
    await client.end();
  }
}
