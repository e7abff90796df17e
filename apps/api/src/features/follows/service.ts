import {
  limits,
  type FollowForm,
  type FollowKind,
  type FollowMark,
  type FollowPage,
} from '@glossator/contract';
import { handleKey, type Actor, type LayerKind } from '@glossator/domain';
import { v7 as uuidv7 } from 'uuid';
import { pageOf, readCursor, writeCursor } from '../../cursor.ts';
import type { Db } from '../../db/client.ts';
import { ends } from '../../db/instant.ts';
import { requireMember } from '../../permission.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound } from '../../refusal.ts';
import { addressOf, wordsAt } from './present.ts';
import { resolveFollow, type FollowDeps } from './resolve.ts';
import {
  dropFollow,
  dropFollowedPerson,
  followsBefore,
  followsOf,
  putFollow,
} from './statements.ts';

export interface FollowInput {
  readonly kind: FollowKind;
  readonly target: string;
}

export async function startFollowing(
  deps: FollowDeps,
  viewer: Viewer,
  { kind, target }: FollowInput,
  { state, mail }: FollowForm,
): Promise<FollowMark> {
  const personId = requireMember(viewer.actor);
  const stored = await resolveFollow(deps, viewer, kind, target);
  const kept = kind === 'thread' ? state : 'followed';
  await deps.db.rows(putFollow, [uuidv7(), personId, kind, stored, kept, mail]);
  return { kind, target, state: kept };
}

export async function stopFollowing(
  deps: FollowDeps,
  viewer: Viewer,
  { kind, target }: FollowInput,
): Promise<void> {
  const personId = requireMember(viewer.actor);
  const gone =
    kind === 'person'
      ? await deps.db.rows(dropFollowedPerson, [personId, handleKey(target)])
      : await deps.db.rows(dropFollow, [
          personId,
          kind,
          await resolveFollow(deps, viewer, kind, target),
        ]);
  if (gone.length === 0) throw notFound();
}

/** One's own marks on what a page shows; a visitor has none. `target` is given and told as stored. */
export async function findFollows(
  db: Db,
  actor: Actor,
  asked: readonly FollowInput[],
): Promise<FollowMark[]> {
  if (actor.personId === null || asked.length === 0) return [];
  const kinds = asked.map(({ kind }) => kind);
  const targets = asked.map(({ target }) => target);
  return db.rows<FollowMark>(followsOf, [actor.personId, kinds, targets]);
}

interface FollowRow extends Record<string, unknown> {
  readonly id: string;
  readonly kind: FollowKind;
  readonly target: string;
  readonly state: FollowMark['state'];
  readonly mail: boolean;
  readonly created: string;
  readonly work: string | null;
  readonly from_uid: string | null;
  readonly to_uid: string | null;
  readonly note: string | null;
  readonly name: string | null;
  readonly handle: string | null;
  readonly layer: LayerKind | null;
}

/** How a target is named from outside. */
const named = ({ kind, target, handle, layer, work }: FollowRow): string => {
  switch (kind) {
    case 'person':
      return handle ?? '';
    case 'layer':
      return layer ?? '';
    case 'work':
      return work ?? '';
    case 'clause':
    case 'thread':
      return target;
  }
};

export async function listFollows(
  deps: FollowDeps,
  viewer: Viewer,
  cursor: string | undefined,
  limit: number = limits.pageSize,
): Promise<FollowPage> {
  const personId = requireMember(viewer.actor);
  const [created, id] = readCursor(cursor, 'instant', 'uuid') ?? [ends.lastInstant, ends.lastUuid];
  const rows = await deps.db.rows<FollowRow>(followsBefore, [
    personId,
    created,
    id,
    viewer.layers,
    limit + 1,
    viewer.works,
  ]);
  const page = pageOf(
    rows,
    limit,
    (row) => row,
    (last) => writeCursor(last.created, last.id),
  );
  const items = page.items.map(async (row) => ({
    id: row.id,
    kind: row.kind,
    target: named(row),
    state: row.state,
    mail: row.mail,
    created: row.created,
    work: row.work,
    address: await addressOf(deps.texts, row.work, row.from_uid, row.to_uid),
    note: row.note,
    name: row.name,
    layer: row.layer,
    words: await wordsAt(deps.texts, viewer, row.work, row.from_uid),
  }));
  return { items: await Promise.all(items), next: page.next };
}
