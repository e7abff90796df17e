import type { TokenScope } from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { actorValues } from '../../db/visibility.ts';
import { unreadNotices } from './statements.ts';

interface Reader {
  readonly actor: Actor;
  readonly layers: readonly number[];
  /** Of a token: a program is told of no notices. */
  readonly scope?: TokenScope;
}

/** No more are counted. */
const mostCounted = 100;

export const asReader = ({ actor, layers }: Reader): readonly unknown[] => [
  ...actorValues(actor),
  layers,
];

/** How many wait to be read; nothing waits for a visitor or a program. */
export async function countUnread(db: Db, reader: Reader): Promise<number> {
  if (reader.actor.personId === null || reader.scope !== undefined) return 0;
  const values = [...asReader(reader), mostCounted];
  const [row] = await db.rows<{ unread: number }>(unreadNotices, values);
  return row?.unread ?? 0;
}
