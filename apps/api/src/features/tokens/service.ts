import { randomUUID } from 'node:crypto';
import {
  limits,
  type AccessTokenPage,
  type MadeAccessToken,
  type NewAccessToken,
} from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db } from '../../db/client.ts';
import { noticeOf } from '../../db/sanctions.ts';
import { hashToken, makeToken } from '../../one-time-token.ts';
import { requireMember } from '../../permission.ts';
import { notFound, Refusal, Sanctioned } from '../../refusal.ts';
import { acceptText } from '../../text-input.ts';
import {
  countTokens,
  dropAllTokens,
  dropDeadTokens,
  dropToken,
  insertToken,
  readToken,
  tokensBefore,
  type TokenRow,
} from './repository.ts';

/** So that a token that lies about is known for what it is. */
const prefix = 'glossator_';

/** Who speaks by this token; null where it was never made, or has ended. A ban refuses it. */
export async function tokenHolder(db: Db, token: string): Promise<TokenRow | null> {
  if (!token.startsWith(prefix)) return null;
  const holder = await readToken(db, hashToken(token.slice(prefix.length)));
  const ban = holder?.sanctions.find(({ kind }) => kind === 'ban');
  if (ban !== undefined) throw new Sanctioned('banned', noticeOf(ban));
  return holder;
}

export async function makeAccessToken(
  db: Db,
  actor: Actor,
  input: NewAccessToken,
): Promise<MadeAccessToken> {
  const personId = requireMember(actor);
  const name = acceptText(input.name, { field: 'The name', max: limits.nameLength }).trim();
  if ((await countTokens(db, personId)) >= limits.accessTokens)
    throw new Refusal('tokens-too-many', 'There are too many tokens; end one of them first.');
  const { token, hash } = makeToken();
  const view = await insertToken(
    db,
    { id: randomUUID(), personId, hash, name, scope: input.scope },
    input.days,
  );
  return { token: prefix + token, view };
}

export async function listAccessTokens(
  db: Db,
  actor: Actor,
  cursor: string | undefined,
  limit: number = limits.pageSize,
): Promise<AccessTokenPage> {
  const personId = requireMember(actor);
  const place = readCursor(cursor, 'instant', 'uuid');
  const before = place === null ? null : { created: place[0], id: place[1] };
  return pageOf(
    await tokensBefore(db, personId, before, limit + 1),
    limit,
    (row) => row,
    (last) => writeCursor(last.created, last.id),
  );
}

/** One's own only: another's looks like none. */
export async function endAccessToken(db: Db, actor: Actor, id: string): Promise<void> {
  if (!(await dropToken(db, id, requireMember(actor)))) throw notFound();
}

export const endAccessTokensOf = dropAllTokens;
export const tidyAccessTokens = dropDeadTokens;
