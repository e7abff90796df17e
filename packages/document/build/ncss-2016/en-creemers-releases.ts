import type { ReleaseDeclaration } from '../declarations.ts';

/** Later versions of the translation: each a list of changes to the one before. */
export const releases: readonly ReleaseDeclaration[] = [
  {
    version: '1.0.1',
    released: '2026-11-30',
    change: {
      en: 'Two slips of the copy are corrected: a full stop that is missing at 1.1.5.3, and an apostrophe too many at 4.9.2.1.',
      'zh-Hans': '改正副本中的两处讹误：1.1.5.3 句末所脱的句点，以及 4.9.2.1 多出的撇号。',
    },
    changes: [
      {
        kind: 'correct',
        path: '1.1.5.3',
        before: 'cultural construction',
        after: 'cultural construction.',
        cause: 'transcriber',
        certainty: 'high',
        note: {
          en: 'The copy has lost the full stop of this sentence.',
          'zh-Hans': '副本脱此句句末的句点。',
        },
        evidence: [
          {
            en: 'Every other sentence of the copy that is whole ends with one.',
            'zh-Hans': '副本中其他完整的句子均以句点结尾。',
          },
          { en: 'The Chinese has 。 here.', 'zh-Hans': '中文此处有“。”。' },
        ],
        settles: ['G5', 'S6'],
      },
      {
        kind: 'correct',
        path: '4.9.2.1',
        before: 'cooperation’s',
        after: 'cooperation',
        cause: 'unknown',
        certainty: 'high',
        note: {
          en: 'The copy has “cooperation’s”. Nothing follows that cooperation could have: the sentence goes on “in areas such as”.',
          'zh-Hans': '副本作“cooperation’s”，其后并无所属之物：下文为“in areas such as”。',
        },
        evidence: [
          {
            en: 'The Chinese has 深化……国际合作: what is deepened is the cooperation, and nothing of its own.',
            'zh-Hans': '中文为“深化……国际合作”：所深化者即“合作”，并非“合作”所属之物。',
          },
          {
            en: 'Elsewhere the translation has “deepen cooperation” (3.0.1.2) and “international cooperation” (4.9.0, 4.9.3.4).',
            'zh-Hans':
              '译文他处作“deepen cooperation”（3.0.1.2）、“international cooperation”（4.9.0、4.9.3.4）。',
          },
        ],
        settles: ['E10'],
      },
    ],
  },
];
