import { and, count, desc, eq, gt, lt, sql } from 'drizzle-orm';
import type { TokenScope } from '@glossator/contract';
import type { Actor } from '@glossator/domain';
import type { Db, Statement } from '../../db/client.ts';
import { ends, isoInstant } from '../../db/instant.ts';
import { restraintsOf, sanctionsOfSql, type OpenSanction } from '../../db/sanctions.ts';
import { accessToken } from '../../db/schema.ts';
import { layersOutsideSql } from '../../db/visibility.ts';

/** Whom a token speaks for. */
export interface TokenRow {
  readonly id: string;
  readonly scope: TokenScope;
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly handle: string;
    /** Empty: a program is not told it. */
    readonly email: '';
    readonly locale: 'en' | 'zh-Hans';
  };
  /** The same as the rules know them. */
  readonly actor: Actor;
  /** A ban among them: whoever holds the token is told. */
  readonly sanctions: readonly OpenSanction[];
  readonly layers: readonly number[];
  /** Those of the works that are not public which are the person's own. */
  readonly works: readonly number[];
  /** True when its use today is not written down yet. */
  readonly stale: boolean;
}

// A token has none of its person's roles, and comes into no class: what it sees is what a member sees.
export const readTokenStatement: Statement = {
  name: 'token-read',
  text: `
    select k.id, k.scope, p.id as person_id, p.name, p.handle, c.locale,
      ${sanctionsOfSql('p.id')} as sanctions,
      ${layersOutsideSql({ person: 'p.id', roles: 'array[]::text[]' })} as layers,
      array(select w.id from work w where w.owner_id = p.id and w.standing in ('private', 'offered')) as works,
      k.used_on is distinct from current_date as stale
    from access_token k
    join person p on p.id = k.person_id and p.state = 'active'
    join account c on c.person_id = p.id
    where k.hash = $1 and k.expires_at > now()`,
};

interface RawToken {
  id: string;
  scope: TokenScope;
  person_id: string;
  name: string;
  handle: string;
  locale: 'en' | 'zh-Hans';
  sanctions: OpenSanction[];
  layers: number[];
  works: number[];
  stale: boolean;
}

export async function readToken(db: Db, hash: Buffer): Promise<TokenRow | null> {
  const [row] = await db.rows<RawToken & Record<string, unknown>>(readTokenStatement, [hash]);
  if (row === undefined) return null;
  const { id, scope, person_id, name, handle, locale, sanctions, layers, works, stale } = row;
  return {
    id,
    scope,
    person: { id: person_id, name, handle, email: '', locale },
    actor: { personId: person_id, roles: [], ...restraintsOf(sanctions) },
    ...{ sanctions, layers, works, stale },
  };
}

export async function touchToken(db: Db, id: string): Promise<void> {
  await db.orm
    .update(accessToken)
    .set({ usedOn: sql`current_date` })
    .where(eq(accessToken.id, id));
}

const columns = {
  id: accessToken.id,
  name: accessToken.name,
  scope: accessToken.scope,
  created: sql<string>`${sql.raw(isoInstant('created_at'))}`,
  expires: sql<string>`${sql.raw(isoInstant('expires_at'))}`,
  used: accessToken.usedOn,
};

export async function insertToken(
  db: Db,
  row: {
    readonly id: string;
    readonly personId: string;
    readonly hash: Buffer;
    readonly name: string;
    readonly scope: TokenScope;
  },
  days: number,
) {
  const [made] = await db.orm
    .insert(accessToken)
    .values({ ...row, expiresAt: sql`now() + make_interval(days => ${days})` })
    .returning(columns);
  if (made === undefined) throw new Error('a token was not stored');
  return made;
}

export async function countTokens(db: Db, personId: string): Promise<number> {
  const rows = await db.orm
    .select({ n: count() })
    .from(accessToken)
    .where(eq(accessToken.personId, personId));
  return rows[0]?.n ?? 0;
}

// Index access_token_person (person_id, created_at, id), read backwards.
export function tokensBefore(
  db: Db,
  personId: string,
  place: { readonly created: string; readonly id: string } | null,
  limit: number,
) {
  return db.orm
    .select(columns)
    .from(accessToken)
    .where(
      and(
        eq(accessToken.personId, personId),
        gt(accessToken.expiresAt, sql`now()`),
        sql`(${accessToken.createdAt}, ${accessToken.id}) < (${place?.created ?? ends.lastInstant}::timestamptz, ${place?.id ?? ends.lastUuid}::uuid)`,
      ),
    )
    .orderBy(desc(accessToken.createdAt), desc(accessToken.id))
    .limit(limit);
}

/** False where the person has no such token. */
export async function dropToken(db: Db, id: string, personId: string): Promise<boolean> {
  const rows = await db.orm
    .delete(accessToken)
    .where(and(eq(accessToken.id, id), eq(accessToken.personId, personId)))
    .returning({ id: accessToken.id });
  return rows.length > 0;
}

export async function dropAllTokens(db: Db, personId: string): Promise<void> {
  await db.orm.delete(accessToken).where(eq(accessToken.personId, personId));
}

export async function dropDeadTokens(db: Db): Promise<void> {
  await db.orm.delete(accessToken).where(lt(accessToken.expiresAt, sql`now()`));
}
