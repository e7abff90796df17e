import type { ReadingView, ThreadPage, WorkFilter } from '@glossator/contract';
import { canStartThread, isLayerOfWork, type ThreadOrder } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import type { Viewer } from '../../plugins/session.ts';
import { threadOfNote } from '../annotations/service.ts';
import { listThreads, withWanted } from '../annotations/threads.ts';
import { findFollows, type FollowInput } from '../follows/service.ts';
import { findDrafts } from '../drafts/service.ts';
import { enter } from '../gate/reader.ts';
import { readAssignmentReading } from '../gate/reading.ts';
import { isEmpty, readMatchingTallies } from '../marks/service.ts';
import { holdsBeforehand } from '../moderation/beforehand.ts';
import { countToDo } from '../moderation/to-do.ts';
import { circleAround } from '../own-works/circle.ts';
import { presentViewer } from '../sessions/presenter.ts';
import { focusOn, presentFocus, type Focus } from '../works/address.ts';
import {
  chooseSupplements,
  chooseVersions,
  presentWork,
  readPins,
  readTallies,
  textTag,
} from '../works/service.ts';
import { asPinned } from '../works/structure-of.ts';
import { requireWork, type LoadedWork, type TextStore } from '../works/text-store.ts';

interface Deps {
  readonly db: Db;
  readonly texts: TextStore;
  readonly live: { readonly cursor: () => Promise<string> };
}

export interface ReadingQuery {
  readonly slug: string;
  readonly at?: string | undefined;
  readonly pins?: string | undefined;
  /** Tag of the text the client has already. */
  readonly text?: string | undefined;
  /** A note to bring into view. */
  readonly note?: string | undefined;
  /** Threads to stand first. */
  readonly thread?: readonly string[] | undefined;
  readonly cursor?: string | undefined;
  readonly order?: ThreadOrder | undefined;
  /** Notes of this assignment, and of one's own notebook. */
  readonly assignment?: string | undefined;
  /** Only threads with a note that matches are listed, only notes that match counted. */
  readonly filter: WorkFilter;
}

const empty: ThreadPage = { items: [], next: null };

async function threadsOn(
  db: Db,
  viewer: Viewer,
  /** The same with the layers that are listed. */
  lister: Viewer,
  work: LoadedWork,
  focus: Focus,
  { note, thread = [], cursor, order, filter }: ReadingQuery,
): Promise<[exact: ThreadPage, wider: ThreadPage]> {
  if (focus.kind === 'work') return [empty, empty];
  const query = { focus, limit: undefined, filter, order };
  const [exact, wider, wanted] = await Promise.all([
    listThreads(db, lister, work, { ...query, wider: false, cursor }),
    listThreads(db, lister, work, { ...query, wider: true, cursor: undefined }),
    note === undefined ? null : threadOfNote(db, viewer, note),
  ]);
  const first = [...new Set([...(wanted === null ? [] : [wanted]), ...thread])];
  if (first.length === 0) return [exact, wider];
  const page = await withWanted(db, viewer, work, exact, first);
  const shown = new Set(page.items.map(({ id }) => id));
  return [page, { ...wider, items: wider.items.filter(({ id }) => !shown.has(id)) }];
}

function draftPlaces(
  { slug, assignment }: ReadingQuery,
  focus: Focus,
  pages: readonly ThreadPage[],
): string[] {
  const notes = pages.flatMap(({ items }) => items.flatMap(({ annotations }) => annotations));
  return [
    ...(focus.kind === 'work'
      ? []
      : [`new:${slug}:${focus.address}${assignment === undefined ? '' : `:${assignment}`}`]),
    ...notes.flatMap(({ id, abilities }) => [
      ...(abilities.reply ? [`reply:${id}`] : []),
      ...(abilities.edit ? [`edit:${id}`] : []),
    ]),
  ];
}

const followable = (
  { id }: LoadedWork,
  focus: Focus,
  pages: readonly ThreadPage[],
): FollowInput[] => [
  { kind: 'work', target: String(id) },
  ...(focus.unit === null ? [] : [{ kind: 'clause' as const, target: focus.unit.uid }]),
  ...pages.flatMap(({ items }) =>
    items.map((thread) => ({ kind: 'thread' as const, target: thread.id })),
  ),
];

/** Everything one page of the reader shows. */
export async function read(
  { db, texts, live }: Deps,
  viewer: Viewer,
  query: ReadingQuery,
): Promise<ReadingView> {
  // Before anything is read: what comes after it may be told twice, and is never missed.
  const cursor = await live.cursor();
  const now = await requireWork(texts, query.slug, viewer);
  const pins = readPins(now, query.pins);
  const work = asPinned(now, pins);
  const chosen = chooseVersions(work, pins, viewer);
  const supplements = chooseSupplements(work, pins, viewer);
  const focus = focusOn(work.structure, query.at);
  const tag = textTag(work, [...chosen, ...supplements]);
  const { lister, ground } = await enter(db, viewer, query.assignment);
  const [shownWork, tallies, [threads, wider]] = await Promise.all([
    query.text === tag ? null : presentWork(texts, work, chosen, supplements),
    isEmpty(query.filter)
      ? readTallies(db, lister, work)
      : readMatchingTallies(db, lister, work, query.filter),
    threadsOn(db, viewer, lister, work, focus, query),
  ]);
  const pages = [threads, wider];
  // A token reads texts and notes, nothing else of its owner's; nor does a session for one class.
  const isProgram = viewer.scope !== undefined || viewer.actor.within !== undefined;
  // What is no clause any more is talked about where it went.
  const mayStart =
    focus.segments.every(({ uid }) => now.structure.byUid.has(uid)) &&
    isLayerOfWork(work.head.standing, 'public') &&
    canStartThread(viewer.actor, { kind: 'public', ownerId: null }, work.id);
  const [drafts, follows, toDo, holds, assignment, circle] = await Promise.all([
    findDrafts(db, viewer.actor, isProgram ? [] : draftPlaces(query, focus, pages)),
    findFollows(db, viewer.actor, isProgram ? [] : followable(work, focus, pages)),
    countToDo(db, viewer),
    mayStart && focus.kind !== 'work' && !isProgram && ground === null
      ? holdsBeforehand(db, viewer.actor, work.id, presentFocus(work.structure, focus).segments)
      : null,
    ground === null ? null : readAssignmentReading(db, ground, work),
    work.head.standing === 'public' ? null : circleAround(db, viewer.actor, work.id),
  ]);
  return {
    viewer: presentViewer(viewer, toDo),
    ...(shownWork === null ? {} : { work: shownWork }),
    textTag: tag,
    live: cursor,
    focus: presentFocus(work.structure, focus),
    tallies,
    threads,
    wider,
    drafts,
    // A work is named by its slug outside.
    follows: follows.map((each) => (each.kind === 'work' ? { ...each, target: query.slug } : each)),
    holds,
    assignment,
    circle,
    abilities: { 'start-thread': mayStart },
  };
}
