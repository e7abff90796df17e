import type { EditionVersionRow, VersionDifference, WorkVersions } from '@glossator/contract';
import { canOnSite, type Actor } from '@glossator/domain';
import type { Viewer } from '../../plugins/session.ts';
import { notFound } from '../../refusal.ts';
import { isWithheld } from '../works/service.ts';
import { requireWork } from '../works/text-store.ts';
import type { TextReleaseDeps } from './deps.ts';
import { differencesBetween } from './differences.ts';
import { readVersions } from './editing.ts';
import { standingOf } from './released.ts';
import * as statements from './statements.ts';

interface EditionRow extends Record<string, unknown> {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  readonly titles: Record<string, string>;
}

/** The report of a release is for those who see what is prepared. */
const shown = (actor: Actor, row: EditionVersionRow): EditionVersionRow => ({
  ...row,
  release: canOnSite(actor, 'see-text-editing') ? row.release : null,
});

/** When each edition became what it is. Numbers, days and digests are no words of it: all may know them. */
export async function listVersions(
  { db, texts }: TextReleaseDeps,
  viewer: Viewer,
  slug: string,
): Promise<WorkVersions> {
  await requireWork(texts, slug, viewer);
  const editions = await db.rows<EditionRow>(statements.editionsOfWork, [slug]);
  const [first] = editions;
  if (first === undefined) throw notFound();
  const versions = await readVersions(
    db,
    editions.map(({ id }) => id),
  );
  return {
    work: slug,
    titles: first.titles,
    editions: editions.map(({ id, title, lang }) => ({
      id,
      title,
      lang,
      versions: (versions.get(id) ?? []).map((row) => shown(viewer.actor, row)),
    })),
  };
}

/** What became of an edition from one version to another, segment by segment, with the evidence. */
export async function readDifference(
  deps: TextReleaseDeps,
  viewer: Viewer,
  asked: {
    readonly slug: string;
    readonly edition: string;
    readonly from: string;
    readonly to: string;
  },
): Promise<VersionDifference> {
  const work = await requireWork(deps.texts, asked.slug, viewer);
  const head = work.editions.findLast((each) => each.edition_id === asked.edition);
  if (head === undefined) throw notFound();
  const [before, after, versions] = await Promise.all([
    standingOf(deps, work, asked.edition, asked.from),
    standingOf(deps, work, asked.edition, asked.to),
    readVersions(deps.db, [asked.edition]),
  ]);
  const rows = versions.get(asked.edition) ?? [];
  const row = (version: string): EditionVersionRow => {
    const found = rows.find((each) => each.version === version);
    if (found === undefined) throw notFound();
    return shown(viewer.actor, found);
  };
  const withheld = isWithheld(head, viewer);
  return {
    work: asked.slug,
    titles: head.titles,
    edition: asked.edition,
    title: head.title,
    lang: head.lang,
    from: row(asked.from),
    to: row(asked.to),
    versions: rows.map(({ version }) => version),
    withheld,
    differences: withheld ? [] : differencesBetween(before, after),
  };
}
