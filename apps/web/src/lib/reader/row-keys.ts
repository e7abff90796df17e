import { stepRow } from './note-steps.ts';

export type RowKey =
  | { readonly kind: 'focus'; readonly row: HTMLElement; readonly path: string }
  | { readonly kind: 'open'; readonly path: string };

/** What a key does while a clause itself has the focus; null where it does nothing there. */
export function rowKey(event: KeyboardEvent): RowKey | null {
  const row = event.target;
  if (!(row instanceof HTMLElement) || !row.classList.contains('row')) return null;
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const next = stepRow(row, event.key === 'ArrowDown' ? 1 : -1);
    return next === null ? null : { kind: 'focus', row: next, path: next.dataset['path'] ?? '' };
  }
  const opens = event.key === 'Enter' && !row.classList.contains('in-focus');
  return opens ? { kind: 'open', path: row.dataset['path'] ?? '' } : null;
}

/** The clause that a press opens: not where a link is meant or words are being selected. */
export function pressedClause(event: MouseEvent): string | null {
  const target = event.target instanceof Element ? event.target : null;
  const row = target?.closest<HTMLElement>('.row');
  if (!row || target?.closest('a, button, summary, details, label') !== null) return null;
  if (getSelection()?.isCollapsed === false || event.detail > 1) return null;
  return row.dataset['path'] ?? null;
}
