import type { ApparatusDeclaration } from '../declarations.ts';

const TWICE = {
  en: 'The translation of this passage stands twice in the copy, in agreement with itself, and other translations agree with it.',
  'zh-Hans': '此段译文在副本中两见，文字一致，其他译文也与之相合。',
};

/** Words that stand in the copy and are probably not what the document says. */
export const doubtful: readonly ApparatusDeclaration[] = [
  {
    number: 'E1',
    kind: 'corr',
    cause: 'transcriber',
    certainty: 'medium',
    reading: '重要举措',
    words: [{ path: '0.0.1.3', quote: '重大举措' }],
    note: {
      en: '“Major measure” where “important measure” is expected.',
      'zh-Hans': '“重大举措”疑当作“重要举措”。',
    },
    evidence: [
      {
        en: 'The translation has “an important measure”, and the words right before have been lost.',
        'zh-Hans': '译文作“an important measure”；且紧接其前的文字已缺失。',
      },
      TWICE,
    ],
  },
  {
    number: 'E2',
    kind: 'corr',
    cause: 'transcriber',
    certainty: 'high',
    reading: '“两个一百年”',
    words: [{ path: '0.0.1.3', quote: '两个一百年' }],
    note: {
      en: 'The quotation marks of the “Two Centenaries” are lost.',
      'zh-Hans': '“两个一百年”的引号脱落。',
    },
    evidence: [
      {
        en: 'The translation has them, and the paragraph has quotation marks in one other place only.',
        'zh-Hans': '译文带有引号；本段另仅一处保留引号。',
      },
    ],
  },
  {
    number: 'E3',
    kind: 'corr',
    cause: 'transcriber',
    certainty: 'medium',
    reading: '“四项原则”和',
    words: [{ path: '0.0.1.4', quote: '倡议，遵循中共' }],
    note: {
      en: 'The copy speaks of an “initiative” and of “following the CPC”; the document in all likelihood names the “Four Principles”. The words in the copy look made up to fill an unreadable place.',
      'zh-Hans':
        '副本作“倡议，遵循中共”，原文很可能是“四项原则”；副本文字似为填补无法辨认之处而杜撰。',
    },
    evidence: [
      {
        en: 'The translation: “Xi Jinping’s ‘Four Principles’ concerning … and the ‘Five Standpoints’ on …”; the two stand together in a set formula.',
        'zh-Hans':
          '译文作“Xi Jinping’s ‘Four Principles’ concerning … and the ‘Five Standpoints’ on …”；“四项原则”与“五点主张”历来并提。',
      },
      TWICE,
    ],
  },
  {
    number: 'E4',
    kind: 'corr',
    cause: 'transcriber',
    certainty: 'medium',
    reading: '引导',
    words: [{ path: '4.4.2.1', quote: '引领' }],
    note: {
      en: '“Leading” where the formula has “guiding”.',
      'zh-Hans': '“引领”疑当作“引导”。',
    },
    evidence: [
      {
        en: 'The formula of the Wuzhen speech (16 December 2015) has 发挥道德教化引导作用; the translation has “the guiding role”.',
        'zh-Hans': '乌镇讲话（2015年12月16日）作“发挥道德教化引导作用”；译文作“the guiding role”。',
      },
    ],
  },
  {
    number: 'E5',
    kind: 'corr',
    cause: 'transcriber',
    certainty: 'high',
    reading: '办网',
    words: [{ path: '4.4.2.2', quote: '上网', within: '倡导文明上网' }],
    note: {
      en: '“Using the web” is written twice; the first should be “running the web”.',
      'zh-Hans': '“上网”重出，前一处当作“办网”。',
    },
    evidence: [
      {
        en: 'The translation has “civilized running of the web and civilized use of the web”; compare 依法办网、依法上网 in III(3).',
        'zh-Hans':
          '译文作“civilized running of the web and civilized use of the web”；参看第三部分（三）项“依法办网、依法上网”。',
      },
    ],
  },
  {
    number: 'E6',
    kind: 'sic',
    cause: 'unknown',
    certainty: 'low',
    words: [{ path: '4.4.1.4', quote: '传统', within: '了解中华优秀传统文化' }],
    note: {
      en: 'The translation has nothing for “traditional”. Which of the two is right cannot be told from this copy.',
      'zh-Hans': '译文无“传统”二字；仅凭本副本无法判定孰是。',
    },
    evidence: [
      {
        en: 'The same words stand in the sentence before, where the translation is lost.',
        'zh-Hans': '同一词语见于上一句，而该处译文缺失。',
      },
    ],
  },
];
