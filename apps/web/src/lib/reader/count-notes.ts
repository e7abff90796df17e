import { m } from '#lib/paraglide/messages.js';

/** `1 note`, `12 notes`. */
export function countNotes(count: number): string {
  if (count === 0) return m.work_notes_none();
  return count === 1 ? m.work_notes_one() : m.work_notes_many({ count });
}
