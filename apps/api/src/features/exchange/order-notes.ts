import type { ForeignNote } from './foreign-note.ts';

export interface Ordered {
  /** Each after the note it answers, where that one is in the file. */
  readonly notes: readonly ForeignNote[];
  /** Those that answer each other in a ring. */
  readonly looped: readonly ForeignNote[];
}

/** Threads from the root down; the order of the file among notes of one depth. */
export function orderNotes(notes: readonly ForeignNote[]): Ordered {
  const ids = new Set(notes.map(({ id }) => id));
  const answers = new Map<string, ForeignNote[]>();
  let layer: ForeignNote[] = [];
  for (const note of notes) {
    if (note.parent === null || !ids.has(note.parent)) layer.push(note);
    else {
      const known = answers.get(note.parent);
      if (known === undefined) answers.set(note.parent, [note]);
      else known.push(note);
    }
  }
  const ordered: ForeignNote[] = [];
  while (layer.length > 0) {
    ordered.push(...layer);
    const next = layer.flatMap(({ id }) => answers.get(id) ?? []);
    for (const { id } of layer) answers.delete(id);
    layer = next;
  }
  return { notes: ordered, looped: [...answers.values()].flat() };
}
