import type { AnnotationView } from '@glossator/contract';
import { m } from '#lib/paraglide/messages.js';
import type { Reading } from '../reader/load-reading.ts';

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

/** What stands where a note stood; with the class of the reason, where its words are at hand. */
export function tombstone(
  { state, reasonClass }: Pick<AnnotationView, 'state' | 'reasonClass'>,
  reasons: Reading['reasons'] = null,
): string {
  const why = reasonClass === null ? undefined : reasons?.reasonWords(reasonClass).class();
  return why === undefined ? words[state]() : m.note_hidden_because({ why });
}
