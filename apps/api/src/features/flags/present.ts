import type { FlagView } from '@glossator/contract';
import type { FlagReason, FlagState } from '@glossator/domain';
import { addressBetween } from '../works/address.ts';
import type { Structure } from '../works/text-store.ts';

export interface FlagRow extends Record<string, unknown> {
  readonly id: string;
  readonly note: string;
  readonly work: string;
  readonly reason: FlagReason;
  readonly words: string;
  readonly law: string;
  readonly territory: string;
  readonly clause_from: string | null;
  readonly clause_to: string | null;
  /** Null where the note does not stand before readers any more. */
  readonly from_uid: string | null;
  readonly to_uid: string;
  readonly state: FlagState;
  readonly flagged: string;
  readonly told: string | null;
  readonly unread: boolean;
}

export const clauseOf = (
  { clause_from: from, clause_to: to }: Pick<FlagRow, 'clause_from' | 'clause_to'>,
  structure: Pick<Structure, 'byUid'>,
): string => (from === null || to === null ? '' : addressBetween(structure, from, to));

export const presentFlag = (row: FlagRow, structure: Structure): FlagView => ({
  id: row.id,
  note: row.note,
  work: row.work,
  address: row.from_uid === null ? '' : addressBetween(structure, row.from_uid, row.to_uid),
  reason: row.reason,
  words: row.words,
  clause: clauseOf(row, structure),
  law: row.law,
  territory: row.territory,
  state: row.state,
  flagged: row.flagged,
  told: row.told,
  unread: row.unread,
});
