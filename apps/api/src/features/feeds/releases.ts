import type { FeedFormat } from '@glossator/contract';
import { writeReleaseNumber, type ReleaseDocument } from '@glossator/domain';
import { escapeHtml } from '@glossator/domain/cite';
import type { Db } from '../../db/client.ts';
import { inLanguage } from '../../in-language.ts';
import { nameOf } from '../citations/release-item.ts';
import { everyone, requireWork, type TextStore } from '../works/text-store.ts';
import { newestReleases, releasesOnWork } from './release-statements.ts';
import { writeFeed, type Entry } from './write.ts';

interface ReleaseRow extends Record<string, unknown> {
  readonly slug: string;
  readonly major: number;
  readonly minor: number;
  readonly front: Omit<ReleaseDocument, 'parts'>;
  readonly released: string;
  readonly retracted: string | null;
  readonly retraction: string;
}

interface FeedDeps {
  readonly db: Db;
  readonly texts: TextStore;
  readonly origin: URL;
}

/** Releases of all commentaries, or of those on a work, the newest first. */
export async function readReleaseFeed(
  { db, texts, origin }: FeedDeps,
  { slug, format }: { readonly slug: string | null; readonly format: FeedFormat },
): Promise<string> {
  const work = slug === null ? null : await requireWork(texts, slug, everyone);
  const rows =
    work === null
      ? await db.rows<ReleaseRow>(newestReleases, [])
      : await db.rows<ReleaseRow>(releasesOnWork, [work.id]);
  const of = slug === null ? '' : `/${slug}`;
  const channel = {
    title: `${slug === null ? '' : `${slug} · `}Commentaries · Glossator · ${origin.host}`,
    origin: origin.origin,
    page: `${origin.origin}/${slug === null ? '' : `t/${slug}`}`,
    self: `${origin.origin}/feeds/releases${of}`,
  };
  const entries = rows.map((row) => entryOf(row, origin.origin));
  return writeFeed(format, channel, entries);
}

function entryOf(row: ReleaseRow, origin: string): Entry {
  const { front, retracted, released } = row;
  const { language, titles, abstracts, change } = front;
  const number = writeReleaseNumber(row);
  const title = inLanguage(titles, language);
  const paragraphs = [row.retraction, change, abstracts[language] ?? ''];
  return {
    link: `${origin}/c/${row.slug}@${number}`,
    title: `${retracted === null ? '' : 'RETRACTED: '}${title} ${number}`,
    authors: front.contributors.map((each) => nameOf(each, language)),
    html: paragraphs
      .filter((text) => text !== '')
      .map((text) => `<p>${escapeHtml(text)}</p>`)
      .join(''),
    created: released,
    updated: retracted ?? released,
  };
}
