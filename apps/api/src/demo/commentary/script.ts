import type { FrontMatterForm, NewPart } from '@glossator/contract';
import type { MarginAudience } from '@glossator/domain';
import type { Role } from '../cast.ts';

export const people = {
  lead: 'noor',
  editor: 'mara',
  reviewed: 'chen',
  asked: 'amara',
} as const satisfies Record<string, Role>;

export const slug = 'demo-three-clauses-on-sovereignty';
export const front: Omit<FrontMatterForm, 'version'> = {
  title: 'Three clauses on sovereignty (demo)',
  subtitle: 'What the strategy claims, and by which words',
  abstract:
    'The strategy speaks of sovereignty in a row of sentences that do different things: they claim, they empower, they forbid. This commentary takes three of them word by word.',
  language: 'en',
  licence: 'CC-BY-4.0',
  interests: 'None. The author is made up.',
  contributors: [
    {
      ...{ kind: 'person', family: 'Haddad (demo)', given: 'Noor', orcid: '', affiliation: '' },
      roles: ['writing-original-draft'],
    },
  ],
};

export const parts: readonly Omit<NewPart, 'key'>[] = [
  {
    ...{ kind: 'introduction', label: '', title: '', places: [] },
    body: 'Sovereignty is the first of the principles, and the one that the others lean on. Who reads only its name misses that each sentence under it has another subject: first nobody, then the state, then all states.',
  },
  {
    ...{
      kind: 'entry',
      label: 'S1',
      title: 'A right without an owner',
      places: [{ at: '3.1.1.1' }],
    },
    body: 'The sentence says that sovereignty is inviolable and that choices are respected. It does not say by whom. The next one, [[3.1.1.2]], fills the gap with the state.',
  },
  {
    ...{ kind: 'entry', label: 'S2', title: 'What a state may do', places: [{ at: '3.1.1.2' }] },
    body: 'Here is the power: to make laws, to manage, and to take measures. 依法, “according to the law”, stands before the measures, and is lost where the clause is quoted in part.',
  },
  {
    ...{ kind: 'entry', label: 'S3', title: 'What no state does', places: [{ at: '3.1.1.3' }] },
    body: 'Where [[S2]] empowers, this forbids, and it forbids to all. The Chinese states it as a fact; a translation with “should” makes advice of it.',
  },
];

export const note =
  'Three entries and an introduction. I am least sure of S3: does the sentence state a rule?';
export const toAuthors = 'The reviewers have been asked. You hear from me when both have answered.';
export const review = {
  recommendation: 'minor',
  toEditor: '论证可靠，篇幅也合适。S3 的措辞稍重，改后即可。',
  toAuthors:
    'S3：“陈述事实”与“规定”之间还有第三种读法，即宣示立场。请补一句，并注明所据译本。S1 与 S2 无须改动。',
} as const;

interface MarginNote {
  readonly by: 'reviewed' | 'editor';
  /** Of the part. */
  readonly label: string;
  /** Empty: the part as a whole. */
  readonly words: string;
  readonly audience: MarginAudience;
  readonly body: string;
  readonly answer: string | null;
}

/** What stands in the margins. */
export const margins: readonly MarginNote[] = [
  {
    ...{
      by: 'reviewed',
      label: 'S3',
      words: 'The Chinese states it as a fact',
      audience: 'authors',
    },
    body: '中文“不搞网络霸权”一类句式常用于宣示立场，未必是陈述事实。请举一处同类用法。',
    answer: 'I read it the same way. The authors should see this one first.',
  },
  {
    ...{ by: 'reviewed', label: 'S1', words: '', audience: 'editors' },
    body: '这一条与作者此前的讲稿几乎相同，是否须在声明中注明？',
    answer: null,
  },
  {
    ...{
      by: 'editor',
      label: 'S2',
      words: 'is lost where the clause is quoted in part',
      audience: 'authors',
    },
    body: 'Name one place where it is quoted so; else this is a claim about nobody.',
    answer: null,
  },
];
