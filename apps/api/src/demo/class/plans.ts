import type { Plan } from './step.ts';

const asked = {
  work: 'ncss-2016',
  languages: ['en', 'zh-Hans'],
  leastLength: 30,
  per: 'assignment',
  coverage: 2,
  how: 'scaled',
} as const;

/** Closed, graded and told by now. */
export const sovereignty: Plan = {
  ...asked,
  languages: [...asked.languages],
  title: 'What sovereignty claims, and what it asks',
  question:
    'Read the three sentences of 3.1.1 in both languages. What does each claim for states, and what does it ask of them? Argue from the words; where the languages part, say which one you follow.',
  ranges: [{ from: '3.1.1.1', to: '3.1.1.3' }],
  opens: 0,
  due: 7,
  closes: 9,
  gate: { kind: 'count', notes: 1 },
  byGroups: true,
  notes: 2,
  replies: 1,
  late: 'left-out',
  points: 10,
  names: 'real',
};

/** Open now: it was due yesterday, and late work is counted. */
export const security: Plan = {
  ...asked,
  languages: [...asked.languages],
  title: 'Whose security? 谁的安全？',
  question:
    'Who may do what to whom here, and for whose security? Write **two** notes of your own on a clause before you read what others wrote on it.\n\n先写两条自己的笔记，再读别人的。',
  ranges: [{ from: '3.2.1.2', to: '3.2.1.4' }],
  opens: 0,
  due: 6,
  closes: 12,
  gate: { kind: 'count', notes: 2 },
  byGroups: false,
  notes: 4,
  replies: 2,
  late: 'counted',
  points: 20,
  names: 'pseudonym',
};

/** A draft: the English of this section is lost. */
export const infrastructure: Plan = {
  ...asked,
  languages: ['zh-Hans'],
  title: 'Critical infrastructure: who owes what',
  question:
    'Our copy has no English of this section. Put each duty into one sentence of English: who owes it, to whom, and from when? See [[4.3.2.1]].',
  ranges: [
    { from: '4.3.1.1', to: '4.3.2.1' },
    { from: '4.3.2.4', to: '4.3.2.4' },
  ],
  opens: 5,
  due: 12,
  closes: 14,
  gate: { kind: 'group-count', notes: 4 },
  byGroups: true,
  notes: 3,
  replies: 1,
  late: 'counted',
  points: 20,
  names: 'blind',
};
