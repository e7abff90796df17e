import { randomUUID } from 'node:crypto';
import type { NewSanction, SanctionRecord } from '@glossator/contract';
import { expect } from 'vitest';
import type { Person, TestApp } from './app.ts';

export const sanctionForm = (input: Partial<NewSanction> = {}): NewSanction => ({
  kind: 'mute',
  work: null,
  reason: 'off-topic',
  words: 'Three notes on another subject.',
  days: 7,
  key: randomUUID(),
  ...input,
});

/** Warned, muted or banned, or the test fails with what was answered. */
export async function give(
  site: TestApp,
  giver: Person,
  person: Person,
  input: Partial<NewSanction> = {},
): Promise<SanctionRecord> {
  const answer = await site.as(
    giver,
    'POST',
    `/moderation/people/${person.id}/sanctions`,
    sanctionForm(input),
  );
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
}

/** Its end has come; the clock is the database's, so the row is set back. */
export async function endNow(site: TestApp, id: string): Promise<void> {
  await site.owner.query(
    `update sanction set given_at = now() - interval '2 days', ends_at = now() - interval '1 second'
     where id = $1`,
    [id],
  );
}
