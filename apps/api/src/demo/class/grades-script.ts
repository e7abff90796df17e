import type { Rubric } from '@glossator/domain';
import type { Role } from '../cast.ts';

export const rubric: Rubric = [
  {
    title: 'From the words',
    levels: [
      { words: 'Says what it thinks', hundredths: 0 },
      { words: 'Points at the clause', hundredths: 250 },
      { words: 'Argues from single words', hundredths: 500 },
    ],
  },
  {
    title: 'Both languages',
    levels: [
      { words: 'One of them', hundredths: 0 },
      { words: 'Both, side by side', hundredths: 250 },
      { words: 'What the difference does', hundredths: 500 },
    ],
  },
];

interface Judgement {
  readonly by: Role;
  readonly whom: Role;
  readonly chosen: readonly number[];
  readonly comment: string;
  readonly override?: { readonly hundredths: number; readonly reason: string };
}

/** What each student got in the first assignment. */
export const judgements: readonly Judgement[] = [
  {
    by: 'ines',
    whom: 'lin',
    chosen: [2, 1],
    comment: '两条笔记都从词句出发。下次请把英文也当作一种解读，而不只是对照。',
  },
  {
    by: 'ines',
    whom: 'mina',
    chosen: [2, 1],
    comment:
      'You read to the end of the long sentence, which few did. Say next time what follows from the order.',
  },
  {
    by: 'chen',
    whom: 'tomas',
    chosen: [2, 2],
    comment: 'The point about tense is new to me and holds. Your second note came after the time.',
  },
  {
    by: 'ines',
    whom: 'amara',
    chosen: [2, 1],
    comment:
      'Strong on 纵容. Ask yourself what the word would have to be for the weaker reading to be right.',
  },
  {
    by: 'chen',
    whom: 'yu',
    chosen: [1, 2],
    comment: '限定语的观察很好。第二条太短，没有计入；请写出同意什么、为什么。',
  },
  {
    by: 'ines',
    whom: 'clara',
    chosen: [2, 1],
    comment: 'Both notes turn on one word each, and both hold.',
  },
  {
    by: 'chen',
    whom: 'hao',
    chosen: [2, 0],
    comment: '引《国际法原则宣言》很准确。英文译文还没有用上。',
  },
  {
    by: 'ines',
    whom: 'leila',
    chosen: [1, 1],
    comment: 'A good first note. I hope you are well again.',
    override: {
      hundredths: 1_400,
      reason:
        'Ill in the second week. We agreed that the one note, with what she said of it in class, stands for two.',
    },
  },
];

/** Who contests what of it: a note that was left out as late, and a criterion that nobody has answered yet. */
export const contested = {
  lateNote: {
    by: 'tomas',
    note: 'reproach',
    words:
      'I showed this note to Chen in the session before the time was over and typed it in the next morning. Can it be counted?',
    answer: {
      by: 'ines',
      words: 'Chen remembers it. The note counts, and with it the second clause.',
      hundredths: 2_000,
    },
  },
  criterion: {
    by: 'clara',
    criterion: 1,
    words:
      'My note on 3.1.1.3 says what the English modal changes: a rule becomes advice. Is that not what the third level asks for?',
  },
} as const;
