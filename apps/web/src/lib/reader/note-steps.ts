/** Moves the focus to the next or previous note beside the clause; true where there was one. */
export function stepNote(direction: 1 | -1): boolean {
  const notes = [...document.querySelectorAll<HTMLElement>('#thread article')].filter(
    (note) => note.offsetParent !== null,
  );
  const active = document.activeElement?.closest('article') ?? null;
  const at = notes.findIndex((note) => note === active);
  const next = notes[at === -1 ? (direction === 1 ? 0 : notes.length - 1) : at + direction];
  if (next === undefined) return false;
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
  return true;
}

/** The row after or before the one that holds the focus, as its path; null at either end. */
export function stepRow(row: Element, direction: 1 | -1): HTMLElement | null {
  const rows = [...document.querySelectorAll<HTMLElement>('.row')];
  return rows[rows.findIndex((each) => each === row) + direction] ?? null;
}
