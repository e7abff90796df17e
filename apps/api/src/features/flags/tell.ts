import type { Locale } from '@glossator/contract';
import type { FlagReason, FlagState } from '@glossator/domain';
import type { ApiConfig } from '../../config.ts';
import type { Transact } from '../../db/client.ts';
import type { Outbox } from '../mail/service.ts';
import { receiptLetter } from './letter.ts';
import { mailDue, tellDue } from './statements.ts';

/** Rows of one transaction. */
const atOnce = 100;

/** Tells whoever flagged what came of it, when the decision stands; false where nothing is due. */
export const tellFlaggers = (transact: Transact): Promise<boolean> =>
  transact(async (db) => (await db.rows(tellDue, [atOnce])).length > 0);

interface Due extends Record<string, unknown> {
  readonly person_id: string;
  readonly state: FlagState;
  readonly reason: FlagReason;
  /** Null where they have left, or wish no mail by now. */
  readonly to: { readonly email: string; readonly key: string; readonly locale: Locale } | null;
}

/** One mail for everything that is due to a person: nothing a stranger typed stands in it. */
export const mailFlaggers = (
  { transact, settings }: { readonly transact: Transact; readonly settings: ApiConfig },
  outbox: Outbox,
): Promise<boolean> =>
  transact(async (db) => {
    const rows = await db.rows<Due>(mailDue, [atOnce]);
    for (const mine of Map.groupBy(rows, ({ person_id }) => person_id).values()) {
      const to = mine[0]?.to ?? null;
      if (to === null) continue;
      const count = (state: FlagState): number =>
        mine.filter((each) => each.state === state).length;
      const letter = receiptLetter(to.locale, {
        upheld: count('upheld'),
        declined: count('declined'),
        ignored: count('ignored'),
        host: settings.origin.host,
        link: `${settings.origin.origin}/account/flags`,
      });
      await outbox.put(db, { kind: 'flag-receipt', to, locale: to.locale, ...letter });
    }
    return rows.length > 0;
  });
