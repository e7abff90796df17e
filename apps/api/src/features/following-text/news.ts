import type { Locale, TextNews } from '@glossator/contract';
import type { ApiConfig } from '../../config.ts';
import type { Db, Statement, Transact } from '../../db/client.ts';
import type { Outbox } from '../mail/service.ts';
import { textLetter } from './letter.ts';
import { dropOldTexts, readTexts, textMailDue, unreadTexts } from './own-statements.ts';

const newAtMost = 20;

/** $1 person. Primary key. */
const dropNews: Statement = {
  name: 'erase-text-news',
  text: 'delete from text_news where person_id = $1',
};

export async function eraseTextNews(db: Db, personId: string): Promise<void> {
  await db.rows(dropNews, [personId]);
}

/** Releases under one's notes that one has not looked at, the newest first. */
export const textNewsOf = (db: Db, personId: string): Promise<TextNews[]> =>
  db.rows<TextNews & Record<string, unknown>>(unreadTexts, [personId, newAtMost]);

export async function readTextNews(db: Db, personId: string, until: string): Promise<void> {
  await db.rows(readTexts, [personId, until]);
}

export const tidyTextNews = (db: Db): Promise<unknown> => db.rows(dropOldTexts, []);

interface Due extends Record<string, unknown> {
  readonly title: Readonly<Record<string, string>>;
  readonly edition: string;
  readonly version: string;
  /** Null where they wish no mail, have read it or have answered. */
  readonly to: { readonly email: string; readonly key: string; readonly locale: Locale } | null;
}

/** One mail of all that is due to one person; true where there may be more. */
export const mailTextNews = (
  { transact, settings }: { readonly transact: Transact; readonly settings: ApiConfig },
  outbox: Outbox,
): Promise<boolean> =>
  transact(async (db) => {
    const rows = await db.rows<Due>(textMailDue, []);
    const wanted = rows.filter((row) => row.to !== null);
    const to = wanted[0]?.to ?? null;
    if (to === null) return rows.length > 0;
    const { origin, host } = settings.origin;
    const letter = textLetter(to.locale, {
      host,
      page: `${origin}/account/changes`,
      settings: `${origin}/account#mail`,
      releases: wanted.map(({ title, edition, version }) => ({ title, edition, version })),
    });
    await outbox.put(db, { kind: 'text', to, locale: to.locale, ...letter });
    return true;
  });
