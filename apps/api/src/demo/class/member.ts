import type { Viewer } from '../../plugins/session.ts';
import { withNewLayers } from '../../features/gate/reader.ts';
import type { Role } from '../cast.ts';
import type { Stage } from '../stage.ts';

export function idOf(stage: Stage, role: Role): string {
  const { person } = stage.as(role);
  if (person === null) throw new Error(`${role} is nobody`);
  return person.id;
}

/** Somebody as they read in their class now. */
export function inClass(stage: Stage, role: Role): Promise<Viewer> {
  const { actor, layers, person } = stage.as(role);
  const viewer: Viewer = { actor, layers, person, sessionId: null, works: [] };
  return withNewLayers(stage.db, viewer, idOf(stage, role));
}

export function known(names: ReadonlyMap<string, string>, name: string): string {
  const id = names.get(name);
  if (id === undefined) throw new Error(`nothing is called ${name}`);
  return id;
}
