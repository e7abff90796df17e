import type { ProjectedClause, ProjectedQuery } from '@glossator/contract';
import type { AnnotationState, NoteKind, Resolution } from '@glossator/domain';
import { placeIn } from '../../markdown/place.ts';
import { renderMarkdown, rendererVersion } from '../../markdown/render.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound } from '../../refusal.ts';
import type { LoadedWork } from '../works/text-store.ts';
import { editionsOf } from './clauses.ts';
import { presentAssignment } from './names.ts';
import { addressOf, readAssigned, type BoardDeps } from './service.ts';
import { boardGroups, projectedNotes, shutTo } from './statements.ts';

interface Row extends Record<string, unknown> {
  readonly thread: string;
  readonly resolution: Resolution;
  readonly id: string;
  readonly parent: string | null;
  readonly kind: NoteKind;
  readonly state: AnnotationState;
  readonly onDesk: boolean;
  readonly isStaff: boolean;
  readonly author: string | null;
  readonly body: string | null;
  readonly html: string | null;
  readonly renderer: number | null;
  readonly nth: number;
  readonly words: string[] | null;
}

/** More are not gone through before a room in one sitting. */
const threads = 100;

function presentThread(
  rows: readonly Row[],
  names: ProjectedClause['names'],
  work: LoadedWork,
): ProjectedClause['threads'] {
  const [root] = rows;
  if (root === undefined) return [];
  const notes = rows.map(({ id, parent, kind, state, onDesk, isStaff, author, ...row }) => {
    const stands = state === 'published' && row.body !== null;
    const html =
      row.renderer === rendererVersion
        ? row.html
        : renderMarkdown(row.body ?? '', placeIn(work.head.slug, work.structure));
    return {
      id,
      parent,
      author: names === 'class' && stands && author !== '' ? author : null,
      isStaff,
      kind: stands ? kind : ('comment' as const),
      html: stands ? html : null,
      onDesk,
    };
  });
  // A thread of which nothing is left has nothing to show.
  if (notes.every(({ html }) => html === null)) return [];
  const { thread: id, resolution, words } = root;
  return [{ id, resolved: resolution === 'resolved', words: words ?? [], notes }];
}

/**
 * One clause before a whole room. Only what was handed in, and what the staff wrote, unless desks are
 * asked for; nobody is named otherwise than classmates know them.
 */
export async function projectClause(
  deps: BoardDeps,
  viewer: Viewer,
  id: string,
  address: string,
  { names, desks = false, group }: ProjectedQuery,
): Promise<ProjectedClause> {
  const { seen, work } = await readAssigned(deps, viewer, id);
  const at = seen.clauses.findIndex((uid) => addressOf(work, uid) === address);
  const uid = seen.clauses[at];
  if (uid === undefined) throw notFound();
  const groups = seen.byGroups
    ? await deps.db.rows<{ id: string; name: string }>(boardGroups, [seen.classId])
    : [];
  const own = groups.find((each) => each.id === group)?.id ?? null;
  const shown = names ?? (seen.names === 'real' ? 'class' : 'none');
  const asked = [id, seen.workId, uid, own, desks, threads + 1, seen.classId];
  const [rows, [shut], editions] = await Promise.all([
    deps.db.rows<Row>(projectedNotes, asked),
    deps.db.rows<{ shut: number }>(shutTo, [id, uid]),
    editionsOf(deps.texts, work, viewer, seen.languages),
  ]);
  const byThread = [...Map.groupBy(rows, ({ thread }) => thread).values()];
  const beside = (n: number): string | null => {
    const other = seen.clauses[n];
    return other === undefined ? null : addressOf(work, other);
  };
  return {
    assignment: presentAssignment(seen),
    questionHtml: renderMarkdown(seen.question, placeIn(work.head.slug, work.structure)),
    uid,
    address,
    previous: at === 0 ? null : beside(at - 1),
    next: beside(at + 1),
    texts: editions.map(({ lang, withheld, textOf }) => ({ lang, withheld, text: textOf(uid) })),
    names: shown,
    desks,
    groups,
    group: own,
    shut: shut?.shut ?? 0,
    threads: byThread.slice(0, threads).flatMap((each) => presentThread(each, shown, work)),
    more: byThread.length > threads,
  };
}
