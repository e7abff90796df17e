import {
  limits,
  type FatedThread,
  type FatedThreadPage,
  type ToldOutcome,
} from '@glossator/contract';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import { requireTextEditing } from '../../permission.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound } from '../../refusal.ts';
import { readNoteCards } from '../references/cards.ts';
import type { TextReleaseDeps } from './deps.ts';
import * as statements from './statements.ts';

const firstUuid = '00000000-0000-0000-0000-000000000000';

type Row = Omit<FatedThread, 'note'> &
  Record<string, unknown> & {
    readonly thread: string;
    readonly version_id: number;
    readonly note: string;
  };

interface Asked {
  readonly id: string;
  readonly outcome: ToldOutcome | undefined;
  readonly cursor: string | undefined;
  readonly limit: number | undefined;
}

/**
 * The threads that a release touched, of those that the reader may read anyway: notebooks, classes and
 * reviews are only counted for an editor of texts. What was plainly carried is not among them.
 */
export async function listFatedThreads(
  deps: TextReleaseDeps,
  viewer: Viewer,
  { id, outcome, cursor, limit = limits.pageSize }: Asked,
): Promise<FatedThreadPage> {
  requireTextEditing(viewer.actor);
  const [release] = await deps.db.rows(statements.releaseById, [id]);
  if (release === undefined) throw notFound();
  const [version, thread] = readCursor(cursor, 'number', 'uuid') ?? [0, firstUuid];
  const rows = await deps.db.rows<Row>(
    outcome === undefined ? statements.fatedThreads : statements.fatedThreadsOf,
    [
      ...[id, viewer.layers, version, thread, limit + 1],
      ...(outcome === undefined ? [] : [outcome]),
    ],
  );
  const page = pageOf(
    rows,
    limit,
    (row) => row,
    (last) => writeCursor(last.version_id, last.thread),
  );
  const cards = await readNoteCards(
    deps,
    viewer,
    viewer.layers,
    page.items.map(({ note }) => note),
  );
  const cardOf = new Map(cards.map((card) => [card.id, card]));
  return {
    // What was hidden or moved between the two readings is not shown.
    items: page.items.flatMap(
      ({ note, edition, version: made, was, outcome: end, reason, answer }) => {
        const card = cardOf.get(note);
        return card === undefined
          ? []
          : [{ note: card, edition, version: made, was, outcome: end, reason, answer }];
      },
    ),
    next: page.next,
  };
}
