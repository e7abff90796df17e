import {
  noteActionOf,
  type CaseAction,
  type NoteKind,
  type RefusalReason,
} from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { Refusal } from '../../refusal.ts';
import { applyState } from '../annotations/change-state.ts';
import { storeRevision } from '../annotations/store-revision.ts';
import { aroundWork } from '../works/text-store.ts';
import type { ModerationDeps } from './access.ts';
import {
  dropProposal,
  proposalOf as proposalStatement,
  settleProposal,
} from './case-statements.ts';
import type { CaseRow } from './present-case.ts';

export interface Order {
  readonly actorId: string;
  readonly action: CaseAction;
  /** Its class, which readers of a note that is taken away are told. */
  readonly reason: RefusalReason | '';
  readonly words: string;
}

/** What a decision has done, as the log tells it. */
export interface Done {
  readonly before: string;
  readonly after: string;
  /** The revision it was made on, or made. */
  readonly revision: number;
}

interface Proposal extends Record<string, unknown> {
  readonly over: number;
  readonly body: string;
  readonly kind: NoteKind;
  readonly tags: string[];
  readonly seen: string[];
  readonly said: { properties: string; words: string } | null;
}

/** Makes an edit that waited the newest revision. */
async function publishProposal({ texts }: ModerationDeps, db: Db, row: CaseRow): Promise<number> {
  const [proposal] = await db.rows<Proposal>(proposalStatement, [row.note]);
  if (proposal === undefined) throw new Refusal('state-changed', 'The edit was taken back.');
  const { over, said, ...input } = proposal;
  const isStored = await aroundWork(texts, row.work, (work) =>
    storeRevision(db, work, { id: row.note, version: over, input, said }),
  );
  if (!isStored)
    throw new Refusal('version-stale', 'The note was changed elsewhere; look at it again.');
  await db.rows(dropProposal, [row.note]);
  return over + 1;
}

/** Does to a note, or to the edit that waits beside it, what was decided. */
export async function carryOut(
  deps: ModerationDeps,
  db: Db,
  row: CaseRow,
  { actorId, action, reason, words }: Order,
): Promise<Done> {
  const { note: id, revision, note_state: state } = row;
  const isProposal = row.proposal !== null;
  if (isProposal && (action === 'approve' || action === 'overturn')) {
    const made = await publishProposal(deps, db, row);
    return { before: 'held', after: 'published', revision: made };
  }
  if (isProposal && (action === 'return' || action === 'refuse')) {
    const after = action === 'return' ? 'returned' : 'refused';
    await db.rows(settleProposal, [id, after]);
    return { before: 'held', after, revision };
  }
  const change = noteActionOf(row.kind, action, state);
  if (change === null) return { before: state, after: state, revision };
  const { before, after } = await applyState(db, {
    id,
    actorId,
    action: change,
    reason: words,
    ...(reason === '' ? {} : { code: reason }),
  });
  return { before, after, revision };
}
