import {
  limits,
  type CommentaryMade,
  type CommentarySummary,
  type CommentaryView,
  type Contributor,
  type FrontMatterForm,
  type NewCommentary,
} from '@glossator/contract';
import {
  commentaryAbilities,
  isWithEditors,
  type Actor,
  type CommentaryState,
} from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db, Transact } from '../../db/client.ts';
import { breaks } from '../../db/constraint.ts';
import { ends } from '../../db/instant.ts';
import type { Viewer } from '../../plugins/session.ts';
import { requireMember } from '../../permission.ts';
import { notPublic, Refusal } from '../../refusal.ts';
import { requireWork, type TextStore } from '../works/text-store.ts';
import { acceptFrontMatter, acceptLanguage, acceptSlug, acceptTitle } from './accept.ts';
import { aboutOf, requireInCommentary, removed } from './access.ts';
import { listAuthors } from './authors.ts';
import { readOrigin, requireLicence } from './origin.ts';
import { summariesOf } from './outline.ts';
import * as statements from './statements.ts';

export interface CommentaryDeps {
  readonly db: Db;
  readonly transact: Transact;
  readonly texts: TextStore;
}

type Row<View> = View & Record<string, unknown>;

export async function listCommentaries(
  { db }: Pick<CommentaryDeps, 'db'>,
  actor: Actor,
  cursor: string | undefined,
  limit: number = limits.pageSize,
) {
  const personId = requireMember(actor);
  const after = readCursor(cursor, 'instant', 'uuid') ?? [ends.lastInstant, ends.lastUuid];
  return pageOf(
    await db.rows<Row<CommentarySummary>>(statements.commentariesOf, [
      personId,
      ...after,
      limit + 1,
    ]),
    limit,
    (row): CommentarySummary => row,
    ({ since, id }) => writeCursor(since, id),
  );
}

export async function readCommentary(
  { db, texts }: CommentaryDeps,
  viewer: Viewer,
  id: string,
): Promise<CommentaryView> {
  const seen = await requireInCommentary(db, viewer.actor, id, 'see');
  const [contributors, authors, parts, origin] = await Promise.all([
    db.rows<Row<Contributor>>(statements.contributorsOf, [id]),
    listAuthors(db, seen),
    summariesOf({ db, texts }, seen),
    readOrigin(db, id),
  ]);
  const { slug, title, subtitle, abstract, language, licence, interests, version } = seen;
  return {
    ...{ id, slug, title, subtitle, abstract, language, licence, interests, version },
    work: { slug: seen.work, titles: seen.titles },
    founded: seen.founded,
    changed: seen.changed,
    removed: seen.removed,
    standing: seen.standing,
    next: seen.next,
    origin,
    role: seen.role,
    contributors,
    authors,
    parts,
    words: parts.reduce((sum, part) => sum + (part.removed === null ? part.words : 0), 0),
    abilities: commentaryAbilities(aboutOf(seen)),
  };
}

/** Whoever founds a commentary leads it. */
export async function foundCommentary(
  { transact, texts }: CommentaryDeps,
  viewer: Pick<Viewer, 'actor' | 'works'>,
  form: NewCommentary,
): Promise<CommentaryMade> {
  const personId = requireMember(viewer.actor);
  const slug = acceptSlug(form.slug);
  const words = [acceptTitle(form.title), acceptLanguage(form.language)] as const;
  const work = await requireWork(texts, form.work, viewer);
  // Its releases would tell everybody what only some may read.
  if (work.head.standing !== 'public') throw notPublic();
  const id = uuidv7();
  try {
    await transact(async (db) => {
      await requireRoom(db, personId);
      await db.rows(statements.foundCommentary, [id, work.id, slug, ...words, personId]);
    });
  } catch (error) {
    if (!breaks(error, 'commentary_slug_pkey')) throw error;
    throw new Refusal('slug-taken', 'Another commentary has this address, or had it.');
  }
  return { id, slug };
}

export async function requireRoom(db: Db, personId: string): Promise<void> {
  const [found] = await db.rows<{ commentaries: number }>(statements.countLed, [personId]);
  if ((found?.commentaries ?? 0) >= limits.commentaries)
    throw new Refusal(
      'commentaries-too-many',
      'You lead as many commentaries as there is room for; remove one first.',
    );
}

/** All of the front matter and the byline, where nobody changed them meanwhile. */
export async function changeFrontMatter(
  deps: CommentaryDeps,
  viewer: Viewer,
  id: string,
  form: FrontMatterForm,
): Promise<CommentaryView> {
  await requireInCommentary(deps.db, viewer.actor, id, 'write');
  const { contributors, ...front } = acceptFrontMatter(form);
  requireLicence(await readOrigin(deps.db, id), front.licence);
  const isDone = await deps.transact(async (db) => {
    const [changed] = await db.rows(statements.changeFrontMatter, [
      id,
      form.version,
      front.title,
      front.subtitle,
      front.abstract,
      front.language,
      front.licence,
      front.interests,
    ]);
    if (changed === undefined) return false;
    await db.rows(statements.dropContributors, [id]);
    await db.rows(statements.addContributors, [id, JSON.stringify(contributors)]);
    return true;
  });
  const now = await readCommentary(deps, viewer, id);
  if (isDone) return now;
  if (now.removed !== null) throw removed();
  throw new Refusal('version-stale', 'Another author changed it meanwhile.', now);
}

export async function removeCommentary(
  deps: CommentaryDeps,
  viewer: Viewer,
  id: string,
  isRemoved: boolean,
): Promise<CommentaryView> {
  const { personId } = await requireInCommentary(deps.db, viewer.actor, id, 'remove');
  await deps.transact(async (db) => {
    if (!isRemoved) await requireRoom(db, personId);
    const [held] = await db.rows<{ standing: CommentaryState }>(statements.lockCommentary, [id]);
    if (isRemoved && held !== undefined && isWithEditors(held.standing))
      throw new Refusal(
        'commentary-under-review',
        'It is before the editors: take back what was handed in first.',
      );
    await db.rows(statements.removeCommentary, [id, isRemoved]);
  });
  return readCommentary(deps, viewer, id);
}
