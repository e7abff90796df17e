import type { ApparatusDeclaration } from '../declarations.ts';
import { doubtful } from './en-creemers-doubtful.ts';
import { supplied } from './en-creemers-supplied.ts';

const gaps: readonly ApparatusDeclaration[] = [
  {
    number: 'G1',
    kind: 'gap',
    cause: 'page-loss',
    certainty: 'high',
    lost: [
      '4.1.0',
      '4.1.1.1',
      '4.1.1.2',
      '4.2.0',
      '4.2.1.1',
      '4.3.0',
      '4.3.1.1',
      '4.3.1.2',
      '4.3.1.3',
      '4.3.2.1',
      '4.3.2.2',
      '4.3.2.3',
      '4.3.2.4',
      '4.3.3.1',
      '4.3.3.2',
      '4.4.0',
      '4.4.1.1',
      '4.4.1.2',
    ],
    empty: [{ path: '4.4.1.3', before: 'traditional culture and masterpieces' }],
    extent: [
      { quantity: 1, unit: 'page', estimated: false },
      { quantity: 4, unit: 'heading', estimated: false },
      { quantity: 14, unit: 'sentence', estimated: false },
      { quantity: 948, unit: 'hanzi', estimated: false },
      { quantity: 683, unit: 'word', estimated: true },
    ],
    note: {
      en: 'One printed page is missing: sections IV(1) to IV(3), and section IV(4) up to the middle of its third sentence.',
      'zh-Hans': '缺一整页：第四部分（一）至（三）项全文，以及（四）项开头至第三句中间。',
    },
    evidence: [
      {
        en: 'The text resumes in lower case, in the middle of a sentence.',
        'zh-Hans': '缺文之后以小写字母开头，处在句子中间。',
      },
      {
        en: 'The Chinese has four headings and fourteen sentences here, and most of a fifteenth: 948 hanzi, about as many as a printed page of the translation renders.',
        'zh-Hans':
          '中文此处有四个标题、十四个整句和第十五句的大部分，共948个汉字，约合译文一个印刷页的篇幅。',
      },
      {
        en: 'The printed numerals jump from IV to (5).',
        'zh-Hans': '印出的编号由 IV 直接跳到 (5)。',
      },
    ],
  },
  {
    number: 'G2',
    kind: 'gap',
    cause: 'unknown',
    certainty: 'high',
    lost: ['4.7.0'],
    extent: [{ quantity: 1, unit: 'heading', estimated: false }],
    note: {
      en: 'The heading of section IV(7) is missing.',
      'zh-Hans': '第四部分（七）项的标题缺失。',
    },
    evidence: [
      {
        en: 'The numerals go from (6) to (8); the Chinese has the heading （七）夯实网络安全基础.',
        'zh-Hans': '编号由 (6) 跳到 (8)；中文有标题“（七）夯实网络安全基础”。',
      },
    ],
  },
  {
    number: 'G3',
    kind: 'gap',
    cause: 'banner',
    certainty: 'high',
    lost: ['4.7.1.2'],
    empty: [{ path: '4.7.1.1', after: 'move forward in a comprehensive manner', before: '.' }],
    extent: [
      { quantity: 30, unit: 'hanzi', estimated: false },
      { quantity: 22, unit: 'word', estimated: true },
    ],
    note: {
      en: 'The end of the first sentence and the whole second sentence are missing; a cookie notice stood in their place.',
      'zh-Hans': '第一句句末和第二句全句缺失，其位置被 Cookie 提示占据。',
    },
    evidence: [
      {
        en: 'The Chinese goes on: 尽快在核心技术上取得突破。重视软件安全，加快安全可信产品推广应用。',
        'zh-Hans': '中文下接：“尽快在核心技术上取得突破。重视软件安全，加快安全可信产品推广应用。”',
      },
      {
        en: 'The notice breaks into the middle of the paragraph, and its wording is unlike that of the blog’s real notice.',
        'zh-Hans': '该提示插在段落中间，措辞也与博客真正的提示不同。',
      },
    ],
  },
  {
    number: 'G4',
    kind: 'gap',
    cause: 'unknown',
    certainty: 'medium',
    empty: [
      {
        path: '1.1.4.2',
        after: 'an important driving force for ',
        before: 'economic development every day',
      },
    ],
    extent: [{ quantity: 2, unit: 'word', estimated: true }],
    note: {
      en: 'Nothing renders 创新驱动 (“innovation-driven”), nor 先导 (“leading”). Whether the copy or the translation dropped them cannot be told.',
      'zh-Hans': '“创新驱动”和“先导”均无译文；无法判断是副本脱漏还是译者未译。',
    },
    evidence: [
      {
        en: 'The Chinese reads 互联网日益成为创新驱动发展的先导力量; the sentence stands at the damaged foot of a page.',
        'zh-Hans': '中文作“互联网日益成为创新驱动发展的先导力量”；此句位于受损的页脚处。',
      },
    ],
  },
  {
    number: 'G5',
    kind: 'gap',
    cause: 'transcriber',
    certainty: 'high',
    empty: [{ path: '1.1.5.3', after: 'cultural construction' }],
    extent: [{ quantity: 1, unit: 'character', estimated: false }],
    note: {
      en: 'The sentence has lost its full stop.',
      'zh-Hans': '句末句点缺失。',
    },
    evidence: [
      {
        en: 'Every other sentence that is whole ends with one.',
        'zh-Hans': '其他完整的句子均以句点结尾。',
      },
    ],
  },
];

export const apparatus: readonly ApparatusDeclaration[] = [...gaps, ...supplied, ...doubtful];
