import type { Db } from '../../db/client.ts';
import { siteContact } from '../site/service.ts';
import type { SanctionDeps } from './deps.ts';
import { givenLetter, liftedLetter, upheldLetter, type SanctionFacts } from './letter.ts';
import type { JudgedRow, SanctionRow } from './repository.ts';

/* Mails, written in the transaction of what they tell. */

function factsOf(deps: SanctionDeps, person: JudgedRow, row: SanctionRow): SanctionFacts {
  const { kind, reason, words, until, titles } = row;
  const work =
    titles === null
      ? null
      : (titles[person.locale] ?? titles['en'] ?? Object.values(titles)[0] ?? row.work);
  return { kind, reason, words, until, work, host: deps.settings.origin.host };
}

const addressed = ({ email, key, locale }: JudgedRow) => ({ to: { email, key }, locale });

export async function tellGiven(
  deps: SanctionDeps,
  db: Db,
  person: JudgedRow,
  row: SanctionRow,
  token: string,
): Promise<void> {
  const letter = givenLetter(person.locale, {
    ...factsOf(deps, person, row),
    zone: person.zone,
    link: `${deps.settings.origin.origin}/objection?token=${token}`,
    contact: await siteContact(db),
  });
  await deps.outbox.put(db, { kind: 'sanction-given', ...addressed(person), ...letter });
}

export async function tellLifted(
  deps: SanctionDeps,
  db: Db,
  person: JudgedRow,
  row: SanctionRow,
  answer: string,
): Promise<void> {
  const letter = liftedLetter(person.locale, { ...factsOf(deps, person, row), answer });
  await deps.outbox.put(db, { kind: 'sanction-lifted', ...addressed(person), ...letter });
}

export async function tellUpheld(
  deps: SanctionDeps,
  db: Db,
  person: JudgedRow,
  row: SanctionRow,
  answer: string,
): Promise<void> {
  const letter = upheldLetter(person.locale, { ...factsOf(deps, person, row), answer });
  await deps.outbox.put(db, { kind: 'objection-decided', ...addressed(person), ...letter });
}
