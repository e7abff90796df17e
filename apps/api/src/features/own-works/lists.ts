import {
  limits,
  type EditedWork,
  type OwnWorkItem,
  type editedStandings,
} from '@glossator/contract';
import { isTextEditor, type Actor } from '@glossator/domain';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db, Statement } from '../../db/client.ts';
import { ends } from '../../db/instant.ts';
import { requireMember } from '../../permission.ts';
import { Refusal } from '../../refusal.ts';
import { worksAssented, worksOffered, worksOwned, worksWithdrawn } from './statements.ts';

const lastNumber = 2 ** 31 - 1;

/** One's own texts, the newest first. */
export async function listOwn(
  { db }: { readonly db: Db },
  actor: Actor,
  cursor: string | undefined,
  limit: number = limits.pageSize,
) {
  const personId = requireMember(actor);
  const place = readCursor(cursor, 'instant', 'number') ?? [ends.lastInstant, lastNumber];
  return pageOf(
    await db.rows<OwnWorkItem & { id: number }>(worksOwned, [personId, ...place, limit + 1]),
    limit,
    ({ id: _id, ...item }): OwnWorkItem => item,
    ({ brought, id }) => writeCursor(brought, id),
  );
}

const lists: Readonly<
  Record<(typeof editedStandings)[number], readonly [Statement, string, number]>
> = {
  offered: [worksOffered, ends.firstInstant, 0],
  public: [worksAssented, ends.lastInstant, lastNumber],
  withdrawn: [worksWithdrawn, ends.lastInstant, lastNumber],
};

/** The texts that text editors have to do with, by where they stand. */
export async function listEdited(
  { db }: { readonly db: Db },
  actor: Actor,
  standing: keyof typeof lists,
  cursor: string | undefined,
  limit: number = limits.pageSize,
) {
  const personId = requireMember(actor);
  if (!isTextEditor(actor)) throw new Refusal('not-allowed', 'This is for text editors.');
  const [statement, ...first] = lists[standing];
  const place = readCursor(cursor, 'instant', 'number') ?? first;
  type Row = Omit<EditedWork, 'isOwn'> & { id: number; owner_id: string | null };
  return pageOf(
    await db.rows<Row>(statement, [...place, limit + 1]),
    limit,
    ({ id: _id, owner_id: ownerId, ...item }): EditedWork => ({
      ...item,
      isOwn: ownerId === personId,
    }),
    ({ since, id }) => writeCursor(since, id),
  );
}
