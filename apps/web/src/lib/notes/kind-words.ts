import type { NoteKind } from '@glossator/domain';
import { m } from '#lib/paraglide/messages.js';

const names = {
  comment: m.kind_comment,
  question: m.kind_question,
  answer: m.kind_answer,
  dispute: m.kind_dispute,
  source: m.kind_source,
  translation: m.kind_translation,
  term: m.kind_term,
} satisfies Record<NoteKind, () => string>;

export const kinds = Object.keys(names) as readonly NoteKind[];
export const kindName = (kind: NoteKind): string => names[kind]();
/** A kind as a form has it; another word is the one it starts with. */
export const asKind = (word: string | undefined, otherwise: NoteKind = 'comment'): NoteKind =>
  kinds.find((kind) => kind === word) ?? otherwise;
