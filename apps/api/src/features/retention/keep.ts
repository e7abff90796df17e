import { limits, type ClassRetention } from '@glossator/contract';
import { keepError, type KeepBounds, type KeepError } from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import { isDay } from '../../day.ts';
import type { Db } from '../../db/client.ts';
import { Refusal } from '../../refusal.ts';
import * as statements from './statements.ts';

interface Kept extends KeepBounds, Record<string, unknown> {
  readonly until: string | null;
  readonly ends: string | null;
  readonly version: number;
  readonly now: string;
}

export async function readKept(db: Db, classId: string): Promise<Kept> {
  const [kept] = await db.rows<Kept>(statements.keepOf, [
    classId,
    limits.keepDaysMin,
    limits.keepYears,
  ]);
  if (kept === undefined) throw new Error('a class was not found');
  return kept;
}

const sentences: Readonly<Record<KeepError, string>> = {
  'too-soon': 'Everybody is left a week to take along what is theirs; choose a later day.',
  'before-work': 'Work of the class goes on after that day; choose a later one.',
  'too-late': 'Choose a day within the next twenty years, or none.',
};

/** A day as the database has it. */
export function acceptDay(typed: string | null): string | null {
  if (typed === null) return null;
  if (!typed.startsWith('20') || !isDay(typed))
    throw new Refusal('day-malformed', 'A day is written like 2027-06-30.');
  return typed;
}

/** Sets the day, with the class held, and tells its people who did. */
export async function setKeep(
  db: Db,
  classId: string,
  personId: string,
  from: string | null,
  until: string | null,
): Promise<void> {
  await db.rows(statements.setKeep, [classId, until]);
  const kept = await readKept(db, classId);
  const wrong = kept.ends === null ? null : keepError(kept.ends, kept);
  if (wrong !== null) throw new Refusal(`keep-${wrong}`, sentences[wrong]);
  await db.rows(statements.tellKeep, [uuidv7(), classId, personId, from, until]);
}

/** Where the day now ends at another moment: it is not past for that, and no work goes on after it. */
export async function requireStillKept(db: Db, classId: string): Promise<void> {
  const kept = await readKept(db, classId);
  const wrong = kept.ends === null ? null : keepError(kept.ends, { ...kept, soonest: kept.now });
  if (wrong !== null) throw new Refusal(`keep-${wrong}`, sentences[wrong]);
}

/** After something of the class was given a time, in the same transaction. */
export async function requireWithinKeep(db: Db, classId: string): Promise<void> {
  await db.rows(statements.shareClass, [classId]);
  const { ends, last, until } = await readKept(db, classId);
  if (ends !== null && last !== null && ends < last)
    throw new Refusal(
      'after-keep',
      `The class keeps what is written in it until ${until ?? ''}; choose an earlier time, or a later day for the class.`,
    );
}

export async function retentionOf(db: Db, classId: string): Promise<ClassRetention> {
  const [{ until, ends, version }, changes] = await Promise.all([
    readKept(db, classId),
    db.rows<ClassRetention['changes'][number] & Record<string, unknown>>(statements.keepChanges, [
      classId,
    ]),
  ]);
  return { until, ends, version, changes };
}
