import { parsePins } from '@glossator/document';
import {
  dtsAddress,
  dtsCollection,
  dtsNavigation,
  textForm,
  versionUrl,
  teiText,
  type DtsFailure,
  type DtsQuery,
  type DtsRange,
  type ExportedWork,
} from '@glossator/document/export';
import type { Db, Statement } from '../../db/client.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { chooseAll, readPins, type Chosen } from '../works/service.ts';
import { asPinned } from '../works/structure-of.ts';
import type { LoadedWork } from '../works/text-store.ts';
import { exportedHead, exportedWork, partOf, type FormsDeps } from './exported.ts';

/** Works on one page of the root collection. */
const pageSize = 50;

// By index work_public: a page of works, never all of them.
const collectedStatement: Statement = {
  name: 'dts-collected',
  text: `select w.slug, count(*) over ()::integer as total from work w
    where w.standing = 'public'
      and exists (select from edition e where e.work_id = w.id and e.access = 'public')
    order by w.slug limit $1 offset $2`,
};

interface Found {
  readonly work: LoadedWork;
  /** What everybody may read: the same for every client. */
  readonly chosen: readonly Chosen[];
}

function publicIn(now: LoadedWork, pins: string, viewer: Viewer): Found {
  const pinned = readPins(now, pins);
  const work = asPinned(now, pinned);
  const chosen = chooseAll(work, pinned, viewer);
  return { work, chosen: chosen.filter(({ head }) => head.access === 'public') };
}

/** The work, and the edition, that an identifier of ours names; null where it is none. */
async function find(
  { texts, origin }: FormsDeps,
  viewer: Viewer,
  id: string,
): Promise<Found | null> {
  const start = `${origin}/t/`;
  const named = id.startsWith(start) ? parsePins(id.slice(start.length)) : null;
  if (named?.ok !== true || named.value.pins.length > 1) return null;
  const work = await texts.work(named.value.work);
  if (work?.head.standing !== 'public') return null;
  const [pin] = named.value.pins;
  if (pin === undefined) return publicIn(work, '', viewer);
  const isThere = work.editions.some(
    ({ edition_id, version }) => edition_id === pin.edition && version === pin.version,
  );
  if (!isThere) return null;
  const found = publicIn(work, `${pin.edition}:${pin.version}`, viewer);
  return { ...found, chosen: found.chosen.filter(({ head }) => head.edition_id === pin.edition) };
}

function refuse(reason: DtsFailure): never {
  if (reason === 'unknown') throw notFound();
  throw new Refusal(
    'request-malformed',
    'Ask with ref, or with start and end, and with a depth (down) that goes with them.',
  );
}

async function collected(
  db: Db,
  page: number,
): Promise<{ readonly slugs: readonly string[]; readonly total: number }> {
  const rows = await db.rows<{ slug: string; total: number }>(collectedStatement, [
    pageSize,
    (page - 1) * pageSize,
  ]);
  return { slugs: rows.map(({ slug }) => slug), total: rows[0]?.total ?? 0 };
}

/** The root with a page of works, a work with its editions, or one of these. */
export async function readCollection(
  deps: FormsDeps,
  viewer: Viewer,
  { id, nav, page }: { id?: string; nav?: 'children' | 'parents'; page?: number },
): Promise<object> {
  const { db, texts, origin } = deps;
  const asked = { id, nav: nav ?? ('children' as const) };
  if (id !== undefined && id !== `${origin}/`) {
    const found = await find(deps, viewer, id);
    if (found === null || found.chosen.length === 0) throw notFound();
    const answer = dtsCollection(origin, [exportedHead(origin, found.work, found.chosen)], asked);
    if (answer === null) throw notFound();
    return answer;
  }
  const { slugs, total } = await collected(db, page ?? 1);
  const works = await Promise.all(slugs.map((slug) => texts.work(slug)));
  const heads = works.flatMap((work): ExportedWork[] =>
    work === null ? [] : [exportedHead(origin, work, publicIn(work, '', viewer).chosen)],
  );
  const answer = dtsCollection(origin, heads, asked);
  const last = Math.ceil(total / pageSize);
  if ((page ?? 1) > Math.max(1, last)) throw notFound();
  const at = (n: number): string => `${origin}/api/dts/collection?page=${String(n)}`;
  const here = page ?? 1;
  return {
    ...answer,
    totalChildren: total,
    ...(last <= 1
      ? {}
      : {
          view: {
            '@id': at(here),
            '@type': 'Pagination',
            first: at(1),
            previous: here > 1 ? at(here - 1) : null,
            next: here < last ? at(here + 1) : null,
            last: at(last),
          },
        }),
  };
}

async function findResource(
  deps: FormsDeps,
  viewer: Viewer,
  resource: string,
): Promise<{ readonly work: LoadedWork; readonly exported: ExportedWork }> {
  const found = await find(deps, viewer, resource);
  const [only] = found?.chosen ?? [];
  if (found === null || only === undefined) throw notFound();
  const exported = await exportedWork(deps, found.work, [only], (head) => head.access !== 'public');
  const [version] = exported.shipped.versions;
  // A work is a collection of texts, and no text itself.
  if (version === undefined || versionUrl(exported, version) !== resource) throw notFound();
  return { work: found.work, exported };
}

export async function readNavigation(
  deps: FormsDeps,
  viewer: Viewer,
  { resource, tree, ...query }: DtsQuery & { resource: string; tree?: string },
  url: string,
): Promise<object> {
  // There is one citation tree, and it has no name.
  if (tree !== undefined) throw notFound();
  const { exported } = await findResource(deps, viewer, resource);
  const [version] = exported.shipped.versions;
  if (version === undefined) throw notFound();
  const answer = dtsNavigation(exported, version, query, url);
  return answer.ok ? answer.value : refuse(answer.reason);
}

const TEI = textForm.tei.mediaType;

export async function readDocument(
  deps: FormsDeps,
  viewer: Viewer,
  asked: DtsRange & { resource: string; tree?: string; mediaType?: string },
): Promise<{ readonly text: string; readonly mediaType: string }> {
  if (asked.tree !== undefined || (asked.mediaType ?? TEI) !== TEI) throw notFound();
  const { work, exported: whole } = await findResource(deps, viewer, asked.resource);
  const address = dtsAddress(whole, asked);
  if (!address.ok) return refuse(address.reason);
  const part = address.value === '' ? whole : partOf(whole, work, address.value);
  const [version] = part.shipped.versions;
  if (version === undefined) throw notFound();
  return { text: teiText(part, version, part !== whole), mediaType: TEI };
}
