import type { PrintedNote, PrintedNotes, PrintView } from '@glossator/contract';
import type { LayerKind } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { placeIn } from '../../markdown/place.ts';
import { renderMarkdown } from '../../markdown/render.ts';
import type { Viewer } from '../../plugins/session.ts';
import { quoteOf } from '../export/frame.ts';
import { exportNotes, type ExportedNote } from '../export/notes.ts';
import { addressBetween, focusOn, presentFocus, type Focus } from '../works/address.ts';
import { chooseSupplements, chooseVersions, presentWork, readPins } from '../works/service.ts';
import { asPinned } from '../works/structure-of.ts';
import { requireWork, type LoadedWork, type TextStore } from '../works/text-store.ts';

interface Deps {
  readonly db: Db;
  readonly texts: TextStore;
}

export interface PrintQuery {
  readonly slug: string;
  readonly at?: string | undefined;
  readonly pins?: string | undefined;
  readonly notes?: readonly PrintedNotes[] | undefined;
}

/** Notes on paper at most: a thousand pages are no print. */
export const mostPrinted = 500;

const layers = {
  mine: 'notebook',
  public: 'public',
  class: 'class',
} as const satisfies Record<PrintedNotes, LayerKind>;

function present(work: LoadedWork, { row, root, unit, depth }: ExportedNote): PrintedNote {
  const { slug } = work.head;
  const { byUid } = work.structure;
  // What has gone to clauses that this version did not have stood here.
  const isThere = byUid.has(root.from_uid) && byUid.has(root.to_uid);
  return {
    id: row.id,
    uid: unit.uid,
    address: isThere ? addressBetween(work.structure, root.from_uid, root.to_uid) : unit.path,
    layer: row.layer,
    kind: row.kind,
    depth,
    author: row.author_name,
    created: row.created,
    quote: depth === 0 ? quoteOf(root) : '',
    html: renderMarkdown(row.body ?? '', placeIn(slug, work.structure)),
  };
}

async function notesFor(
  { db, texts }: Deps,
  viewer: Viewer,
  work: LoadedWork,
  { inside }: Focus,
  { slug, notes = [] }: PrintQuery,
): Promise<Pick<PrintView, 'notes' | 'more'>> {
  const found: PrintedNote[] = [];
  if (notes.length === 0) return { notes: found, more: false };
  // The file of notes asks who reads again and again, for it is long in the making; this is not.
  const deps = { db, texts, reader: () => Promise.resolve(viewer) };
  const query = {
    format: 'markdown' as const,
    work: slug,
    layer: notes.map((each) => layers[each]),
  };
  for await (const batch of exportNotes(deps, query, inside)) {
    for (const note of batch) {
      if (found.length === mostPrinted) return { notes: found, more: true };
      found.push(present(work, note));
    }
  }
  return { notes: found, more: false };
}

/** What one page for paper shows, under the rights of whoever asks. */
export async function readPrint(deps: Deps, viewer: Viewer, query: PrintQuery): Promise<PrintView> {
  const now = await requireWork(deps.texts, query.slug, viewer);
  const pins = readPins(now, query.pins);
  const work = asPinned(now, pins);
  const focus = focusOn(work.structure, query.at);
  const [shown, noted] = await Promise.all([
    presentWork(
      deps.texts,
      work,
      chooseVersions(work, pins, viewer),
      chooseSupplements(work, pins, viewer),
    ),
    notesFor(deps, viewer, work, focus, query),
  ]);
  return { work: shown, focus: presentFocus(work.structure, focus), ...noted };
}
