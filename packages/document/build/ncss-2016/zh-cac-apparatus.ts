import type { ApparatusDeclaration } from '../declarations.ts';
import { doubtful } from './zh-cac-doubtful.ts';
import { supplied } from './zh-cac-supplied.ts';

const gaps: readonly ApparatusDeclaration[] = [
  {
    number: 'G1',
    kind: 'gap',
    cause: 'banner',
    certainty: 'high',
    empty: [{ path: '2.0.6.2', after: '网络环境诚信、文明、健康', before: '。' }],
    extent: [{ quantity: 22, unit: 'hanzi', estimated: true }],
    note: {
      en: 'The last clause of the sentence is missing: the free flow of information, at one with national security and the public interest.',
      'zh-Hans': '句末一个分句缺失，内容是信息自由流动与维护国家安全、公共利益的统一。',
    },
    evidence: [
      {
        en: 'The translation goes on: “and the free flow of information is organically unified with safeguarding national security and the public interest”.',
        'zh-Hans':
          '译文下接：“and the free flow of information is organically unified with safeguarding national security and the public interest”。',
      },
      {
        en: 'The sentence stands right above a cookie notice at the foot of a page; its Chinese is far too short for its English.',
        'zh-Hans': '此句紧靠页脚的 Cookie 提示之上；与译文相比，中文明显过短。',
      },
    ],
  },
  {
    number: 'G2',
    kind: 'gap',
    cause: 'banner',
    certainty: 'high',
    lost: ['3.0.0'],
    extent: [{ quantity: 1, unit: 'heading', estimated: false }],
    note: {
      en: 'The heading of part III is missing; a cookie notice stands in its place. It is the same damage as the clause lost just before.',
      'zh-Hans': '第三部分的标题缺失，原位为 Cookie 提示；与前面脱落的分句属同一处损坏。',
    },
    evidence: [
      {
        en: 'The numerals go from 二、 to 四、; the translation has “III, Principles”.',
        'zh-Hans': '编号由“二、”跳到“四、”；译文有“III, Principles”。',
      },
    ],
  },
  {
    number: 'G3',
    kind: 'gap',
    cause: 'banner',
    certainty: 'high',
    empty: [{ path: '0.0.1.3', after: '全面从严治党', before: '的重大举措' }],
    extent: [{ quantity: 4, unit: 'hanzi', estimated: true }],
    note: {
      en: 'The word for what the four “comprehensives” are, a “strategic arrangement”, is missing.',
      'zh-Hans': '“四个全面”之后的中心词（译文作 strategic arrangement）缺失。',
    },
    evidence: [
      {
        en: 'The translation, which stands twice in the copy, has “the strategic arrangement of”; two other translations have “strategic layout”.',
        'zh-Hans':
          '译文在副本中两见，均作“the strategic arrangement of”；另有两种译文作“strategic layout”。',
      },
    ],
  },
  {
    number: 'G4',
    kind: 'gap',
    cause: 'banner',
    certainty: 'high',
    empty: [{ path: '0.0.1.4', after: '治理体系变革的', before: '倡议' }],
    extent: [{ quantity: 6, unit: 'hanzi', estimated: true }],
    note: {
      en: 'The “Four Principles” are missing; other words have been written over them.',
      'zh-Hans': '“四项原则”一语缺失，被别的文字覆盖。',
    },
    evidence: [
      {
        en: 'The translation, which stands twice in the copy, has “Four Principles” beside the “Five Standpoints”; two other translations have them as well.',
        'zh-Hans':
          '译文在副本中两见，均以“Four Principles”与“Five Standpoints”并举；另有两种译文亦然。',
      },
    ],
  },
  {
    number: 'G5',
    kind: 'gap',
    cause: 'transcriber',
    certainty: 'high',
    empty: [{ path: '1.1.3.1', after: '生产生活的', before: '空间' }],
    extent: [{ quantity: 1, unit: 'hanzi', estimated: false }],
    note: {
      en: '“New” has dropped out of this paragraph’s title.',
      'zh-Hans': '本段段首小题脱一“新”字。',
    },
    evidence: [
      {
        en: 'The six paragraphs that follow the same pattern all have 新; the translation has “New spaces”.',
        'zh-Hans': '句式相同的六个小题均有“新”字；译文作“New spaces”。',
      },
      {
        en: 'A press summary of the time has 生产生活的新空间.',
        'zh-Hans': '当时的报刊摘要作“生产生活的新空间”。',
      },
    ],
  },
  {
    number: 'G6',
    kind: 'gap',
    cause: 'banner',
    certainty: 'high',
    empty: [{ path: '4.4.2.1', after: '加强', before: '网络文明建设' }],
    extent: [{ quantity: 5, unit: 'hanzi', estimated: true }],
    note: {
      en: 'The first of the two things to be strengthened is missing.',
      'zh-Hans': '“加强”之后并列的第一项缺失。',
    },
    evidence: [
      {
        en: 'The translation names two, “online theory and online civilization construction”; the sentence stands at the damaged foot of a page.',
        'zh-Hans':
          '译文列有两项：“online theory and online civilization construction”；此句位于受损的页脚处。',
      },
    ],
  },
  {
    number: 'G7',
    kind: 'gap',
    cause: 'banner',
    certainty: 'high',
    empty: [{ path: '4.4.2.2', after: '倡导文明', before: '上网、文明上网' }],
    extent: [{ quantity: 2, unit: 'hanzi', estimated: false }],
    note: {
      en: 'The word for running the web is missing; the word for using it has been written twice.',
      'zh-Hans': '“办网”缺失，“上网”重写了一次。',
    },
    evidence: [
      {
        en: 'The translation has both: “civilized running of the web and civilized use of the web”.',
        'zh-Hans': '译文两者俱全：“civilized running of the web and civilized use of the web”。',
      },
    ],
  },
];

export const apparatus: readonly ApparatusDeclaration[] = [...gaps, ...supplied, ...doubtful];
