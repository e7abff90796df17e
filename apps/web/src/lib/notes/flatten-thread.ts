import type { AnnotationView } from '@glossator/contract';
import { buildThread, type ThreadNode } from '@glossator/domain';

/** How far replies are moved in; deeper ones say whom they answer instead. */
export const maxIndent = 4;

export interface ThreadRow {
  readonly note: AnnotationView;
  readonly depth: number;
  readonly indent: number;
  /** The note answered, where the indent no longer shows it. */
  readonly answers: AnnotationView | null;
}

type Built = AnnotationView & { parentId: string | null; readable: boolean; lasting: boolean };

/** One thread in reading order: a list, because a nesting of hundreds could not be read. */
export function flattenThread(notes: readonly AnnotationView[]): readonly ThreadRow[] {
  const tree = buildThread<Built>(
    notes.map((note) => ({
      ...note,
      parentId: note.parent,
      readable: note.html !== null,
      // What a moderator withheld, or its author has just deleted and may take back, stays in sight.
      lasting: note.state === 'hidden' || note.abilities.restore,
    })),
  );
  if (tree === null) return [];
  const rows: ThreadRow[] = [];
  const stack: { node: ThreadNode<Built>; parent: AnnotationView | null }[] = [
    { node: tree, parent: null },
  ];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, parent } = next;
    const answers = node.depth > maxIndent ? parent : null;
    rows.push({
      note: node.note,
      depth: node.depth,
      indent: Math.min(node.depth, maxIndent),
      answers,
    });
    for (const child of node.replies.toReversed()) stack.push({ node: child, parent: node.note });
  }
  return rows;
}
