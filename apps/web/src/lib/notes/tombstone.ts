import type { AnnotationView } from '@glossator/contract';
import { m } from '#lib/paraglide/messages.js';

const none = (): string => '';

const words = {
  // Whoever sees that one of these is there reads it.
  held: none,
  returned: none,
  refused: none,
  published: none,
  hidden: m.note_hidden,
  deleted: m.note_deleted,
  erased: m.note_erased,
} satisfies Record<AnnotationView['state'], () => string>;

/** What stands where a note stood. */
export function tombstone(state: AnnotationView['state']): string {
  return words[state]();
}
