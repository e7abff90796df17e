import { codePointLength } from '../src/index.ts';
import type { Placed } from './blocks.ts';
import { textOfCells } from './cells.ts';
import type { Fold } from './declarations.ts';
import type { Change } from './operations.ts';

interface Edit {
  readonly offset: number;
  readonly before: string;
  readonly after: string;
}

export interface Folded {
  readonly readings: ReadonlyMap<string, string>;
  /** The changes of each fold, in the order of the folds. */
  readonly changes: readonly (readonly Change[])[];
}

function editsOf(fold: Fold, text: string): readonly Edit[] {
  return [...text.matchAll(fold.pattern)].map((match) => {
    const before = match[0];
    const end = match.index + before.length;
    const after = fold.replace(before, text.slice(0, match.index), text.slice(end));
    return { offset: codePointLength(text.slice(0, match.index)), before, after };
  });
}

/** Edits apply to the diplomatic text and must not touch one another. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const chars = [...text];
  let out = '';
  let from = 0;
  for (const edit of edits.toSorted((left, right) => left.offset - right.offset)) {
    const found = chars.slice(edit.offset, edit.offset + codePointLength(edit.before)).join('');
    if (edit.offset < from || found !== edit.before) throw new Error(`edit does not fit: ${text}`);
    out += chars.slice(from, edit.offset).join('') + edit.after;
    from = edit.offset + codePointLength(edit.before);
  }
  return out + chars.slice(from).join('');
}

function changeOf(segment: Placed, edit: Edit): Change {
  const cell = segment.cells[edit.offset];
  if (cell?.at === undefined || cell.at === null) throw new Error(`no locus in ${segment.path}`);
  return { path: segment.path, line: cell.line, at: cell.at, ...edit };
}

/** The reading texts, and what each fold changed. */
export function fold(placed: readonly Placed[], folds: readonly Fold[]): Folded {
  const changes: Change[][] = folds.map(() => []);
  const readings = new Map<string, string>();
  for (const segment of placed) {
    const text = textOfCells(segment.cells);
    const edits: Edit[] = [];
    for (const [i, rule] of folds.entries()) {
      if (rule.applies !== 'all' && rule.applies !== segment.kind) continue;
      const found = editsOf(rule, text);
      edits.push(...found);
      changes[i]?.push(...found.map((edit) => changeOf(segment, edit)));
    }
    readings.set(segment.path, applyEdits(text, edits));
  }
  for (const [i, rule] of folds.entries()) {
    const made = changes[i]?.length ?? 0;
    if (made !== rule.expected) {
      throw new Error(`${rule.kind}: ${String(made)} changes, ${String(rule.expected)} declared`);
    }
  }
  return { readings, changes };
}
