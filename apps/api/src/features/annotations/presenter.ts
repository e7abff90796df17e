import type { AnnotationView, ThreadView } from '@glossator/contract';
import {
  annotationAbilities,
  can,
  toldToAuthor,
  type Actor,
  type Layer,
  type Subject,
} from '@glossator/domain';
import type { Viewer } from '../../plugins/session.ts';
import { placeIn } from '../../markdown/place.ts';
import { renderMarkdown, rendererVersion } from '../../markdown/render.ts';
import { addressBetween } from '../works/address.ts';
import type { LoadedWork, Structure } from '../works/text-store.ts';
import type { AnnotationRow, ThreadRow, Words } from './repository.ts';

export function subjectOf(row: AnnotationRow): Subject {
  return {
    layer: { kind: row.layer, ownerId: row.owner_id, asReader: row.as_reader },
    workId: row.work_id,
    threadAuthorId: row.thread_author_id,
    authorId: row.author_id,
    state: row.state,
    othersWrote: row.others_wrote,
  };
}

// A person who has left keeps a row without a name: their handle is nobody's any more.
const authorOf = (row: AnnotationRow) => ({
  id: row.shown_id,
  name: row.author_name,
  handle: row.author_name === '' ? '' : row.author_handle,
});

export function presentAnnotation(
  row: AnnotationRow,
  actor: Actor,
  structure: Structure,
): AnnotationView {
  const isCurrent = row.renderer === rendererVersion;
  const abilities = annotationAbilities(actor, subjectOf(row));
  // Whoever does not read the words does not learn that they were changed either.
  return {
    id: row.id,
    thread: row.thread,
    parent: row.parent_id,
    state: row.state,
    version: row.readable ? row.version : 1,
    created: row.created,
    changed: row.readable ? row.changed : row.created,
    edited: row.readable && row.version > 1,
    author: row.readable ? authorOf(row) : null,
    kind: row.readable ? row.kind : 'comment',
    tags: row.readable ? row.tags : [],
    copiedFrom: row.readable ? row.copied_from : null,
    body: row.body,
    html:
      row.body === null || isCurrent
        ? row.html
        : renderMarkdown(row.body, placeIn(row.work, structure)),
    seen: row.readable ? row.seen : [],
    reason: row.reason,
    review:
      row.review === null ? null : { ...row.review, causes: [...toldToAuthor(row.review.causes)] },
    reasonClass: row.reason_class,
    useful: row.useful,
    marked: row.marked,
    abilities: {
      ...abilities,
      restore: abilities.restore && row.recent,
      'read-decisions': abilities['read-decisions'] && row.decided,
    },
  };
}

/** Rows of one thread, oldest first. */
export function presentThread(
  rows: readonly [AnnotationRow, ...AnnotationRow[]],
  structure: Structure,
  actor: Actor,
  more: string | null,
): ThreadView {
  const [root] = rows;
  return {
    id: root.thread,
    work: root.work,
    layer: root.layer,
    assignment: root.assignment,
    target: {
      kind: root.target_kind,
      address: addressBetween(structure, root.from_uid, root.to_uid),
      from: root.from_uid,
      to: root.to_uid,
      loci: [...(root.loci ?? [])],
      entry:
        root.entry_edition === null || root.entry_number === null
          ? null
          : { edition: root.entry_edition, number: root.entry_number },
      part: root.part,
      term: root.term,
      about: root.about_id,
    },
    fates: [...(root.fates ?? [])],
    resolution: root.resolution,
    created: root.thread_created,
    abilities: {
      resolve: can(actor, 'resolve', subjectOf(root)),
      move: can(actor, 'move', subjectOf(root)),
    },
    annotations: rows.map((row) => presentAnnotation(row, actor, structure)),
    more,
  };
}

/** The row that reading a thread just opened would give: its author need not ask for it again. */
export function newRoot(
  work: LoadedWork,
  row: ThreadRow,
  words: Words,
  layer: Layer,
  made: { readonly layer_id: number; readonly created: string },
  author: Viewer['person'],
): AnnotationRow {
  return {
    thread: row.id,
    work: work.head.slug,
    work_id: row.workId,
    layer_id: made.layer_id,
    layer: layer.kind,
    owner_id: layer.ownerId,
    assignment: null,
    hides_names: false,
    as_reader: null,
    target_kind: row.kind,
    from_uid: row.from,
    to_uid: row.to,
    thread_author_id: row.authorId,
    resolution: 'open',
    thread_created: made.created,
    id: row.rootId,
    parent_id: null,
    state: 'published',
    version: 1,
    author_id: row.authorId,
    shown_id: row.authorId,
    author_name: author?.name ?? '',
    author_handle: author?.handle ?? '',
    kind: words.kind,
    tags: [...words.tags],
    copied_from: null,
    entry_edition: null,
    entry_number: null,
    part: null,
    term: null,
    about_id: null,
    loci: null,
    fates: null,
    others_wrote: false,
    created: made.created,
    changed: made.created,
    recent: true,
    readable: true,
    body: words.body,
    html: words.html,
    renderer: words.renderer,
    seen: [...words.seen],
    reason: null,
    review: null,
    reason_class: null,
    useful: 0,
    marked: false,
    decided: false,
  };
}
