import type { Actor } from './actor.ts';
import type { Layer, LayerKind } from './layer.ts';
import type { AnnotationState } from './states/annotation.ts';

/** The closed vocabulary of readers. `api/db/visibility` translates each word to SQL. */
export const readers = ['everyone', 'layer-owner', 'layer-staff', 'author'] as const;
export type Reader = (typeof readers)[number];

/** Who may see that a thread in a layer exists. */
export const layerReaders = {
  notebook: ['layer-owner'],
  public: ['everyone'],
} as const satisfies Record<LayerKind, readonly Reader[]>;

/** Who keeps a layer in order. Nobody does in a notebook: an administrator has no eye there. */
export const layerStaff = {
  notebook: [],
  public: ['administrator'],
} as const satisfies Record<LayerKind, readonly string[]>;

/** Who, among those who see the thread, reads an annotation's words in each state. */
export const bodyReaders = {
  published: ['everyone'],
  hidden: ['author', 'layer-staff'],
  deleted: ['author'],
  erased: [],
} as const satisfies Record<AnnotationState, readonly Reader[]>;

export interface VisibleRow {
  readonly layer: Layer;
  readonly authorId: string | null;
}

export function isStaff(actor: Actor, layer: Layer): boolean {
  const staff: readonly string[] = layerStaff[layer.kind];
  return actor.roles.some((role) => staff.includes(role));
}

function isReader(reader: Reader, actor: Actor, row: VisibleRow): boolean {
  switch (reader) {
    case 'everyone':
      return true;
    case 'layer-owner':
      return actor.personId !== null && actor.personId === row.layer.ownerId;
    case 'layer-staff':
      return isStaff(actor, row.layer);
    case 'author':
      return actor.personId !== null && actor.personId === row.authorId;
  }
}

export function seesLayer(actor: Actor, layer: Layer): boolean {
  return layerReaders[layer.kind].some((reader) =>
    isReader(reader, actor, { layer, authorId: null }),
  );
}

/** True where the actor reads the words; a thread's reader who does not sees a tombstone. */
export function readsBody(actor: Actor, row: VisibleRow, state: AnnotationState): boolean {
  if (!seesLayer(actor, row.layer)) return false;
  return bodyReaders[state].some((reader) => isReader(reader, actor, row));
}
