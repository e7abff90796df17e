import {
  limits,
  type NoticePage,
  type NoticeReason,
  type ReleaseNews,
  type ReleaseNewsRead,
} from '@glossator/contract';
import type { CaseAction } from '@glossator/domain';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db } from '../../db/client.ts';
import { ends } from '../../db/instant.ts';
import { requireMember } from '../../permission.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound } from '../../refusal.ts';
import { markFlagsRead, newOutcomes } from '../flags/service.ts';
import { newsOf, readNews, tidyNews } from '../class-news/news.ts';
import {
  readOneRelease,
  readReleaseNews,
  releaseNewsOf,
  tidyReleaseNews,
} from '../following-text/release-news.ts';
import { readTextNews, textNewsOf, tidyTextNews } from '../following-text/news.ts';
import { newResults, readResults } from '../grading/tell.ts';
import { newWarnings, readWarnings } from '../retention/warn.ts';
import { readNoteCards, type ReferenceDeps } from '../references/cards.ts';
import { dropMailNotices, dropOldMailNotices } from './gather-statements.ts';
import {
  countNotices,
  dropNotices,
  dropOldNotices,
  noticesBefore,
  readNotice,
  readNotices,
} from './statements.ts';
import { asReader } from './unread.ts';

interface NoticeRow extends Record<string, unknown> {
  readonly id: string;
  readonly reason: NoticeReason;
  readonly unread: boolean;
  readonly told: string;
  readonly action: CaseAction | null;
}

export async function listNotices(
  deps: ReferenceDeps,
  viewer: Viewer,
  cursor: string | undefined,
  limit: number = limits.pageSize,
): Promise<NoticePage> {
  const personId = requireMember(viewer.actor);
  const [told, id] = readCursor(cursor, 'instant', 'uuid') ?? [ends.lastInstant, ends.lastUuid];
  const values = [...asReader(viewer), told, id, limit + 1];
  const page = pageOf(
    await deps.db.rows<NoticeRow>(noticesBefore, values),
    limit,
    (row) => row,
    (last) => writeCursor(last.told, last.id),
  );
  const ids = page.items.map((row) => row.id);
  const cards = await readNoteCards(deps, viewer, viewer.layers, ids);
  const noteOf = new Map(cards.map((card) => [card.id, card]));
  return {
    results: cursor === undefined ? await newResults(deps.db, personId) : [],
    news: cursor === undefined ? await newsOf(deps.db, personId) : [],
    texts: cursor === undefined ? await textNewsOf(deps.db, personId) : [],
    releases: cursor === undefined ? await releaseNewsOf(deps.db, personId) : [],
    retentions: cursor === undefined ? await newWarnings(deps.db, personId) : [],
    outcomes: cursor === undefined ? await newOutcomes(deps, personId) : [],
    // What was hidden between the two readings is not told of.
    items: page.items.flatMap(({ id: note, ...row }) => {
      const card = noteOf.get(note);
      return card === undefined ? [] : [{ ...row, note: card }];
    }),
    next: page.next,
  };
}

export async function markRead(db: Db, viewer: Viewer, note: string): Promise<void> {
  requireMember(viewer.actor);
  const rows = await db.rows(readNotice, [...asReader(viewer), note]);
  if (rows.length === 0) throw notFound();
}

export const markReleaseRead = (
  db: Db,
  viewer: Viewer,
  which: ReleaseNewsRead,
): Promise<ReleaseNews> => readOneRelease(db, requireMember(viewer.actor), which);

/** Those told later stay unread: nobody has seen them yet. */
export async function markAllRead(db: Db, viewer: Viewer, until: string): Promise<void> {
  await db.rows(readNotices, [requireMember(viewer.actor), until]);
  await markFlagsRead({ db }, viewer, until);
  await readResults(db, requireMember(viewer.actor), until);
  await readNews(db, requireMember(viewer.actor), until);
  await readTextNews(db, requireMember(viewer.actor), until);
  await readReleaseNews(db, requireMember(viewer.actor), until);
  await readWarnings(db, requireMember(viewer.actor), until);
}

export async function eraseNotices(db: Db, personId: string): Promise<void> {
  await db.rows(dropMailNotices, [personId]);
  await db.rows(dropNotices, [personId]);
}

export async function countNoticesOf(db: Db, personId: string): Promise<number> {
  const [row] = await db.rows<{ notices: number }>(countNotices, [personId]);
  return row?.notices ?? 0;
}

export async function tidyNotices(db: Db): Promise<void> {
  await db.rows(dropOldNotices, []);
  await db.rows(dropOldMailNotices, []);
  await tidyNews(db);
  await tidyTextNews(db);
  await tidyReleaseNews(db);
}
