import type { FrontMatterForm, RecommendationForm } from '@glossator/contract';

const front: Pick<FrontMatterForm, 'subtitle' | 'interests' | 'contributors'> = {
  subtitle: 'With what a second reader of the copy found',
  interests: 'None. The author is made up.',
  contributors: [
    {
      ...{ kind: 'person', family: 'Haddad (demo)', given: 'Noor', orcid: '', affiliation: '' },
      roles: ['writing-review-editing'],
    },
  ],
};

const rounds: readonly [RecommendationForm, RecommendationForm] = [
  {
    recommendation: 'major',
    toEditor: '沿用原札记，增补甚少；须先说明依据。',
    toAuthors: 'T12：请说明所据为何本，以及是否另有旁证。',
  },
  { recommendation: 'accept', toEditor: '', toAuthors: 'T12 已说明所据，别无意见。' },
];

/** A copy of what ships, from its first draft to a correction. */
export const copy = {
  source: 'ncss-2016-textual-notes',
  slug: 'demo-textual-notes-read-again',
  title: 'Textual notes, read again (demo)',
  front,
  note: 'A copy of the textual notes that ship, to be read a second time. T12 is where I begin.',
  rounds,
  changes: {
    kind: 'request-changes',
    reason: 'The reviewer asks what T12 rests on, and so do I.',
    message: 'Please say in T12 which copy you have read, and hand it in again.',
  },
  amended: 'T12',
  mended: 'Read again in the same copy, by a second reader, with the same result.',
  again: 'T12 says what was read.',
  declined: {
    kind: 'decline',
    reason: 'I took it for the notes that ship, which nobody may hand in twice.',
    message: 'We cannot take what is published here already.',
  },
  undone: {
    reason: 'It is a copy that says so, under a licence that lets it be one.',
    message: 'That was a mistake of ours: your commentary is under review as before.',
  },
  accepted: { kind: 'accept', reason: '', message: 'Accepted. Thank you both.' },
  corrected: 'No printed edition was compared.',
  change: 'T12 says that no printed edition was compared.',
} as const;
