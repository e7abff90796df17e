import type { TextPublication } from '@glossator/contract';
import type { Result, ShippedWork } from '@glossator/document';
import { toShippedWork, type Correction, type ShipFailure } from '@glossator/document/import';
import { declaredWork } from '../declare.ts';
import { makeAgain } from '../make-again.ts';
import { unpacked } from '../packed.ts';

export interface ToMake {
  /** A proposal, packed, and the corrections that were made on it since. */
  readonly body: Uint8Array;
  readonly corrections: readonly Correction[];
  readonly declared: TextPublication;
  readonly slug: string;
  /** ISO date. */
  readonly released: string;
}

/** The work that a proposal makes, as it stands. */
export async function makeWork({
  body,
  corrections,
  declared,
  slug,
  released,
}: ToMake): Promise<Result<ShippedWork, ShipFailure>> {
  const proposal = makeAgain(await unpacked(Buffer.from(body)), corrections);
  return toShippedWork(proposal, declaredWork(proposal, declared, slug, released));
}
