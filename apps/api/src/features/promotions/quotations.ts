import type { Quotation } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { nameUses, quotationsOf } from './statements.ts';

export type Quotations = ReadonlyMap<number, Quotation>;

/** What the parts of a commentary may quote by its number: what its author consents to, as it stands now. */
export async function readQuotations(db: Db, commentary: string): Promise<Quotations> {
  const rows = await db.rows<Quotation & Record<string, unknown>>(quotationsOf, [commentary]);
  return new Map(rows.map((row) => [row.n, row]));
}

/** From now on what is quoted is agreed for good. The commentary is held. */
export async function useQuotations(
  db: Db,
  { release, commentary }: { readonly release: string; readonly commentary: string },
  quoted: readonly number[],
): Promise<void> {
  if (quoted.length > 0) await db.rows(nameUses, [release, commentary, [...new Set(quoted)]]);
}
