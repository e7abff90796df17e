import { moderates, type Actor } from './actor.ts';
import type { Layer, LayerKind } from './layer.ts';
import type { AnnotationState } from './states/annotation.ts';

/** The closed vocabulary of readers. `api/db/visibility` translates each word to SQL. */
export const readers = ['everyone', 'layer-owner', 'layer-staff', 'author'] as const;
export type Reader = (typeof readers)[number];
/** A layer holds threads of many works: its staff is known of a thread alone. */
export type LayerReader = Exclude<Reader, 'layer-staff' | 'author'>;

/** Who may see that a thread in a layer exists. */
export const layerReaders = {
  notebook: ['layer-owner'],
  waiting: ['layer-owner'],
  public: ['everyone'],
} as const satisfies Record<LayerKind, readonly LayerReader[]>;

export type Staff = 'administrator' | 'moderator-of-work';

/**
 * Who keeps a layer in order. Nobody does in a notebook: an administrator has no eye there. Nor does
 * anybody in what waits: moderators read it in their queue alone.
 */
export const layerStaff = {
  notebook: [],
  waiting: [],
  public: ['administrator', 'moderator-of-work'],
} as const satisfies Record<LayerKind, readonly Staff[]>;

/** Who, among those who see the thread, reads an annotation's words in each state. */
export const bodyReaders = {
  held: ['author'],
  returned: ['author'],
  refused: ['author'],
  published: ['everyone'],
  hidden: ['author', 'layer-staff'],
  deleted: ['author'],
  erased: [],
} as const satisfies Record<AnnotationState, readonly Reader[]>;

export interface VisibleRow {
  readonly layer: Layer;
  readonly workId: number;
  readonly authorId: string | null;
}

export function isStaff(actor: Actor, { layer, workId }: Omit<VisibleRow, 'authorId'>): boolean {
  return layerStaff[layer.kind].some((who: Staff) =>
    who === 'administrator' ? actor.roles.includes(who) : moderates(actor, workId),
  );
}

const publicLayer: Layer = { kind: 'public', ownerId: null };

/** True where the actor keeps the public notes of a work in order. */
export const keepsPublicNotes = (actor: Actor, workId: number): boolean =>
  isStaff(actor, { layer: publicLayer, workId });

/** The same of every work, also of those that are yet to come. */
export const keepsAllPublicNotes = ({ roles }: Actor): boolean =>
  roles.includes('administrator') || roles.includes('moderator');

const isPerson = (actor: Actor, id: string | null): boolean =>
  actor.personId !== null && actor.personId === id;

function isReader(reader: Reader, actor: Actor, row: VisibleRow): boolean {
  switch (reader) {
    case 'everyone':
      return true;
    case 'layer-owner':
      return isPerson(actor, row.layer.ownerId);
    case 'layer-staff':
      return isStaff(actor, row);
    case 'author':
      return isPerson(actor, row.authorId);
  }
}

export function seesLayer(actor: Actor, layer: Layer): boolean {
  return layerReaders[layer.kind].some(
    (reader: LayerReader) => reader === 'everyone' || isPerson(actor, layer.ownerId),
  );
}

/** True where the actor reads the words; a thread's reader who does not sees a tombstone. */
export function readsBody(actor: Actor, row: VisibleRow, state: AnnotationState): boolean {
  if (!seesLayer(actor, row.layer)) return false;
  return bodyReaders[state].some((reader) => isReader(reader, actor, row));
}
