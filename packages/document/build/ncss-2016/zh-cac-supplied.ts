import type { ApparatusDeclaration } from '../declarations.ts';

/** What an editor would read in the gaps; none of it is in the text. */
export const supplied: readonly ApparatusDeclaration[] = [
  {
    number: 'S1',
    kind: 'supplied',
    cause: 'banner',
    certainty: 'high',
    reading: '三、原则',
    lost: ['3.0.0'],
    note: {
      en: 'The lost heading of part III.',
      'zh-Hans': '第三部分缺失的标题。',
    },
    evidence: [
      {
        en: 'The translation has “III, Principles”; 二、 stands before and 四、 after.',
        'zh-Hans': '译文作“III, Principles”；前有“二、”，后有“四、”。',
      },
      {
        en: 'A press summary of the time names the four principles (原则) of the strategy.',
        'zh-Hans': '当时的报刊摘要列出该战略的四项原则。',
      },
    ],
  },
  {
    number: 'S2',
    kind: 'supplied',
    cause: 'banner',
    certainty: 'low',
    reading: '，信息自由流动与维护国家安全、公共利益实现有机统一',
    empty: [{ path: '2.0.6.2', after: '网络环境诚信、文明、健康', before: '。' }],
    note: {
      en: 'The lost clause put back into Chinese from the translation: the sense is certain, the wording is ours.',
      'zh-Hans': '据译文回译所拟：意思可以确定，措辞出于推测。',
    },
    evidence: [
      {
        en: 'The translation: “and the free flow of information is organically unified with safeguarding national security and the public interest”. No Chinese witness of the clause has been seen.',
        'zh-Hans':
          '译文作“and the free flow of information is organically unified with safeguarding national security and the public interest”；未见此分句的中文证本。',
      },
    ],
  },
  {
    number: 'S3',
    kind: 'supplied',
    cause: 'banner',
    certainty: 'medium',
    reading: '战略布局',
    empty: [{ path: '0.0.1.3', after: '全面从严治党', before: '的重大举措' }],
    note: {
      en: 'The noun that the four “comprehensives” lead up to.',
      'zh-Hans': '“四个全面”所领起的中心词。',
    },
    evidence: [
      {
        en: 'The translation has “strategic arrangement”, two others “strategic layout”; 战略布局 is the set term for the four “comprehensives”.',
        'zh-Hans':
          '译文作“strategic arrangement”，另两种译文作“strategic layout”；“战略布局”是“四个全面”的固定说法。',
      },
    ],
  },
  {
    number: 'S4',
    kind: 'supplied',
    cause: 'transcriber',
    certainty: 'high',
    reading: '新',
    empty: [{ path: '1.1.3.1', after: '生产生活的', before: '空间' }],
    note: {
      en: 'New spaces for production and life.',
      'zh-Hans': '当作“生产生活的新空间”。',
    },
    evidence: [
      {
        en: 'The sister titles 新渠道, 新引擎, 新载体, 新平台, 新纽带, 新疆域; “New spaces” in the translation; 生产生活的新空间 in a press summary.',
        'zh-Hans':
          '并列小题作“新渠道”“新引擎”“新载体”“新平台”“新纽带”“新疆域”；译文作“New spaces”；报刊摘要作“生产生活的新空间”。',
      },
    ],
  },
  {
    number: 'S5',
    kind: 'supplied',
    cause: 'banner',
    certainty: 'medium',
    reading: '网络伦理、',
    empty: [{ path: '4.4.2.1', after: '加强', before: '网络文明建设' }],
    note: {
      en: '“Online ethics”, the first of the two things to be strengthened.',
      'zh-Hans': '“加强”的第一项，即网络伦理。',
    },
    evidence: [
      {
        en: 'The sentence follows a formula of a speech at Wuzhen on 16 December 2015, which has 加强网络伦理、网络文明建设.',
        'zh-Hans': '此句沿用2015年12月16日乌镇讲话的表述：“加强网络伦理、网络文明建设”。',
      },
      {
        en: 'The translation has a second object here, “online theory”, which looks like a misreading of 伦理 (ethics) as 理论 (theory).',
        'zh-Hans': '译文此处另有一项“online theory”，似将“伦理”误读为“理论”。',
      },
    ],
  },
];
