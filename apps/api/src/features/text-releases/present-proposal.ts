import type { ProposalRow } from '@glossator/contract';
import type { ReleaseChange } from '@glossator/document';

/** What ships of a later version. */
interface Body {
  readonly base: string;
  readonly change: Readonly<Record<string, string>>;
  readonly changes: readonly ReleaseChange[];
}

export interface Proposal extends Record<string, unknown> {
  readonly edition: string;
  readonly version: string;
  readonly sha256: string;
  readonly body: Body | null;
  readonly seen: string;
  readonly reason: string;
  readonly aside: string | null;
}

export const presentProposal = (row: Proposal): ProposalRow => ({
  version: row.version,
  sha256: row.sha256,
  seen: row.seen,
  change: { ...row.body?.change },
  isWhole: row.body !== null,
  aside: row.aside === null ? null : { at: row.aside, reason: row.reason },
});
