/** What a note is, said by its author. */
export const noteKinds = [
  'comment',
  'question',
  'answer',
  'dispute',
  'source',
  'translation',
  'term',
] as const;
export type NoteKind = (typeof noteKinds)[number];
