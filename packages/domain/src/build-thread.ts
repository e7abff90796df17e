/** What a thread is built from: any note that knows its parent and whether its words are shown. */
export interface Threadable {
  readonly id: string;
  readonly parentId: string | null;
  /** False for a tombstone. */
  readonly readable: boolean;
  /** True where a tombstone stands even with nothing under it (withheld by a moderator). */
  readonly lasting: boolean;
}

export interface ThreadNode<Note> {
  readonly note: Note;
  /** 0 for the root. */
  readonly depth: number;
  readonly replies: readonly ThreadNode<Note>[];
}

/**
 * Builds the tree of one thread from its notes, oldest first. A tombstone stays while something
 * readable lies under it, so that replies keep their place; a reply whose parent is not among the
 * notes hangs under the root.
 */
export function buildThread<Note extends Threadable>(
  notes: readonly Note[],
): ThreadNode<Note> | null {
  const root = notes.find((note) => note.parentId === null);
  if (root === undefined) return null;
  const known = new Set(notes.map((note) => note.id));
  const children = new Map<string, Note[]>();
  for (const note of notes) {
    if (note === root) continue;
    const parent = note.parentId !== null && known.has(note.parentId) ? note.parentId : root.id;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [note]);
    else siblings.push(note);
  }
  return assemble(root, children);
}

// Iterative: a thread may be thousands of replies deep, and a reader must not crash on it.
function assemble<Note extends Threadable>(
  root: Note,
  children: ReadonlyMap<string, readonly Note[]>,
): ThreadNode<Note> | null {
  const order: { note: Note; depth: number }[] = [];
  const stack: { note: Note; depth: number }[] = [{ note: root, depth: 0 }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    order.push(next);
    for (const child of children.get(next.note.id) ?? [])
      stack.push({ note: child, depth: next.depth + 1 });
  }
  const built = new Map<string, ThreadNode<Note>>();
  for (const { note, depth } of order.reverse()) {
    const replies = (children.get(note.id) ?? []).flatMap((child) => built.get(child.id) ?? []);
    if (note.readable || note.lasting || replies.length > 0)
      built.set(note.id, { note, depth, replies });
  }
  return built.get(root.id) ?? null;
}
