import type { Locale, ReleaseNews, ReleaseNewsRead } from '@glossator/contract';
import type { ApiConfig } from '../../config.ts';
import type { Db, Transact } from '../../db/client.ts';
import { notFound } from '../../refusal.ts';
import type { Outbox } from '../mail/service.ts';
import { releaseLetter } from './release-letter.ts';
import {
  dropOldReleases,
  dropReleaseNews,
  readRelease,
  readReleases,
  releaseMailDue,
  unreadReleases,
} from './release-news-statements.ts';

const newAtMost = 20;

/** Releases that touch what one teaches, has written a commentary on, or follows, the newest first. */
export const releaseNewsOf = (db: Db, personId: string): Promise<ReleaseNews[]> =>
  db.rows<ReleaseNews & Record<string, unknown>>(unreadReleases, [personId, newAtMost]);

/** One of them is looked at: says which page it is about. */
export async function readOneRelease(
  db: Db,
  personId: string,
  { edition, version, cause, about }: ReleaseNewsRead,
): Promise<ReleaseNews> {
  const values = [personId, edition, version, cause, about ?? ''];
  const [news] = await db.rows<ReleaseNews & Record<string, unknown>>(readRelease, values);
  if (news === undefined) throw notFound();
  return news;
}

export async function readReleaseNews(db: Db, personId: string, until: string): Promise<void> {
  await db.rows(readReleases, [personId, until]);
}

export async function eraseReleaseNews(db: Db, personId: string): Promise<void> {
  await db.rows(dropReleaseNews, [personId]);
}

export const tidyReleaseNews = (db: Db): Promise<unknown> => db.rows(dropOldReleases, []);

type Due = ReleaseNews &
  Record<string, unknown> & {
    /** Null where they wish no mail, have read it, or may not know of it any more. */
    readonly to: { readonly email: string; readonly key: string; readonly locale: Locale } | null;
  };

/** One mail of all that is due to one person; true where there may be more. */
export const mailReleaseNews = (
  { transact, settings }: { readonly transact: Transact; readonly settings: ApiConfig },
  outbox: Outbox,
): Promise<boolean> =>
  transact(async (db) => {
    const rows = await db.rows<Due>(releaseMailDue, []);
    const wanted = rows.filter((row) => row.to !== null);
    const to = wanted[0]?.to ?? null;
    if (to === null) return rows.length > 0;
    const { origin, host } = settings.origin;
    const letter = releaseLetter(to.locale, { host, origin, news: wanted });
    await outbox.put(db, { kind: 'text', to, locale: to.locale, ...letter });
    return true;
  });
