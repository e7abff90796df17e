import { noteKinds, type NoteKind } from '@glossator/domain';

/** Kinds of notes in the words of the W3C model. */
const motivationOf: Readonly<Record<NoteKind, string>> = {
  comment: 'commenting',
  question: 'questioning',
  answer: 'replying',
  dispute: 'assessing',
  source: 'linking',
  translation: 'describing',
  term: 'classifying',
};

/** A reply says that it is one, beside what it is; an answer says it once. */
export function motivationsOf(kind: NoteKind, isReply: boolean): string[] {
  return isReply && kind !== 'answer' ? [motivationOf[kind], 'replying'] : [motivationOf[kind]];
}

export function kindOfMotivations(motivations: readonly string[]): NoteKind {
  const known = noteKinds.find(
    (kind) => kind !== 'answer' && motivations.includes(motivationOf[kind]),
  );
  return known ?? (motivations.includes('replying') ? 'answer' : 'comment');
}
