/*
 * Words that name a division, by the level they usually have. Printed before their numeral (or
 * after it in Chinese, Japanese and Korean).
 */

export const divisions = [
  'book',
  'part',
  'title',
  'chapter',
  'section',
  'subsection',
  'article',
  'annex',
] as const;
export type Division = (typeof divisions)[number];

/** Lower case; a full stop is part of an abbreviation. */
export const wordsBefore: Readonly<Record<Division, readonly string[]>> = {
  book: ['book', 'livre', 'libro', 'buch', 'livro', 'boek', 'книга'],
  part: ['part', 'partie', 'parte', 'teil', 'deel', 'часть', 'القسم'],
  title: ['title', 'titre', 'título', 'titolo', 'titel', 'раздел', 'الباب', 'שער'],
  chapter: [
    'chapter',
    'chap.',
    'chapitre',
    'capítulo',
    'capitulo',
    'capo',
    'kapitel',
    'hoofdstuk',
    'глава',
    'الفصل',
    'פרק',
  ],
  section: [
    'section',
    'sec.',
    'sección',
    'secção',
    'seção',
    'sezione',
    'abschnitt',
    'afdeling',
    'الفرع',
    'סימן',
  ],
  subsection: ['subsection', 'unterabschnitt', 'sous-section', 'subsección', 'paragraaf'],
  article: [
    'article',
    'art.',
    'artikel',
    'artículo',
    'articolo',
    'artigo',
    'статья',
    'المادة',
    'مادة',
    'סעיף',
    'rule',
    'regulation',
    'clause',
    'canon',
    '§',
  ],
  annex: [
    'annex',
    'appendix',
    'schedule',
    'annexe',
    'anexo',
    'allegato',
    'anhang',
    'anlage',
    'bijlage',
    'приложение',
    'ملحق',
    'נספח',
    'תוספת',
    '附件',
    '附录',
    '附錄',
    '附表',
    '別表',
    '부칙',
    '별표',
  ],
};

/** After `第` and a numeral, or after a Korean one. */
export const wordsAfter: Readonly<Record<string, Division>> = {
  编: 'book',
  編: 'book',
  部分: 'part',
  部: 'part',
  篇: 'part',
  章: 'chapter',
  节: 'section',
  節: 'section',
  条: 'article',
  條: 'article',
  편: 'part',
  장: 'chapter',
  절: 'section',
  조: 'article',
};

/** Order of the levels, highest first. */
export const rankOf: Readonly<Record<Division, number>> = {
  book: 1,
  annex: 2,
  part: 2,
  title: 3,
  chapter: 4,
  section: 5,
  subsection: 6,
  article: 7,
};
