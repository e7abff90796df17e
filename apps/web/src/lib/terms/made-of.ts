import type { TermLedgerView } from '@glossator/contract';
import { m } from '#lib/paraglide/messages.js';

type Sides = Pick<TermLedgerView, 'source' | 'target'>;

/** Whether the ledger was made of other versions than those that are read now. */
export const isFollowed = ({ source, target }: Sides): boolean =>
  source.made !== source.version || target.made !== target.version;

export const madeOf = ({ source, target }: Sides): string =>
  m.terms_followed({
    source: `${source.edition} ${source.made}`,
    target: `${target.edition} ${target.made}`,
  });
