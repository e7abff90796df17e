import { unsubscribeScopes, type UnsubscribeScope } from '@glossator/contract';
import type { Db, Transact } from '../../db/client.ts';
import { Refusal } from '../../refusal.ts';
import { makeTextSeal } from '../../sealed-text.ts';
import { rescheduleMail } from './gather.ts';
import { endAllMail, endMailOf, endSummaryMail } from './unsubscribe-statements.ts';

/** What a link ends, and whose or which. */
interface Ending {
  readonly scope: UnsubscribeScope;
  /** Of the person, or of what they follow. */
  readonly id: string;
}

/**
 * Links that end mail without signing in. They are sealed: they cannot be guessed, and say neither
 * whose they are nor what is followed.
 */
export interface UnsubscribeSeal {
  /** A page that explains, for the words of a mail. */
  readonly page: (scope: UnsubscribeScope, id: string) => string;
  /** What a mail program calls itself (RFC 8058); it ends all of a person's of its kind. */
  readonly oneClick: (personId: string, scope?: 'all' | 'summary') => string;
  readonly read: (token: string) => Ending | null;
}

export function makeUnsubscribeSeal(keys: readonly string[], origin: URL): UnsubscribeSeal {
  const seal = makeTextSeal(keys, 'unsubscribe');
  // A number for the scope: every token is of one length.
  const write = (scope: UnsubscribeScope, id: string): string =>
    seal.write(`${String(unsubscribeScopes.indexOf(scope))}${id}`);
  return {
    page: (scope, id) => `${origin.origin}/unsubscribe?token=${write(scope, id)}`,
    oneClick: (id, scope = 'all') => `${origin.origin}/api/unsubscribe?token=${write(scope, id)}`,
    read: (token) => {
      const words = seal.read(token) ?? '';
      const scope = unsubscribeScopes[Number.parseInt(words.slice(0, 1), 10)];
      return scope === undefined ? null : { scope, id: words.slice(1) };
    },
  };
}

function readEnding(seal: UnsubscribeSeal, token: string): Ending {
  const ending = seal.read(token);
  if (ending === null)
    throw new Refusal('token-unusable', 'This link was cut short, or is not of this site.');
  return ending;
}

/** Says what the link would end, of the link alone: nobody is looked up. */
export const describeEnding = (seal: UnsubscribeSeal, token: string): UnsubscribeScope =>
  readEnding(seal, token).scope;

/** Once or often, and whether or not there is anything left to end. */
export async function unsubscribe(
  transact: Transact,
  seal: UnsubscribeSeal,
  token: string,
): Promise<UnsubscribeScope> {
  const { scope, id } = readEnding(seal, token);
  await transact(async (db: Db) => {
    if (scope === 'summary') {
      await db.rows(endSummaryMail, [id]);
      return;
    }
    if (scope !== 'all') {
      await db.rows(endMailOf, [id]);
      return;
    }
    await db.rows(endAllMail, [id]);
    await rescheduleMail(db, id);
  });
  return scope;
}
