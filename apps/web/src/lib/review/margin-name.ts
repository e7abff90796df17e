import type { MarginNoteView, MarginThreadView } from '@glossator/contract';
import { m } from '#lib/paraglide/messages.js';

/** What whoever wrote a note is called: by name where it is told, else as what they wrote it. */
export function marginName(
  { as, person }: Pick<MarginNoteView, 'as' | 'person'>,
  { reviewer }: Pick<MarginThreadView, 'reviewer'>,
): string {
  if (person !== null) return person.name;
  if (as === 'editor') return m.rev_margin_by_editor();
  if (as === 'author') return m.rev_margin_by_author();
  return m.rev_reviewer({ n: reviewer ?? 1 });
}

/** As what a person wrote it, beside their name. */
export function marginRole(
  { as, person, isOwn }: Pick<MarginNoteView, 'as' | 'person' | 'isOwn'>,
  { reviewer }: Pick<MarginThreadView, 'reviewer'>,
): string {
  if (isOwn) return m.rev_margin_you();
  if (person === null) return '';
  if (as === 'editor') return m.rev_margin_editor();
  return as === 'author' ? m.rev_margin_author() : m.rev_margin_reviewer({ n: reviewer ?? 1 });
}
