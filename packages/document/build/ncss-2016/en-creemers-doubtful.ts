import type { ApparatusDeclaration } from '../declarations.ts';

/**
 * Words that stand in the copy and are probably not what was written, or not the document's.
 * Renderings that are merely free or debatable are not here.
 */
export const doubtful: readonly ApparatusDeclaration[] = [
  {
    number: 'E1',
    kind: 'corr',
    cause: 'unknown',
    certainty: 'high',
    reading: 'Cooperation',
    words: [{ path: '2.0.5.1', quote: 'Openness' }],
    note: {
      en: 'This goal is cooperation; “Openness” is the label of the goal before it. Whether the translator or the copyist slipped cannot be told.',
      'zh-Hans': '本段目标是“合作”，“Openness”是上一段的标签；无法判断误在译者还是抄录者。',
    },
    evidence: [
      { en: 'The Chinese has 合作.', 'zh-Hans': '中文作“合作”。' },
      {
        en: 'II ¶1 of the translation itself announces “peace, security, openness, cooperation and order” in this order.',
        'zh-Hans': '译文第二部分第1段依次列出“peace, security, openness, cooperation and order”。',
      },
    ],
  },
  {
    number: 'E2',
    kind: 'surplus',
    cause: 'translator',
    certainty: 'high',
    words: [{ path: '2.0.1.1', quote: '(internal and external security)' }],
    note: {
      en: 'A gloss, not text: the translator explains how he took the “two great matters”. The round brackets of the copy hide that; a quotation of this passage elsewhere has square ones.',
      'zh-Hans':
        '此为译者注而非正文，说明其对“两件大事”的理解；副本用圆括号，掩盖了这一点，他处引文作方括号。',
    },
    evidence: [
      {
        en: 'The Chinese has no counterpart: 统筹发展安全两件大事 names development and security as the two matters.',
        'zh-Hans': '中文无对应文字：“统筹发展安全两件大事”所指为发展与安全二事。',
      },
      {
        en: 'An abstract in a scholarly index quotes “[internal and external security]”.',
        'zh-Hans': '某学术索引的摘要引作“[internal and external security]”。',
      },
    ],
  },
  {
    number: 'E3',
    kind: 'sic',
    cause: 'unknown',
    certainty: 'medium',
    words: [
      {
        path: '1.1.4.2',
        quote: 'an important driving force for economic development every day',
      },
    ],
    note: {
      en: '“Every day” stands in the wrong place, and “important” answers to “leading”: the Chinese says that the Internet is increasingly becoming the leading force of innovation-driven development.',
      'zh-Hans':
        '“every day”位置有误，“important”与“先导”不合：中文意为互联网日益成为创新驱动发展的先导力量。',
    },
    evidence: [
      {
        en: 'Elsewhere the translation puts “every day” (日益) with the verb: “is growing more severe every day”.',
        'zh-Hans':
          '译文他处“every day”（日益）均与动词相连，如“is growing more severe every day”。',
      },
      {
        en: 'The sentence stands at the damaged foot of a page.',
        'zh-Hans': '此句位于受损的页脚处。',
      },
    ],
  },
  {
    number: 'E4',
    kind: 'corr',
    cause: 'unknown',
    certainty: 'medium',
    reading: 'creation',
    words: [{ path: '1.1.5.2', quote: 'reaction' }],
    note: {
      en: '“Reaction” makes no sense here; “creation” differs from it by the place of one letter.',
      'zh-Hans': '“reaction”于义不通，当为“creation”，二词仅字母次序之差。',
    },
    evidence: [
      {
        en: 'The Chinese has 文化创新创造, cultural innovation and creation.',
        'zh-Hans': '中文作“文化创新创造”。',
      },
    ],
  },
  {
    number: 'E5',
    kind: 'corr',
    cause: 'transcriber',
    certainty: 'medium',
    reading: 'culture, a new means',
    words: [{ path: '1.1.5.2', quote: 'culture a new means' }],
    note: {
      en: 'A comma is missing between two things that the network has become.',
      'zh-Hans': '并列两项之间脱一逗号。',
    },
    evidence: [
      {
        en: 'The Chinese lists them: 传播文化的新途径、提供公共文化服务的新手段; the next sentence has lost its full stop.',
        'zh-Hans':
          '中文为并列结构：“传播文化的新途径、提供公共文化服务的新手段”；下一句也脱了句点。',
      },
    ],
  },
  {
    number: 'E6',
    kind: 'sic',
    cause: 'transcriber',
    certainty: 'medium',
    words: [{ path: '4.7.1.1', quote: '.', within: 'in a comprehensive manner.' }],
    note: {
      en: 'The sentence did not end here: the copy closes it with a full stop where it breaks off.',
      'zh-Hans': '此处并非句末：副本在中断处加了句点。',
    },
    evidence: [
      {
        en: 'The Chinese goes on with another clause: 尽快在核心技术上取得突破.',
        'zh-Hans': '中文下面还有一个分句：“尽快在核心技术上取得突破”。',
      },
    ],
  },
  {
    number: 'E7',
    kind: 'sic',
    cause: 'transcriber',
    certainty: 'high',
    reading: 'I,',
    words: [{ path: '1.0.0', quote: 'I.' }],
    note: {
      en: 'The translator writes “I,” after the Chinese 一、 as he does for II, III and IV.',
      'zh-Hans': '译者仿“一、”作“I,”，与“II,”“III,”“IV,”一致。',
    },
    evidence: [
      {
        en: 'An independent copy of the post has “I, Opportunities and challenges”.',
        'zh-Hans': '该文的另一份独立副本作“I, Opportunities and challenges”。',
      },
    ],
  },
  {
    number: 'E8',
    kind: 'sic',
    cause: 'translator',
    certainty: 'medium',
    words: [{ path: '4.4.2.1', quote: 'theory' }],
    note: {
      en: '“Theory” looks like a misreading of 伦理 (ethics) as 理论 (theory). The Chinese of this copy has lost the word.',
      'zh-Hans': '“theory”似将“伦理”误读为“理论”；本副本的中文此处脱字。',
    },
    evidence: [
      {
        en: 'The formula that the sentence follows (Wuzhen, 16 December 2015) has 网络伦理, online ethics.',
        'zh-Hans': '此句所沿用的表述（乌镇，2015年12月16日）作“网络伦理”。',
      },
    ],
  },
  {
    number: 'E9',
    kind: 'surplus',
    cause: 'translator',
    certainty: 'high',
    words: [{ path: '0.0.1.3', quote: 'forward', within: 'the Party forward in' }],
    note: {
      en: '“Forward” said twice: “to move forward … forward in a coordinated manner”.',
      'zh-Hans': '“forward”重出：“to move forward … forward in a coordinated manner”。',
    },
    evidence: [
      {
        en: 'It stands in both copies of the passage, so the slip is older than this copy.',
        'zh-Hans': '两处引文均如此，可见此误早于本副本。',
      },
    ],
  },
  {
    number: 'E10',
    kind: 'corr',
    cause: 'unknown',
    certainty: 'high',
    reading: 'cooperation',
    words: [{ path: '4.9.2.1', quote: 'cooperation’s' }],
    note: {
      en: 'A possessive where a plain noun is meant.',
      'zh-Hans': '误作所有格，当为普通名词。',
    },
    evidence: [
      {
        en: 'Nothing that cooperation could possess follows; the Chinese has 国际合作.',
        'zh-Hans': '其后并无所属之物；中文作“国际合作”。',
      },
    ],
  },
  {
    number: 'E11',
    kind: 'sic',
    cause: 'unknown',
    certainty: 'low',
    words: [{ path: '4.4.1.4', quote: 'China’s excellent culture' }],
    note: {
      en: 'The Chinese of this copy adds “traditional”. Which of the two is right cannot be told from this copy.',
      'zh-Hans': '本副本的中文多“传统”二字；仅凭本副本无法判定孰是。',
    },
    evidence: [
      {
        en: 'The phrase stands once more in the sentence before, where the translation is lost.',
        'zh-Hans': '同一词语见于上一句，而该处译文缺失。',
      },
    ],
  },
];
