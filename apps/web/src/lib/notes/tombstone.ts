import type { AnnotationView } from '@glossator/contract';
import { m } from '#lib/paraglide/messages.js';

const words = {
  published: () => '',
  hidden: m.note_hidden,
  deleted: m.note_deleted,
  erased: m.note_erased,
} satisfies Record<AnnotationView['state'], () => string>;

/** What stands where a note stood. */
export function tombstone(state: AnnotationView['state']): string {
  return words[state]();
}
