import { Readable } from 'node:stream';
import { writeReleaseNumber } from '@glossator/domain';
import { ErrorLevel, SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import type { Db } from '../../db/client.ts';
import { notFound } from '../../refusal.ts';
import { everyone, requireWork, type TextStore } from '../works/text-store.ts';
import {
  commentariesAfter,
  commentariesAtOnce,
  mostAddresses,
  pagesOfCommentary,
  publicWorks,
} from './statements.ts';

export interface SitemapDeps {
  readonly db: Db;
  readonly texts: TextStore;
  /** Without a slash at its end. */
  readonly origin: string;
}

export const sitemapKinds = ['t', 'c'] as const;
type SitemapKind = (typeof sitemapKinds)[number];

interface Place {
  readonly url: string;
  /** When what is there last became another. */
  readonly lastmod: string;
}

const level = ErrorLevel.THROW;
/** None of the extensions is used. */
const xmlns = { news: false, xhtml: false, image: false, video: false };
const written = async (places: readonly Place[], sink: SitemapStream | SitemapIndexStream) =>
  (await streamToPromise(Readable.from(places.slice(0, mostAddresses)).pipe(sink))).toString();

async function* changedCommentaries(db: Db, work: number) {
  for (let after = ''; ;) {
    const rows = await db.rows<{ slug: string; changed: string | null }>(commentariesAfter, [
      work,
      after,
    ]);
    for (const { slug, changed } of rows) if (changed !== null) yield { slug, changed };
    const last = rows.at(-1);
    if (last === undefined || rows.length < commentariesAtOnce) return;
    after = last.slug;
  }
}

/** The files there are: one for each text that everybody reads, one for each published commentary. */
export async function readSitemapIndex({ db, origin }: SitemapDeps): Promise<string> {
  const file = (kind: SitemapKind, slug: string, lastmod: string): Place => ({
    url: `${origin}/sitemap-${kind}-${slug}.xml`,
    lastmod,
  });
  const files: Place[] = [];
  for (const work of await db.rows<WorkRow>(publicWorks, [])) {
    if (work.changed !== null) files.push(file('t', work.slug, work.changed));
    for await (const { slug, changed } of changedCommentaries(db, work.id))
      files.push(file('c', slug, changed));
  }
  return written(files, new SitemapIndexStream({ level }));
}

interface WorkRow extends Record<string, unknown> {
  readonly id: number;
  readonly slug: string;
  /** Of what everybody reads; null where that is nothing. */
  readonly changed: string | null;
}

interface ReleaseRow extends Record<string, unknown> {
  readonly major: number;
  readonly minor: number;
  readonly changed: string;
  readonly labels: readonly string[];
}

export function readSitemap(deps: SitemapDeps, kind: SitemapKind, slug: string): Promise<string> {
  return kind === 't' ? ofText(deps, slug) : ofCommentary(deps, slug);
}

/** A text, its parts and its clauses. */
async function ofText({ db, texts, origin }: SitemapDeps, slug: string): Promise<string> {
  const works = await db.rows<WorkRow>(publicWorks, []);
  const lastmod = works.find((work) => work.slug === slug)?.changed ?? null;
  if (lastmod === null) throw notFound();
  const { structure } = await requireWork(texts, slug, everyone);
  const url = `${origin}/t/${slug}`;
  const clauses = structure.units.filter(({ kind }) => kind !== 'limb');
  const places = clauses.map(({ path }) => ({ url: `${url}/${path}`, lastmod }));
  return written([{ url, lastmod }, ...places], new SitemapStream({ level, xmlns }));
}

/** All releases of a commentary, and the entries of each. */
async function ofCommentary({ db, origin }: SitemapDeps, slug: string): Promise<string> {
  const releases = await db.rows<ReleaseRow>(pagesOfCommentary, [slug]);
  if (releases.length === 0) throw notFound();
  const places = releases.flatMap(({ changed: lastmod, labels, ...number }): Place[] => {
    const url = `${origin}/c/${slug}@${writeReleaseNumber(number)}`;
    return [{ url, lastmod }, ...labels.map((label) => ({ url: `${url}/${label}`, lastmod }))];
  });
  return written(places, new SitemapStream({ level, xmlns }));
}
