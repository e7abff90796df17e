import type { Locale } from '@glossator/contract';
import type { CaseAction } from '@glossator/domain';
import type { Db, Transact } from '../../db/client.ts';
import type { Outbox } from '../mail/service.ts';
import { beginRounds } from '../notices/gather.ts';
import { reachOf, type Reach } from './reach.ts';
import {
  decisionsDue,
  insertDecisionMail,
  lockDecided,
  lockTold,
  mailWithNotices,
  noticeDecision,
  takeDecisions,
} from './tell-statements.ts';

/** Decisions told in one transaction. */
const batch = 20;

interface Due extends Record<string, unknown> {
  readonly id: string;
  readonly annotation_id: string;
  readonly author_id: string;
}
interface Told extends Record<string, unknown> {
  readonly id: string;
  readonly action: CaseAction;
  readonly reason: string;
  readonly note: string;
  readonly author: string;
  readonly email: string;
  readonly email_key: string;
  readonly locale: Locale;
  /** Whether they have notices by mail. */
  readonly wanted: boolean;
}

async function mailDecision(db: Db, outbox: Outbox, told: Told, reach: Reach): Promise<void> {
  const { id, note, author, email, email_key: key, locale, wanted } = told;
  // Whoever reads an outbox that is never sent is not told of others' notes.
  if (!outbox.sends) return;
  if (reach === 'as-chosen' && wanted) {
    await db.rows(mailWithNotices, [author, note]);
    await beginRounds(db, [author]);
  } else if (reach === 'mail') {
    const mail = await outbox.announce(db, { kind: 'decision', to: { email, key }, locale });
    await db.rows(insertDecisionMail, [mail, id]);
  }
}

/**
 * Tells authors of decisions that nobody can take back any more; true where there may be others. Any
 * process may: each decision is told once, in the transaction that says so.
 */
export function tellDecisions(
  { transact }: { readonly transact: Transact },
  outbox: Outbox,
): Promise<boolean> {
  return transact(async (db) => {
    const due = await db.rows<Due>(decisionsDue, [batch]);
    if (due.length === 0) return false;
    await db.rows(lockTold, [due.map((each) => each.author_id)]);
    await db.rows(lockDecided, [due.map((each) => each.annotation_id)]);
    const told = await db.rows<Told>(takeDecisions, [due.map(({ id }) => id)]);
    for (const each of told) {
      const reach = reachOf(each);
      if (reach === 'nothing') continue;
      await db.rows(noticeDecision, [each.author, each.note]);
      await mailDecision(db, outbox, each, reach);
    }
    return due.length === batch && told.length > 0;
  });
}
