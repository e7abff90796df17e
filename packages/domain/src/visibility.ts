import { moderates, type Actor } from './actor.ts';
import { isClassLayer, type Layer, type LayerKind } from './layer.ts';
import type { AnnotationState } from './states/annotation.ts';
import type { WorkStanding } from './states/work.ts';
import { isLayerOfWork } from './work/work-visibility.ts';

/** The closed vocabulary of readers. `api/db/visibility` translates each word to SQL. */
export const readers = [
  'everyone',
  'layer-owner',
  'class-reader',
  'layer-staff',
  'author',
] as const;
export type Reader = (typeof readers)[number];
/** A layer holds threads of many works: its staff is known of a thread alone. */
export type LayerReader = Exclude<Reader, 'layer-staff' | 'author'>;

/** Who may see that a thread in a layer exists. */
export const layerReaders = {
  notebook: ['layer-owner'],
  waiting: ['layer-owner'],
  public: ['everyone'],
  class: ['class-reader'],
  feedback: ['class-reader'],
} as const satisfies Record<LayerKind, readonly LayerReader[]>;

export type Staff = 'administrator' | 'moderator-of-work' | 'class-staff';

/**
 * Who keeps a layer in order. Nobody does in a notebook: an administrator has no eye there. Nor does
 * anybody in what waits: moderators read it in their queue alone. A class is kept by those who teach
 * it, and by no office of the site.
 */
export const layerStaff = {
  notebook: [],
  waiting: [],
  public: ['administrator', 'moderator-of-work'],
  class: ['class-staff'],
  feedback: ['class-staff'],
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

/** A row with where its work stands: what was public of a work that is withdrawn is read by nobody. */
export interface StandingRow extends VisibleRow {
  readonly workStanding: WorkStanding;
}

export function isStaff(actor: Actor, { layer, workId }: Omit<VisibleRow, 'authorId'>): boolean {
  return layerStaff[layer.kind].some((who: Staff) => {
    switch (who) {
      case 'administrator':
        return actor.roles.includes(who);
      case 'moderator-of-work':
        return moderates(actor, workId);
      case 'class-staff':
        return (layer.asReader?.role ?? 'student') !== 'student';
    }
  });
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

const readsInClass = (actor: Actor, { asReader }: Layer): boolean =>
  actor.personId !== null && (asReader ?? null) !== null;

function isReader(reader: Reader, actor: Actor, row: VisibleRow): boolean {
  switch (reader) {
    case 'everyone':
      return true;
    case 'layer-owner':
      return isPerson(actor, row.layer.ownerId);
    case 'class-reader':
      return readsInClass(actor, row.layer);
    case 'layer-staff':
      return isStaff(actor, row);
    case 'author':
      return isPerson(actor, row.authorId);
  }
}

export function seesLayer(actor: Actor, layer: Layer): boolean {
  // Which class it is of is told by the rows that such a session is shown.
  if (actor.within !== undefined && !isClassLayer(layer.kind)) return false;
  return layerReaders[layer.kind].some((reader: LayerReader) => {
    switch (reader) {
      case 'everyone':
        return true;
      case 'layer-owner':
        return isPerson(actor, layer.ownerId);
      case 'class-reader':
        return readsInClass(actor, layer);
    }
  });
}

/** True where the actor sees that there is a thread. */
export const seesThread = (
  actor: Actor,
  { layer, workStanding }: Pick<StandingRow, 'layer' | 'workStanding'>,
): boolean => seesLayer(actor, layer) && isLayerOfWork(workStanding, layer.kind);

/** True where the actor reads the words; a thread's reader who does not sees a tombstone. */
export function readsBody(actor: Actor, row: StandingRow, state: AnnotationState): boolean {
  if (!seesThread(actor, row)) return false;
  return bodyReaders[state].some((reader) => isReader(reader, actor, row));
}
