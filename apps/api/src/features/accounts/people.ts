import { limits } from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db } from '../../db/client.ts';
import { ends } from '../../db/instant.ts';
import { requireAdministrator } from '../../permission.ts';
import { dropExpiredRegistrations, registrationsAfter } from './registrations.ts';
import { peopleBefore } from './repository.ts';
import { dropExpiredTokens, issueInvitation } from './tokens.ts';

export async function listPeople(
  db: Db,
  actor: Actor,
  cursor: string | undefined,
  limit: number = limits.pageSize,
) {
  requireAdministrator(actor);
  const before = readCursor(cursor, 'uuid')?.[0] ?? ends.lastUuid;
  return pageOf(
    await peopleBefore(db, before, limit + 1),
    limit,
    ({ createdAt, ...row }) => ({ ...row, created: createdAt.toISOString() }),
    (last) => writeCursor(last.id),
  );
}

export async function listRegistrations(
  db: Db,
  actor: Actor,
  cursor: string | undefined,
  limit: number = limits.pageSize,
) {
  requireAdministrator(actor);
  const place = readCursor(cursor, 'instant', 'uuid');
  const after = place === null ? null : { created: place[0], id: place[1] };
  return pageOf(
    await registrationsAfter(db, after, limit + 1),
    limit,
    ({ expires, ...row }) => ({ ...row, expires: expires.toISOString() }),
    (last) => writeCursor(last.created, last.id),
  );
}

export async function invite(db: Db, actor: Actor, origin: URL) {
  const personId = requireAdministrator(actor);
  const { token, expires } = await issueInvitation(db, personId);
  return { url: `${origin.origin}/register?invitation=${token}`, expires: expires.toISOString() };
}

export async function tidyAccounts(db: Db): Promise<void> {
  await dropExpiredRegistrations(db);
  await dropExpiredTokens(db);
}
