import type { Locale, ResultNotice } from '@glossator/contract';
import type { ApiConfig } from '../../config.ts';
import type { Db, Transact } from '../../db/client.ts';
import type { Outbox } from '../mail/service.ts';
import { resultLetter } from './letter.ts';
import { readResultNotices, resultMailDue, unreadResults } from './result-statements.ts';

/** Results of one transaction, and among the notices. */
const atOnce = 100;
const newAtMost = 20;

interface Due extends Record<string, unknown> {
  readonly person: string;
  readonly assignment: string;
  readonly class: string;
  /** Null where they wish no mail, have read it, or it was taken back. */
  readonly to: { readonly email: string; readonly key: string; readonly locale: Locale } | null;
}

/** One mail for all results that a person was told; true where there may be more. */
export const mailResults = (
  { transact, settings }: { readonly transact: Transact; readonly settings: ApiConfig },
  outbox: Outbox,
): Promise<boolean> =>
  transact(async (db) => {
    const rows = await db.rows<Due>(resultMailDue, [atOnce]);
    const wanted = rows.filter(({ to }) => to !== null);
    for (const mine of Map.groupBy(wanted, ({ person }) => person).values()) {
      const to = mine[0]?.to ?? null;
      if (to === null) continue;
      const { origin, host } = settings.origin;
      const links = mine.map(
        (each) => `${origin}/classes/${each.class}/assignments/${each.assignment}/result`,
      );
      const letter = resultLetter(to.locale, { host, links });
      await outbox.put(db, { kind: 'grade', to, locale: to.locale, ...letter });
    }
    return rows.length > 0;
  });

/** Results that somebody has not opened: they stand among their notices. */
export const newResults = (db: Db, personId: string): Promise<ResultNotice[]> =>
  db.rows<ResultNotice & Record<string, unknown>>(unreadResults, [personId, newAtMost]);

/** None of those told until then is new any more. */
export async function readResults(db: Db, personId: string, until: string): Promise<void> {
  await db.rows(readResultNotices, [personId, until]);
}
