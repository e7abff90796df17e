import type { CommentaryMade, CopyOffer, NewCopy } from '@glossator/contract';
import {
  copyGround,
  licencesOfCopy,
  type Actor,
  type ReleaseLocus,
  type ReleasePlace,
} from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../db/client.ts';
import { breaks } from '../../db/constraint.ts';
import { requireMember } from '../../permission.ts';
import { citedIn } from '../../markdown/render.ts';
import { Refusal } from '../../refusal.ts';
import type { StoredLocus } from '../annotations/target.ts';
import { headOf, rowOf, type ReleaseRow } from '../releases/releases.ts';
import { everyone, requireWork, workAround, type LoadedWork } from '../works/text-store.ts';
import { acceptSlug, acceptTitle } from './accept.ts';
import { addAll } from './bibliography-paste.ts';
import { requireRoom, type CommentaryDeps } from './commentaries.ts';
import * as statements from './copy-statements.ts';
import type { StoredPlace } from './places.ts';
import { referredIn } from './referred.ts';
import { foundCommentary } from './statements.ts';

async function groundOf(db: Db, personId: string, { slug, front }: ReleaseRow) {
  const [source] = await db.rows<{ isAuthor: boolean }>(statements.writesSource, [slug, personId]);
  return copyGround({ licence: front.licence.id, isAuthor: source?.isAuthor ?? false });
}

/** Whether one may begin a copy of a release, and what would be in it. */
export async function offerCopy(
  { db, texts }: CommentaryDeps,
  actor: Actor,
  slug: string,
  number: string | undefined,
): Promise<CopyOffer> {
  const personId = requireMember(actor);
  const release = await rowOf(db, slug, number);
  const work = await workAround(texts, release.work);
  const [head, ground, [counted]] = await Promise.all([
    headOf(db, release, work),
    groundOf(db, personId, release),
    db.rows<{ parts: number }>(statements.countParts, [release.id]),
  ]);
  const { titles, language, contributors, licence, sha256, successor, retracted } = head;
  return {
    ...{ slug, number: head.number, titles, language, contributors, licence, sha256, successor },
    work: head.work,
    parts: counted?.parts ?? 0,
    isRetracted: retracted !== null,
    ground,
    licences: [...licencesOfCopy(release.front.licence.id)],
  };
}

function locusAt(
  { editions }: LoadedWork,
  { edition, version, uid, start, end, exact, prefix, suffix }: ReleaseLocus,
): StoredLocus {
  const head = editions.find((each) => each.edition_id === edition && each.version === version);
  if (head === undefined) throw new Error(`the work has no ${edition} ${version}`);
  return {
    ...{ version_id: head.version_id, uid, start_at: start, end_at: end },
    ...{ exact, prefix, suffix },
  };
}

/** Where a part stood when it was released, as a revision keeps it. */
const placeAt = (work: LoadedWork, { kind, from, to, loci, entry }: ReleasePlace): StoredPlace => ({
  ...{ kind, from, to, entry },
  loci: loci.map((locus) => locusAt(work, locus)),
});

/** What the words of each part of a release cite and refer to, by its number. */
async function linksOf(db: Db, { head, structure }: LoadedWork, { id, front }: ReleaseRow) {
  const rows = await db.rows<{ n: number; body: string }>(statements.wordsToCopy, [id]);
  return new Map(
    rows.map(({ n, body }) => [
      n,
      {
        cites: front.items === undefined ? [] : citedIn(body),
        refers: referredIn(body, { slug: head.slug, structure }),
      },
    ]),
  );
}

interface Making {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly key: string;
  readonly personId: string;
  readonly source: { readonly slug: string; readonly number: string };
}

/** A few statements, however many parts there are. Its byline is for its own authors to write. */
async function make(db: Db, work: LoadedWork, making: Making): Promise<void> {
  const { id, slug, title, key, personId, source } = making;
  // Held: what is taken down meanwhile is asked of what stands then.
  await db.rows(statements.holdSource, [source.slug]);
  const release = await rowOf(db, source.slug, source.number);
  requireGround(release, await groundOf(db, personId, release));
  const { language, subtitle, abstracts, licence } = release.front;
  await requireRoom(db, personId);
  await db.rows(foundCommentary, [id, work.id, slug, title, language, personId]);
  await db.rows(statements.addOrigin, [id, release.id, key]);
  await db.rows(statements.copyFront, [id, subtitle, abstracts[language] ?? '', licence.id]);
  const rows = await db.rows<{ n: number; places: ReleasePlace[] }>(statements.placesToCopy, [
    release.id,
  ]);
  const links = await linksOf(db, work, release);
  const parts = rows.map(({ n, places }) => ({
    ...{ n, id: uuidv7(), cites: [], refers: [], ...links.get(n) },
    places: places.map((place) => placeAt(work, place)),
  }));
  await db.rows(statements.copyParts, [id, release.id, personId, JSON.stringify(parts)]);
  const items = release.front.items ?? [];
  await addAll(
    db,
    id,
    items.map(({ id: itemKey, ...item }) => ({ key: itemKey, item })),
  );
}

/** The copy that a form has made already; refused where it was another form’s. */
async function madeBefore(
  db: Db,
  key: string,
  personId: string,
  release: ReleaseRow,
): Promise<CommentaryMade | null> {
  const [row] = await db.rows<CommentaryMade & { release: string; isOwn: boolean }>(
    statements.copyByKey,
    [key, personId],
  );
  if (row === undefined) return null;
  if (!row.isOwn || row.release !== release.id)
    throw new Refusal('key-reused', 'This form has made a copy already; open it anew.');
  return { id: row.id, slug: row.slug };
}

function requireGround(release: ReleaseRow, ground: CopyOffer['ground']): void {
  if (release.retracted !== null)
    throw new Refusal('release-retracted', 'It was retracted: nothing new is begun from it.');
  if (ground === null)
    throw new Refusal(
      'copy-not-licensed',
      `It is under ${release.front.licence.id}, which lets nobody but its authors publish a changed version.`,
    );
}

/** Begins a commentary from a release. Whoever does leads it, and it is of nobody’s until they say of whose. */
export async function copyRelease(
  { db, transact, texts }: CommentaryDeps,
  actor: Actor,
  source: string,
  form: NewCopy,
): Promise<{ readonly made: CommentaryMade; readonly isNew: boolean }> {
  const personId = requireMember(actor);
  const slug = acceptSlug(form.slug);
  const title = acceptTitle(form.title);
  const release = await rowOf(db, source, form.number);
  const before = () => madeBefore(db, form.key, personId, release);
  const known = await before();
  if (known !== null) return { made: known, isNew: false };
  const work = await requireWork(texts, release.work, everyone);
  const id = uuidv7();
  const making = { id, slug, title, key: form.key, personId };
  try {
    await transact((held) =>
      make(held, work, { ...making, source: { slug: source, number: form.number } }),
    );
    return { made: { id, slug }, isNew: true };
  } catch (error) {
    // The same form, sent twice at once: the other one has made it.
    const other = await before();
    if (other !== null) return { made: other, isNew: false };
    if (!breaks(error, 'commentary_slug_pkey')) throw error;
    throw new Refusal('slug-taken', 'Another commentary has this address, or had it.');
  }
}
