import type { Actor } from '../actor.ts';
import type { LayerKind } from '../layer.ts';
import type { WorkStanding } from '../states/work.ts';

/** Who may read a work. `api/db/visibility` translates each word to SQL. */
export type WorkReader = 'everyone' | 'owner' | 'class-of-work' | 'text-editor';

/**
 * No office but that of a text editor opens what is somebody's own, and theirs only while it is
 * offered: an administrator has no eye there. What is withdrawn is read by nobody.
 */
export const workReaders = {
  private: ['owner', 'class-of-work'],
  offered: ['owner', 'class-of-work', 'text-editor'],
  public: ['everyone'],
  withdrawn: [],
} as const satisfies Record<WorkStanding, readonly WorkReader[]>;

export interface AboutWork {
  readonly standing: WorkStanding;
  /** Null for what ships with the program, and for what was left by somebody who is gone. */
  readonly ownerId: string | null;
  /** The classes that it was given to, among those whose member the actor is. */
  readonly inClasses: readonly string[];
}

export const isTextEditor = ({ roles }: Actor): boolean => roles.includes('text-editor');

export const ownsWork = (actor: Actor, { ownerId }: Pick<AboutWork, 'ownerId'>): boolean =>
  actor.personId !== null && actor.within === undefined && actor.personId === ownerId;

function isReader(reader: WorkReader, actor: Actor, work: AboutWork): boolean {
  switch (reader) {
    case 'everyone':
      return true;
    case 'owner':
      return ownsWork(actor, work);
    case 'class-of-work':
      return work.inClasses.some((id) => actor.within === undefined || actor.within === id);
    case 'text-editor':
      return isTextEditor(actor) && actor.within === undefined;
  }
}

/** True where the actor may read the work; to whoever may not, there is none. */
export const seesWork = (actor: Actor, work: AboutWork): boolean =>
  workReaders[work.standing].some((reader: WorkReader) => isReader(reader, actor, work));

/** The layers in which something may be said about a work; what was said in others is not read. */
export const layersOfWork = {
  private: ['notebook', 'class', 'feedback'],
  offered: ['notebook', 'class', 'feedback'],
  public: ['notebook', 'waiting', 'public', 'class', 'feedback'],
  withdrawn: ['notebook', 'class', 'feedback'],
} as const satisfies Record<WorkStanding, readonly LayerKind[]>;

export const isLayerOfWork = (standing: WorkStanding, kind: LayerKind): boolean =>
  (layersOfWork[standing] as readonly LayerKind[]).includes(kind);
