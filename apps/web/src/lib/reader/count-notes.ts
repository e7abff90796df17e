import type { FocusView, Tallies } from '@glossator/contract';
import { m } from '#lib/paraglide/messages.js';

/** `1 note`, `12 notes`. */
export function countNotes(count: number): string {
  if (count === 0) return m.work_notes_none();
  return count === 1 ? m.work_notes_one() : m.work_notes_many({ count });
}

/** Notes on what is open: on its segments, and on a section as a whole; none on the whole work. */
export function notesOn(focus: FocusView, tallies: Tallies): number {
  if (focus.kind === 'work') return 0;
  const units = focus.kind === 'container' && focus.uid !== null ? [focus.uid] : [];
  return [...focus.segments, ...units].reduce((sum, uid) => sum + (tallies[uid] ?? 0), 0);
}
