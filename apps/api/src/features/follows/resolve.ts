import type { FollowKind } from '@glossator/contract';
import { handleKey } from '@glossator/domain';
import type { Db, Statement } from '../../db/client.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound } from '../../refusal.ts';
import { readPersonCard } from '../references/cards.ts';
import type { TextStore } from '../works/text-store.ts';
import {
  clauseToFollow,
  layerToFollow,
  personByHandle,
  threadToFollow,
  workToFollow,
} from './statements.ts';

export interface FollowDeps {
  readonly db: Db;
  readonly texts: TextStore;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function lookUp(
  { db, texts }: FollowDeps,
  viewer: Viewer,
  kind: FollowKind,
  target: string,
): Promise<readonly [Statement, readonly unknown[]]> {
  switch (kind) {
    case 'clause':
      return [clauseToFollow, [target, viewer.works]];
    case 'work':
      return [workToFollow, [target, viewer.works]];
    case 'layer':
      return [layerToFollow, [target, viewer.layers]];
    case 'thread':
      if (!uuid.test(target)) throw notFound();
      return [threadToFollow, [target, viewer.layers]];
    case 'person':
      // Who has written nothing that the asker sees is nobody to them.
      await readPersonCard({ db, texts }, viewer, target);
      return [personByHandle, [handleKey(target)]];
  }
}

/** The target as it is stored; what the viewer does not see is not there. */
export async function resolveFollow(
  deps: FollowDeps,
  viewer: Viewer,
  kind: FollowKind,
  target: string,
): Promise<string> {
  const [statement, values] = await lookUp(deps, viewer, kind, target);
  const [row] = await deps.db.rows<{ target: string }>(statement, values);
  if (row === undefined) throw notFound();
  return row.target;
}
