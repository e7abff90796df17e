import {
  mostTogether,
  type BatchRecord,
  type ChoiceQuery,
  type ChoiceView,
} from '@glossator/contract';
import type { Locale } from '@glossator/contract';
import type { Actor, CaseAction } from '@glossator/domain';
import { notFound } from '../../refusal.ts';
import { requireAnyKeeper, type ModerationDeps } from './access.ts';
import { briefOf } from './batch-line.ts';
import { authorsByLocale, batchInFull, openOfGroups } from './batch-statements.ts';
import { personOf } from './present-case.ts';
import { readCases } from './queue.ts';
import { worksOf } from './works.ts';

type Deps = Pick<ModerationDeps, 'db' | 'texts'>;

/** What was chosen to be decided on together, with all that is open of the groups among it. */
export async function readChoice(
  deps: Deps,
  actor: Actor,
  { case: named = [], group: groups = [] }: ChoiceQuery,
): Promise<ChoiceView> {
  requireAnyKeeper(actor);
  const works = (await worksOf(deps.db, actor)).map(({ id }) => id);
  const members =
    groups.length === 0
      ? []
      : await deps.db.rows<{ id: string; of_all: number }>(openOfGroups, [
          groups,
          works,
          mostTogether,
        ]);
  const more = (members[0]?.of_all ?? 0) - members.length;
  const all = [...new Set([...named, ...members.map(({ id }) => id)])];
  const ids = all.slice(0, mostTogether);
  const items = await readCases(deps, actor, ids);
  const authors = [...new Set(items.map(({ note }) => note.author.id))];
  const read = await deps.db.rows<{ locale: Locale; n: number }>(authorsByLocale, [authors]);
  const of = (locale: Locale): number => read.find((row) => row.locale === locale)?.n ?? 0;
  return {
    items,
    left: all.length - ids.length + more,
    readers: { en: of('en'), 'zh-Hans': of('zh-Hans') },
  };
}

interface Decided extends Record<string, unknown> {
  readonly id: string;
  readonly case_id: string;
  readonly action: CaseAction;
  readonly reason: string;
  readonly words: string;
  readonly after: string;
  readonly at: string;
  readonly undone: boolean;
  readonly actor_id: string;
  readonly actor_name: string;
  readonly actor_handle: string;
}

/** What was decided together, as it stands now, to whoever moderates those works. */
export async function readBatch(deps: Deps, actor: Actor, id: string): Promise<BatchRecord> {
  const personId = requireAnyKeeper(actor);
  const rows = await deps.db.rows<Decided>(batchInFull, [id, personId]);
  const views = await readCases(
    deps,
    actor,
    rows.map((row) => row.case_id),
  );
  const seen = new Map(views.map((view) => [view.id, view]));
  const known = rows.flatMap((row) => {
    const view = seen.get(row.case_id);
    return view === undefined ? [] : [{ row, view }];
  });
  const first = known[0]?.row;
  if (first === undefined) throw notFound();
  const lines = known.map(({ row, view }) => ({
    ...briefOf(view),
    after: row.after,
    undone: row.undone,
    canUndo: !row.undone && view.decision?.id === row.id && view.abilities.undo,
  }));
  const [until = null] = known
    .flatMap(({ row, view: { decision } }) =>
      decision?.id === row.id && decision.undoUntil !== null ? [decision.undoUntil] : [],
    )
    .toSorted();
  return {
    id,
    action: first.action,
    reason: first.reason,
    words: first.words,
    by: personOf(first.actor_id, first.actor_name, first.actor_handle),
    at: first.at,
    undoUntil: lines.some(({ canUndo }) => canUndo) ? until : null,
    lines,
  };
}
