import type { PersonCompletions } from '@glossator/contract';
import { handleKey } from '@glossator/domain';
import type { Db, Statement } from '../../db/client.ts';
import { Refusal } from '../../refusal.ts';
import { keyOf } from './identity.ts';

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly email_key: string;
  readonly locale: 'en' | 'zh-Hans';
}

const columns = 'p.id, p.name, c.email, c.email_key, c.locale';
const source = `person p join account c on c.person_id = p.id where p.state = 'active'`;

// The row of the person is held, so that they cannot be erased half-way. Index person_handle.
export const memberByHandle: Statement = {
  name: 'member-by-handle',
  text: `
    select ${columns} from ${source} and lower(p.handle) collate "C" = $1 for key share of p`,
};

/** $1 key of the address. Unique (email_key). */
export const memberByAddress: Statement = {
  name: 'member-by-address',
  text: `select ${columns} from ${source} and c.email_key = $1 for key share of p`,
};

/** Who has an account by this handle or address. For administrators: others may not learn it. */
export async function requireMemberNamed(db: Db, who: string): Promise<Member> {
  const typed = who.trim().replace(/^@/u, '');
  const [member] = typed.includes('@')
    ? await db.rows<Member & Record<string, unknown>>(memberByAddress, [keyOf(typed)])
    : await db.rows<Member & Record<string, unknown>>(memberByHandle, [handleKey(typed)]);
  if (member === undefined)
    throw new Refusal('person-unknown', 'Nobody has an account by this handle or address.');
  return member;
}

/** $1 id. */
export const memberById: Statement = {
  name: 'member-by-id',
  text: `select ${columns} from ${source} and p.id = $1`,
};

export async function memberOf(db: Db, id: string): Promise<Member | null> {
  const [member] = await db.rows<Member & Record<string, unknown>>(memberById, [id]);
  return member ?? null;
}

/** $1 beginning of the key, $2 how many. Index person_handle, in its order. */
export const membersNamed: Statement = {
  name: 'members-named',
  text: `
    select p.name, p.handle from ${source}
      and lower(p.handle) collate "C" >= $1 and lower(p.handle) collate "C" < $1 || U&'\\+10FFFF'
    order by lower(p.handle) collate "C" limit $2`,
};

/** People with an account by the beginning of their handle. For administrators. */
export const completeMember = (
  db: Db,
  q: string,
  limit: number,
): Promise<PersonCompletions['people']> =>
  db.rows(membersNamed, [handleKey(q.trim().replace(/^@/u, '')), limit]);
