import { limits, type DeskView, type NewFilter, type NewReadyReply } from '@glossator/contract';
import type { Actor, AnnotationState, CaseAction, CaseKind } from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Statement } from '../../db/client.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { acceptText } from '../../text-input.ts';
import type { ModerationDeps } from './access.ts';
import {
  dropFilter,
  dropReply,
  ownFilters,
  ownRecentDecisions,
  ownReplies,
  savingFilter,
  savingReply,
  worksNamed,
} from './desk-statements.ts';
import { personOf } from './present-case.ts';
import { requireAnyKeeper } from './access.ts';
import { canUndo } from './undo-rule.ts';
import { worksOf } from './works.ts';

/** Filters or replies that one moderator keeps; decisions that are shown to be taken back. */
const most = { kept: 50, decisions: 20 } as const;

type Row<T> = T & Record<string, unknown>;

interface Recent extends Record<string, unknown> {
  readonly id: string;
  readonly case_id: string;
  readonly work: string;
  readonly action: CaseAction;
  readonly kind: CaseKind;
  readonly note_state: AnnotationState;
  readonly before: string;
  readonly author_id: string;
  readonly author_name: string;
  readonly author_handle: string;
  readonly until: string;
  readonly batch_id: string | null;
  readonly together: number;
}

type Deps = Pick<ModerationDeps, 'db' | 'transact'>;

export async function readDesk({ db }: Deps, actor: Actor): Promise<DeskView> {
  const personId = requireAnyKeeper(actor);
  const ids = (await worksOf(db, actor)).map(({ id }) => id);
  const [works, filters, replies, decisions] = await Promise.all([
    db.rows<Row<DeskView['works'][number]>>(worksNamed, [ids]),
    db.rows<Row<DeskView['filters'][number]>>(ownFilters, [personId]),
    db.rows<Row<DeskView['replies'][number]>>(ownReplies, [personId]),
    db.rows<Recent>(ownRecentDecisions, [personId, ids, most.decisions]),
  ]);
  return {
    works,
    filters,
    replies,
    decisions: decisions
      // Of a batch its own page says what can be taken back.
      .filter(
        (row) => row.batch_id !== null || canUndo(row.kind, row.action, row.note_state, row.before),
      )
      .map((row) => ({
        id: row.id,
        case: row.case_id,
        work: row.work,
        action: row.action,
        author: personOf(row.author_id, row.author_name, row.author_handle),
        until: row.until,
        batch: row.batch_id === null ? null : { id: row.batch_id, size: row.together },
      })),
  };
}

async function keep(
  { transact }: Deps,
  [dropNamed, save]: readonly [Statement, Statement],
  personId: string,
  name: string,
  what: string,
): Promise<void> {
  await transact(async (db) => {
    await db.rows(dropNamed, [personId, name]);
    const saved = await db.rows(save, [personId, name, uuidv7(), what, most.kept]);
    if (saved.length === 0)
      throw new Refusal('list-full', `At most ${String(most.kept)} are kept; delete one first.`);
  });
}

const nameOf = (name: string): string =>
  acceptText(name.trim(), { field: 'The name', max: limits.nameLength });

export async function saveFilter(deps: Deps, actor: Actor, form: NewFilter): Promise<void> {
  const personId = requireAnyKeeper(actor);
  // As an address writes it: nothing but its own fields comes back from there.
  const query = new URLSearchParams(form.query).toString();
  await keep(deps, savingFilter, personId, nameOf(form.name), query.slice(0, 500));
}

export async function saveReply(deps: Deps, actor: Actor, form: NewReadyReply): Promise<void> {
  const personId = requireAnyKeeper(actor);
  const words = acceptText(form.words, { field: 'The reply', max: limits.reasonLength });
  await keep(deps, savingReply, personId, nameOf(form.name), words);
}

async function drop({ db }: Deps, actor: Actor, statement: Statement, id: string): Promise<void> {
  const personId = requireAnyKeeper(actor);
  if ((await db.rows(statement, [id, personId])).length === 0) throw notFound();
}
export const forgetFilter = (deps: Deps, actor: Actor, id: string): Promise<void> =>
  drop(deps, actor, dropFilter, id);
export const forgetReply = (deps: Deps, actor: Actor, id: string): Promise<void> =>
  drop(deps, actor, dropReply, id);
