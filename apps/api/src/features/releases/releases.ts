import {
  type PublishedCommentary,
  type ReleaseHead,
  type ReleaseSummary,
  limits,
  type Withdrawn,
} from '@glossator/contract';
import { readReleaseNumber, writeReleaseNumber, type ReleaseDocument } from '@glossator/domain';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db } from '../../db/client.ts';
import { notFound, Refusal } from '../../refusal.ts';
import {
  requireWork,
  type LoadedWork,
  type TextReader,
  type TextStore,
} from '../works/text-store.ts';
import * as statements from './statements.ts';

export interface ReleaseDeps {
  readonly db: Db;
  readonly texts: TextStore;
}

export interface Numbered {
  readonly major: number;
  readonly minor: number;
}
type Front = Omit<ReleaseDocument, 'parts'>;
export interface ReleaseRow extends Numbered {
  readonly id: string;
  readonly slug: string;
  readonly work: string;
  readonly front: Front;
  readonly sha256: string;
  readonly released: string;
  readonly retracted: string | null;
  readonly retraction: string;
  readonly withdrawn: string | null;
  readonly withdrawal: string;
}
export type Row<Each> = Each & Record<string, unknown>;

/** The release of this number; the newest where none is named. */
export async function rowOf(db: Db, slug: string, number: string | undefined): Promise<ReleaseRow> {
  const wanted = number === undefined ? null : readReleaseNumber(number);
  const [row] =
    wanted === null
      ? await db.rows<Row<ReleaseRow>>(statements.newestRelease, [slug])
      : await db.rows<Row<ReleaseRow>>(statements.releaseOf, [slug, wanted.major, wanted.minor]);
  if (row === undefined) throw notFound();
  if (row.withdrawn !== null) throw withdrawn(row, row.withdrawn);
  return row;
}

/** Of what was withdrawn it is told that it was there, and why it is not. */
const withdrawn = ({ slug, withdrawal, ...number }: ReleaseRow, at: string): Refusal =>
  new Refusal('gone', 'This was withdrawn.', {
    ...{ slug, number: writeReleaseNumber(number), at, notice: withdrawal },
  } satisfies Withdrawn);

/** Which document a release is, and what reads it as it was hashed. */
export async function findDocument({ db }: ReleaseDeps, slug: string, number?: string) {
  const { id, sha256, front } = await rowOf(db, slug, number);
  const read = async (): Promise<string> => {
    const [row] = await db.rows<{ document: string }>(statements.documentOf, [id]);
    if (row === undefined) throw notFound();
    return row.document;
  };
  return { number: front.number, sha256, read };
}

/** The newest first. */
export async function listReleases(db: Db, slug: string): Promise<ReleaseSummary[]> {
  const rows = await db.rows<Row<Numbered & Omit<ReleaseSummary, 'number'>>>(
    statements.releasesOf,
    [slug],
  );
  return rows.map(({ major, minor, ...each }) => ({
    ...each,
    number: writeReleaseNumber({ major, minor }),
  }));
}

/** Copies, for what is answered is not read-only. */
export const originsAsShown = (basedOn: Front['basedOn'] = []): ReleaseHead['basedOn'] =>
  basedOn.map((origin) => ({ ...origin, contributors: contributorsAsShown(origin) }));

const contributorsAsShown = ({ contributors }: Pick<Front, 'contributors'>) =>
  contributors.map((each) => ({ ...each, roles: [...each.roles] }));

const viewOf = (front: Front) => ({
  slug: front.slug,
  number: front.number,
  work: front.work,
  versions: front.versions,
  language: front.language,
  titles: front.titles,
  subtitle: front.subtitle,
  abstracts: front.abstracts,
  contributors: contributorsAsShown(front),
  licence: front.licence,
  interests: front.interests,
  statement: front.statement,
  change: front.change,
  basedOn: originsAsShown(front.basedOn),
  acknowledgements: (front.acknowledgements ?? []).map(({ how, credit, parts }) => ({
    ...{ how, credit, parts: [...parts] },
  })),
});

/** What is told of a release beside its parts. */
export async function headOf(db: Db, row: ReleaseRow, work: LoadedWork): Promise<ReleaseHead> {
  const all = await listReleases(db, row.slug);
  const { front } = row;
  const newest = all.find((each) => each.retracted === null && each.withdrawn === null);
  const successor = newest?.number ?? null;
  return {
    ...viewOf(front),
    editions: editionsIn(work, row).map(({ edition_id: id, version, lang, title }) => ({
      id,
      version,
      lang,
      title,
    })),
    released: row.released,
    sha256: row.sha256,
    successor: successor === front.number ? null : successor,
    retracted: row.retracted === null ? null : { at: row.retracted, notice: row.retraction },
    releases: all,
  };
}

/** The versions of editions it was written on, in the order of the work. */
export const editionsIn = (work: LoadedWork, { front }: Pick<ReleaseRow, 'front'>) =>
  work.editions.filter((each) => front.versions[each.edition_id] === each.version);

type PublishedRow = Row<Numbered & Omit<PublishedCommentary, 'number'>>;

const publishedOf = ({ major, minor, ...row }: PublishedRow): PublishedCommentary => ({
  ...row,
  number: writeReleaseNumber({ major, minor }),
});

export async function listCommentariesOn(
  deps: ReleaseDeps,
  viewer: TextReader,
  slug: string,
): Promise<PublishedCommentary[]> {
  const work = await requireWork(deps.texts, slug, viewer);
  const rows = await deps.db.rows<PublishedRow>(statements.commentariesOn, [work.id]);
  return rows.map(publishedOf);
}

/** All of which something is published, by their slugs. */
export async function listPublished(
  { db }: ReleaseDeps,
  cursor: string | undefined,
  limit: number = limits.pageSize,
) {
  const [after] = readCursor(cursor, 'slug') ?? [''];
  return pageOf(
    await db.rows<PublishedRow>(statements.publishedCommentaries, [after, limit + 1]),
    limit,
    publishedOf,
    ({ slug }) => writeCursor(slug),
  );
}
