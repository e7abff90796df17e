import type { ApparatusDeclaration, LociDeclaration } from '../declarations.ts';

const QUOTED = {
  en: 'An abstract of the translation in a scholarly index quotes this heading. It takes small liberties with other headings, and gives no numerals.',
  'zh-Hans': '某学术索引的摘要引用了译文的这一标题；该摘要引用其他标题时偶有改动，且不带编号。',
};

function heading(
  number: string,
  path: string,
  reading: string,
  chinese: string,
  cause: 'page-loss' | 'unknown',
): ApparatusDeclaration {
  const place: LociDeclaration = { lost: [path] };
  return {
    number,
    kind: 'supplied',
    cause,
    certainty: 'medium',
    reading,
    ...place,
    note: {
      en: 'The lost heading as another source quotes it, without its numeral.',
      'zh-Hans': '缺失的标题，据他处引文补出，不含编号。',
    },
    evidence: [
      QUOTED,
      {
        en: `The Chinese heading is ${chinese}.`,
        'zh-Hans': `中文标题为“${chinese}”。`,
      },
    ],
  };
}

/** What an editor would read in the gaps; none of it is in the text. */
export const supplied: readonly ApparatusDeclaration[] = [
  heading(
    'S1',
    '4.1.0',
    'Resolutely defending sovereignty in cyberspace',
    '（一）坚定捍卫网络空间主权',
    'page-loss',
  ),
  heading(
    'S2',
    '4.2.0',
    'Resolutely safeguard national security',
    '（二）坚决维护国家安全',
    'page-loss',
  ),
  heading(
    'S3',
    '4.3.0',
    'Protect critical information infrastructure',
    '（三）保护关键信息基础设施',
    'page-loss',
  ),
  heading(
    'S4',
    '4.4.0',
    'Strengthening the construction of online culture',
    '（四）加强网络文化建设',
    'page-loss',
  ),
  heading('S5', '4.7.0', 'Ramming cybersecurity foundation', '（七）夯实网络安全基础', 'unknown'),
  {
    number: 'S6',
    kind: 'supplied',
    cause: 'transcriber',
    certainty: 'high',
    reading: '.',
    empty: [{ path: '1.1.5.3', after: 'cultural construction' }],
    note: { en: 'The lost full stop.', 'zh-Hans': '缺失的句点。' },
    evidence: [
      {
        en: 'Every other sentence that is whole ends with one; the Chinese has 。 here.',
        'zh-Hans': '其他完整的句子均以句点结尾；中文此处有“。”。',
      },
    ],
  },
];
