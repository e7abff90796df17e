import type { Locale, RetentionNotice } from '@glossator/contract';
import type { ApiConfig } from '../../config.ts';
import type { Db, Transact } from '../../db/client.ts';
import type { Outbox } from '../mail/service.ts';
import * as due from './due-statements.ts';
import { warningLetter } from './letter.ts';
import * as statements from './warn-statements.ts';

const newAtMost = 20;

export interface WarnDeps {
  readonly transact: Transact;
  readonly settings: ApiConfig;
  readonly outbox: Outbox;
}

export async function findToWarn(db: Db, except: readonly string[]): Promise<string | null> {
  const [found] = await db.rows<{ id: string }>(due.warnDue, [except]);
  return found?.id ?? null;
}

interface Told extends Record<string, unknown> {
  readonly until: string;
  /** Null where they wish no mail. */
  readonly to: { readonly email: string; readonly key: string; readonly locale: Locale } | null;
}

/** Tells those who teach a class that what it holds is deleted soon; false where that has been done. */
export const warnStaff = (
  { transact, settings: { origin }, outbox }: WarnDeps,
  id: string,
): Promise<boolean> =>
  transact(async (db) => {
    const [taken] = await db.rows<{ days: number }>(due.takeWarn, [id]);
    if (taken === undefined) return false;
    const link = `${origin.origin}/classes/${id}/settings#retention`;
    // Whoever could read mail that is never sent would learn what others teach.
    for (const { until, to } of await db.rows<Told>(statements.warnStaff, [id, taken.days]))
      if (to !== null && outbox.sends) {
        const letter = warningLetter(to.locale, { host: origin.host, link, until });
        await outbox.put(db, { kind: 'retention', to, locale: to.locale, ...letter });
      }
    return true;
  });

/** Classes that are emptied soon, for whoever has not read of it. */
export const newWarnings = (db: Db, personId: string): Promise<RetentionNotice[]> =>
  db.rows<RetentionNotice & Record<string, unknown>>(statements.unreadWarnings, [
    personId,
    newAtMost,
  ]);

export async function readWarnings(db: Db, personId: string, until: string): Promise<void> {
  await db.rows(statements.readWarnings, [personId, until]);
}
