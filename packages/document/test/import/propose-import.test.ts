import { describe, expect, test } from 'vitest';

import {
  blocksOfText,
  proposeImport,
  type ImportProposal,
  type SourceBlock,
} from '../../src/import/index.ts';
import { checked } from './invariants.ts';
import { proposalOf, shown } from './proposal-of.ts';

const textsOf = ({ sides }: ImportProposal, side = 0): readonly (string | null)[] =>
  (sides[side]?.units ?? []).map(({ text }) => text);

describe('plain text', () => {
  test.each<[string, string, string[]]>([
    ['blank lines part paragraphs', 'One of it.\n\nTwo of it.', ['¶One of it.', '¶Two of it.']],
    ['line ends of Windows', 'One of it.\r\n\r\nTwo of it.\r\n', ['¶One of it.', '¶Two of it.']],
    ['a byte order mark', '\ufeffOne of it.', ['¶One of it.']],
    [
      'lines filled to a width are wrapped',
      'The keeper of the room shall draw up a catalogue of all the\nbooks that are in the room and shall check it at least once\na year. Whoever finds a fault in it shall say so to the man\nin charge.\n\nReaders are told of it.',
      [
        '¶The keeper of the room shall draw up a catalogue of all the books that are in the room and shall check it at least once a year.',
        'Whoever finds a fault in it shall say so to the man in charge.',
        '¶Readers are told of it.',
      ],
    ],
    [
      'Chinese lines are joined by nothing',
      '管理人应当编制馆藏目录，并且每年至少核对一次，发现错误的应当及时\n改正，并告知读者。',
      ['¶管理人应当编制馆藏目录，并且每年至少核对一次，发现错误的应当及时改正，并告知读者。'],
    ],
    ['lines that are not filled are paragraphs', '第一句。\n第二句。', ['¶第一句。', '¶第二句。']],
    [
      'a hyphen that shows only at the end of a line',
      'The reg\u00adulation of it.',
      ['¶The regulation of it.'],
    ],
    [
      'a printed hyphen at the end of a line stays',
      'The keeper of the room shall draw up a catalogue of all self-\ngoverning bodies of it.',
      ['¶The keeper of the room shall draw up a catalogue of all self-governing bodies of it.'],
    ],
  ])('%s', (_, text, wanted) => {
    expect(shown(checked(proposalOf(text)))).toEqual(wanted);
  });

  test('the line of a block is its first', () => {
    expect(
      blocksOfText('\n# One\n\nTwo\n').map(({ line, kind, level }) => [line, kind, level]),
    ).toEqual([
      [2, 'heading', 1],
      [4, 'paragraph', null],
    ]);
  });
});

describe('structure', () => {
  test.each<[string, string, string[]]>([
    [
      'no numerals: paragraphs and sentences',
      'First of all. Then this.\n\nAnd that.',
      ['¶First of all.', 'Then this.', '¶And that.'],
    ],
    [
      'marked headings, where there are no numerals',
      '# The Rules\n\n## Scope\n\nAll of it.\n\n### Terms\n\nNone of it.',
      ['#0 The Rules', '#1 Scope', '¶All of it.', '#2 Terms', '¶None of it.'],
    ],
    [
      'numerals and not marks',
      '# The Rules\n\n#### I. Scope\n\n## (1) Terms\n\nAll of it.\n\n(2) Signs\n\nNone of it.\n\n### II. End\n\nThat is all.',
      [
        '#0 The Rules',
        '#1 I. Scope',
        '#2 (1) Terms',
        '¶All of it.',
        '#2 (2) Signs',
        '¶None of it.',
        '#1 II. End',
        '¶That is all.',
      ],
    ],
    [
      'the four steps of Chinese documents',
      '规则\n\n一、总则\n\n（一）范围\n\n1. 读者\n\n（1）成年读者\n\n适用本规则。\n\n（2）未成年读者\n\n不适用。\n\n2. 管理人\n\n适用。\n\n（二）时间\n\n每日。\n\n二、附则\n\n今日施行。',
      [
        '#0 规则',
        '#1 一、总则',
        '#2 （一）范围',
        '#3 1. 读者',
        '#4 （1）成年读者',
        '¶适用本规则。',
        '#4 （2）未成年读者',
        '¶不适用。',
        '#3 2. 管理人',
        '¶适用。',
        '#2 （二）时间',
        '¶每日。',
        '#1 二、附则',
        '¶今日施行。',
      ],
    ],
    [
      'articles whose text begins on their line',
      '规则\n\n第一章 总则\n\n第一条 适用本规则。另有规定的除外。\n\n第二条 每日开放。\n\n第二章 附则\n\n第三条 今日施行。',
      [
        '#0 规则',
        '#1 第一章 总则',
        '#2 第一条',
        '¶适用本规则。',
        '另有规定的除外。',
        '#2 第二条',
        '¶每日开放。',
        '#1 第二章 附则',
        '#2 第三条',
        '¶今日施行。',
      ],
    ],
    [
      'points belong to the paragraph that announces them',
      'Rules of it\n\nArticle 1\n\nReaders shall:\n\n(a) be quiet;\n\n(b) not eat.\n\nThat is all of it.\n\nArticle 2\n\nNothing more is said.',
      [
        '#0 Rules of it',
        '#1 Article 1',
        '¶Readers shall:',
        '(a) be quiet;',
        '(b) not eat.',
        '¶That is all of it.',
        '#1 Article 2',
        '¶Nothing more is said.',
      ],
    ],
    [
      '`(i)` after `(h)` is a letter, after nothing a number',
      'Rules of it\n\nArticle 1\n\nReaders shall:\n\n(i) be quiet;\n\n(ii) not eat.\n\nArticle 2\n\nNothing more is said.',
      [
        '#0 Rules of it',
        '#1 Article 1',
        '¶Readers shall:',
        '(i) be quiet;',
        '(ii) not eat.',
        '#1 Article 2',
        '¶Nothing more is said.',
      ],
    ],
    [
      'a reference at the beginning of a sentence is no heading',
      'Rules of it\n\nArticle 1\n\nAll of it.\n\nArticle 1 of the Act applies to it.\n\nArticle 2\n\nThat is all.',
      [
        '#0 Rules of it',
        '#1 Article 1',
        '¶All of it.',
        '¶Article 1 of the Act applies to it.',
        '#1 Article 2',
        '¶That is all.',
      ],
    ],
    [
      'a year is no number',
      'Rules of it\n\n1. Scope\n\nAll of it.\n\n1998. That was the year.\n\n2. End\n\nThat is all.',
      [
        '#0 Rules of it',
        '#1 1. Scope',
        '¶All of it.',
        '¶1998. That was the year.',
        '#1 2. End',
        '¶That is all.',
      ],
    ],
    [
      'right to left',
      'قانون المكتبات\n\nالمادة 1\n\nتفتح المكتبة كل يوم. هل تغلق ليلا؟ نعم.\n\nالمادة 2\n\nيسري هذا القانون غدا.',
      [
        '#0 قانون المكتبات',
        '#1 المادة 1',
        '¶تفتح المكتبة كل يوم.',
        'هل تغلق ليلا؟',
        'نعم.',
        '#1 المادة 2',
        '¶يسري هذا القانون غدا.',
      ],
    ],
    [
      'Hebrew',
      'חוק הספריות\n\nסעיף 1\n\nהספרייה פתוחה בכל יום. הכניסה חופשית.\n\nסעיף 2\n\nהחוק ייכנס לתוקף מחר.',
      [
        '#0 חוק הספריות',
        '#1 סעיף 1',
        '¶הספרייה פתוחה בכל יום.',
        'הכניסה חופשית.',
        '#1 סעיף 2',
        '¶החוק ייכנס לתוקף מחר.',
      ],
    ],
  ])('%s', (_, text, wanted) => {
    expect(shown(checked(proposalOf(text)))).toEqual(wanted);
  });

  test.each<[string, string, [string, string[]][]]>([
    [
      'numbers that are left out are told',
      'Rules of it\n\nArticle 1\n\nAll of it.\n\nArticle 3\n\nThat is all.',
      [['Article 3', ['numeral-skips']]],
    ],
    [
      'numbers that begin again are told',
      'Rules of it\n\nArticle 1\n\nAll of it.\n\nArticle 2\n\nMore of it.\n\nArticle 1\n\nThat is all.\n\nArticle 2\n\nReally.',
      [['Article 1', ['numeral-restarts']]],
    ],
    [
      'articles are counted through the chapters, sections are not',
      '规则\n\n第一章 甲\n\n第一节 乙\n\n第一条 一。\n\n第二章 丙\n\n第一节 丁\n\n第二条 二。',
      [],
    ],
    [
      'an article put in later breaks nothing',
      '规则\n\n第一条 一。\n\n第二条 二。\n\n第二条之一 又。\n\n第三条 三。',
      [],
    ],
    [
      'points that are numbered by small letters begin nowhere inside',
      'Rules of it\n\n1. Terms\n\na. One of it is meant.\n\nb. Two of it are meant.\n\n2. End\n\nThat is all.',
      [],
    ],
  ])('%s', (_, text, wanted) => {
    const { sides } = checked(proposalOf(text));
    const noted = (sides[0]?.units ?? []).filter(({ notes }) => notes.length > 0);
    expect(noted.map(({ label, notes }) => [label, notes])).toEqual(wanted);
  });

  test('points with a dash belong to the paragraph that announces them', () => {
    expect(
      shown(
        checked(proposalOf('Readers shall:\n\n— be quiet,\n\n— not eat.\n\nThat is all of it.')),
      ),
    ).toEqual(['¶Readers shall:', '— be quiet,', '— not eat.', '¶That is all of it.']);
  });

  test('a level that prints numbers alone has a name that nothing above it has', () => {
    const text =
      'Rules of it\n\nArticle 1\n\n1. Scope\n\nAll of it.\n\n2. Terms\n\nNone of it.\n\nArticle 2\n\n1. End\n\nThat is all.';
    const { levels } = checked(proposalOf(text));
    expect(levels.map(({ key }) => key)).toEqual([
      'article',
      'subsection',
      'paragraph',
      'sentence',
    ]);
  });

  test('what levels print and are called', () => {
    const { levels } = proposalOf('规则\n\n第一章 甲\n\n第一条 一。\n\n第二条 二。');
    expect(levels.map(({ key }) => key)).toEqual(['chapter', 'article', 'paragraph', 'sentence']);
    expect(levels[1]?.numerals['zh-Hans']).toBe('ordinal-hanzi');
    expect(levels[1]?.names).toEqual({ en: 'article', 'zh-Hans': '条' });
  });

  test('a number that a file format keeps apart is printed before the words', () => {
    const block = (text: string, marker: string, line: number): SourceBlock => ({
      text,
      marker,
      line,
      kind: 'item',
      level: 1,
    });
    const blocks: SourceBlock[] = [
      { text: 'Readers shall:', kind: 'paragraph', level: null, line: 1 },
      block('be quiet;', '1.', 2),
      block('not eat.', '2.', 3),
      block('or drink.', '•', 4),
    ];
    const proposed = proposeImport([{ name: '', lang: 'en', blocks }]);
    if (!proposed.ok) throw new Error(proposed.reason);
    expect(shown(checked(proposed.value))).toEqual([
      '¶Readers shall:',
      '1. be quiet;',
      '2. not eat.',
      'or drink.',
    ]);
    expect(proposed.value.sides[0]?.units.map(({ label, number }) => [label, number])).toEqual([
      ['', null],
      ['1.', 1],
      ['2.', 2],
      ['', null],
    ]);
  });
});

describe('furniture', () => {
  const reasons = (proposal: ImportProposal): readonly string[] =>
    proposal.furniture.map(({ reason, text, sure }) => `${reason}${sure ? '' : '?'}: ${text}`);

  test('running heads and page numbers of a print, text joined across them', () => {
    const page = (n: number): string => `Rules of the Room\n\n${String(n)}`;
    const text = `The first of the paragraphs is long enough to be one, and it goes on over the foot of the page with\n\n${page(1)}\n\nmore of its words. It ends.\n\nA second paragraph of it.\n\nA third one of it.\n\n${page(2)}\n\nA fourth one of it.\n\nA fifth one of it.\n\nA sixth one of it.\n\n${page(3)}\n\nThe last.`;
    const proposal = checked(proposalOf(text));
    expect(reasons(proposal)).toEqual(
      [1, 2, 3].flatMap((n) => ['repeated: Rules of the Room', `page-number: ${String(n)}`]),
    );
    expect(textsOf(proposal)[0]).toMatch(/with more of its words\.$/u);
    expect(proposal.sides[0]?.units[0]?.notes).toEqual(['joined-across']);
  });

  test('numbers between dashes are those of pages, however short these are', () => {
    const short = 'One stands here.\n\n— 1 —\n\nTwo.\n\nThree.\n\n— 2 —\n\nFour.\n\nFive.\n\n— 3 —';
    expect(reasons(checked(proposalOf(short)))).toEqual(
      [1, 2, 3].map((n) => `page-number: — ${String(n)} —`),
    );
    expect(reasons(checked(proposalOf(short.replaceAll('—', ''))))).toEqual([]);
  });

  test('a page of an authority: its text, its title, and what is asked', () => {
    const lines = [
      '首页 > 政务公开 > 法规',
      '阅览室管理办法',
      '发布时间：2024-03-01 来源：文化局',
      '打印本页',
      '第一条 为了规范管理，制定本办法。',
      '第二条 本办法今日施行。',
      '分享到：',
      '微信',
      '相关阅读',
      '档案管理办法',
      '关于我们',
      '网站地图',
      '返回顶部',
    ];
    const proposal = checked(proposalOf(lines.join('\n\n')));
    expect(shown(proposal)).toEqual([
      '#0 阅览室管理办法',
      '#1 第一条',
      '¶为了规范管理，制定本办法。',
      '#1 第二条',
      '¶本办法今日施行。',
    ]);
    expect(proposal.furniture.filter(({ sure }) => !sure).map(({ text }) => text)).toEqual([
      lines[0],
      lines[2],
    ]);
  });

  test('a table of contents', () => {
    const text =
      '规则\n\n目录\n\n第一章 总则\n\n第二章 附则\n\n第三章 其他\n\n第一章 总则\n\n第一条 一。\n\n第二章 附则\n\n第二条 二。\n\n第三章 其他\n\n第三条 三。';
    const proposal = checked(proposalOf(text));
    expect(reasons(proposal)).toEqual([
      'contents: 目录',
      'contents: 第一章 总则',
      'contents: 第二章 附则',
      'contents: 第三章 其他',
    ]);
  });

  test.each([
    [
      'a law on cookies',
      'Rules of it\n\nArticle 1\n\nProviders shall not store cookies without consent. The use of cookies is told.',
    ],
    [
      'articles repealed alike',
      'Rules of it\n\nArticle 1\n\nRepealed\n\nArticle 2\n\nRepealed\n\nArticle 3\n\nRepealed\n\nArticle 4\n\nAll of it.',
    ],
    [
      'headings in words of navigation',
      'Rules of it\n\n1. Search\n\nAll of it.\n\n2. Contact\n\nNone of it.',
    ],
    [
      'a report whose tables say where they are from',
      Array.from(
        { length: 6 },
        (_, i) =>
          `Part ${String(i + 1)} of it is said here.\n\nSource: ministry ${'abcdef'.charAt(i)}`,
      ).join('\n\n'),
    ],
    ['a table with cells alike', 'Rules of it\n\nYes\n\nYes\n\nYes'],
  ])('%s: no furniture', (_, text) => {
    expect(reasons(checked(proposalOf(text)))).toEqual([]);
  });
});

describe('two languages', () => {
  const rows = (zh: string, en: string): readonly string[] => shown(checked(proposalOf(zh, en)));

  test('paragraph by paragraph in one text', () => {
    const text = [
      '规则',
      'Rules of it',
      '第一条',
      'Article 1',
      '适用本规则。',
      'These rules apply to all of it.',
      '第二条',
      'Article 2',
      '每日开放。',
      'It is open on every day.',
      '第三条',
      'Article 3',
      '今日施行。',
      'They are in force as of today.',
    ].join('\n\n');
    expect(shown(checked(proposalOf(text)))).toEqual([
      '#0 规则 | #0 Rules of it',
      '#1 第一条 | #1 Article 1',
      '¶适用本规则。 | ¶These rules apply to all of it.',
      '#1 第二条 | #1 Article 2',
      '¶每日开放。 | ¶It is open on every day.',
      '#1 第三条 | #1 Article 3',
      '¶今日施行。 | ¶They are in force as of today.',
    ]);
  });

  test('columns of a table, both of one script', () => {
    const cell = (text: string, row: number, column: number): SourceBlock => ({
      text,
      row,
      column,
      kind: 'cell',
      level: null,
      line: row + 1,
    });
    const pairs = [
      [
        'The reading room is open to all of the readers.',
        'La salle de lecture est ouverte à tous les lecteurs.',
      ],
      ['It is closed on the day of rest.', 'Elle est fermée le jour du repos.'],
    ];
    const blocks = pairs.flatMap(([en = '', fr = ''], row) => [cell(en, row, 0), cell(fr, row, 1)]);
    const proposed = proposeImport([{ name: '', lang: null, blocks }]);
    if (!proposed.ok) throw new Error(proposed.reason);
    expect(proposed.value.sides.map(({ lang }) => lang)).toEqual(['en', 'fr']);
    expect(shown(checked(proposed.value))).toEqual(
      pairs.map(([en, fr]) => `¶${en ?? ''} | ¶${fr ?? ''}`),
    );
  });

  test('terms of another script inside sentences part nothing', () => {
    const proposal = checked(
      proposalOf(
        '规则\n\n读者可以使用 Wi-Fi 和 USB。管理人提供 open access 资料。\n\n见 LICENSE 文件。',
      ),
    );
    expect(proposal.sides.map(({ lang }) => lang)).toEqual(['zh-Hans']);
    expect(textsOf(proposal)).toEqual([
      '规则',
      '读者可以使用 Wi-Fi 和 USB。',
      '管理人提供 open access 资料。',
      '见 LICENSE 文件。',
    ]);
  });

  test('a language that says three times as much', () => {
    const long = (n: number): string =>
      `This is the ${['first', 'second', 'third'][n] ?? ''} of the sentences, and it is much longer than one would think that it has to be, since whoever wrote it liked to say everything twice, and then once more.`;
    const zh = '规则\n\n第一条\n\n甲乙丙丁。\n\n第二条\n\n戊己庚辛。\n\n第三条\n\n壬癸子丑。';
    const en = `Rules of it\n\nArticle 1\n\n${long(0)} ${long(0)}\n\nArticle 2\n\n${long(1)} ${long(1)}\n\nArticle 3\n\n${long(2)} ${long(2)}`;
    const all = rows(zh, en);
    expect(all.filter((row) => row.includes('Article'))).toHaveLength(3);
    expect(all.every((row) => !row.startsWith(' |') || row.endsWith('?one-sided'))).toBe(true);
  });

  test('an article that one language has lost stands alone', () => {
    const zh =
      '规则\n\n第一条\n\n读者应当遵守本规则。\n\n第二条\n\n阅览室每日开放。\n\n第三条\n\n本规则今日施行。';
    const en =
      'Rules of it\n\nArticle 1\n\nReaders shall observe these rules.\n\nArticle 3\n\nThese rules are in force as of today.';
    expect(rows(zh, en).slice(3, 6)).toEqual([
      '#1 第二条 |  ?one-sided',
      '¶阅览室每日开放。 |  ?one-sided',
      '#1 第三条 | #1 Article 3',
    ]);
  });

  test('a level that one language does not print', () => {
    const zh =
      '规则\n\n第一章 总则\n\n第一条\n\n读者应当遵守本规则。\n\n第二章 附则\n\n第二条\n\n本规则今日施行。';
    const en =
      'Rules of it\n\nArticle 1\n\nReaders shall observe these rules.\n\nArticle 2\n\nThese rules are in force as of today.';
    expect(rows(zh, en)).toEqual([
      '#0 规则 | #0 Rules of it',
      '#1 第一章 总则 |  ?one-sided',
      '#2 第一条 | #2 Article 1',
      '¶读者应当遵守本规则。 | ¶Readers shall observe these rules.',
      '#1 第二章 附则 |  ?one-sided',
      '#2 第二条 | #2 Article 2',
      '¶本规则今日施行。 | ¶These rules are in force as of today.',
    ]);
  });

  test('numbers inside sentences say which goes with which', () => {
    const zh = '期限为三十日。\n\n罚款为5000元。\n\n面积为60平方米。';
    const en = 'The fine is 5000 yuan of the currency.\n\nThe area is 60 square metres of it.';
    expect(rows(zh, en)).toEqual([
      '¶期限为三十日。 |  ?one-sided',
      '¶罚款为5000元。 | ¶The fine is 5000 yuan of the currency.',
      '¶面积为60平方米。 | ¶The area is 60 square metres of it.',
    ]);
  });
});

test.each<[string, Parameters<typeof proposeImport>[0]]>([
  ['nothing-to-read', []],
  ['nothing-to-read', [{ name: '', lang: null, blocks: blocksOfText(' \n\n ') }]],
  [
    'too-many-sources',
    ['a', 'b', 'c'].map((text) => ({ name: '', lang: null, blocks: blocksOfText(text) })),
  ],
  [
    'faulty-text',
    [
      {
        name: '',
        lang: null,
        blocks: [{ text: 'a\u202eb', kind: 'paragraph', level: null, line: 1 }],
      },
    ],
  ],
])('%s: said', (reason, sources) => {
  expect(proposeImport(sources)).toEqual({ ok: false, reason });
});
