import {
  personName,
  type CitedClause,
  type CitedItem,
  type Contributor,
  type ContributorName,
  type ContributorRole,
} from '../../src/cite/index.ts';

const by = (role: ContributorRole, ...names: readonly ContributorName[]): readonly Contributor[] =>
  names.map((name) => ({ role, name, orcid: null }));
const group = (text: string): ContributorName => ({ kind: 'group', text });

const base: CitedItem = {
  kind: 'commentary',
  id: 'ncss-2016/reading@1.0',
  contributors: by('author', personName('Lovelace', 'Ada')),
  title: 'Reading the Strategy',
  subtitle: null,
  work: {
    titles: { en: 'National Cyberspace Security Strategy', 'zh-Hans': '国家网络空间安全战略' },
    url: 'https://glossator.example/t/ncss-2016',
  },
  entry: null,
  clause: null,
  version: '1.0',
  issued: '2026-11-30',
  accessed: '2026-12-01',
  retracted: null,
  site: { name: 'Glossator', url: 'https://glossator.example' },
  publisher: null,
  url: 'https://glossator.example/k/reading@1.0',
  doi: null,
  language: 'en',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  abstract: null,
  keywords: [],
  basedOn: [],
};

export const item = (more: Partial<CitedItem> = {}): CitedItem => ({ ...base, ...more });

const clause = (address: string, en: string, zh: string): CitedClause => ({
  address,
  citation: { en, 'zh-Hans': zh },
});

const entry = (number: string, title: string | null, at: CitedClause | null) => ({
  number,
  title,
  clause: at,
  url: `https://glossator.example/k/reading@1.0/${number}`,
});

const zhang = personName('张', '伟');
const twelve = [
  personName('Lee', 'Ann'),
  personName('Brown', 'Bo'),
  personName('Clark', 'Cy'),
  personName('Davis', 'Di'),
  personName('Evans', 'Ed'),
  personName('Ford', 'Flo'),
  personName('Gray', 'Gus'),
  personName('Hall', 'Hal'),
  personName('Irwin', 'Ida'),
  personName('Jones', 'Jo'),
  personName('King', 'Kit'),
  personName('Long', 'Lou'),
] as const;

const sentence = clause('4.3.1.2', 'IV(3) ¶1 s. 2', '四（三）第1段第2句');
const zh = { language: 'zh-Hans', title: '国家网络空间安全战略评注' } as const;

/** What the golden strings are made of. */
export const items = {
  one: item({
    contributors: by('author', personName('Lovelace', 'Ada Byron')),
    subtitle: 'A commentary',
  }),
  two: item({
    contributors: by('author', personName('Lovelace', 'Ada'), personName('Sartre', 'Jean-Paul')),
  }),
  three: item({ contributors: by('author', ...twelve.slice(0, 3)) }),
  four: item({ contributors: by('author', ...twelve.slice(0, 4)) }),
  twelve: item({ contributors: by('author', ...twelve) }),
  group: item({
    contributors: by('author', group('the editors of Glossator')),
    title: 'Textual Notes on the National Cyberspace Security Strategy',
  }),
  chinese: item({ ...zh, contributors: by('author', zhang) }),
  fourChinese: item({
    ...zh,
    contributors: by(
      'author',
      zhang,
      personName('王', '小明'),
      personName('李', '娜'),
      personName('欧阳', '修'),
    ),
  }),
  pinyin: item({
    contributors: by('author', personName('Zhang', 'Wei', { familyFirst: true })),
    title: 'Reading 国家网络空间安全战略',
  }),
  suffixAndParticle: item({
    contributors: by(
      'author',
      personName('King', 'Martin L.', { suffix: 'Jr.' }),
      personName('Beethoven', 'Ludwig', { particle: 'van' }),
    ),
  }),
  undated: item({ issued: null }),
  doi: item({ doi: '10.5555/abc.1' }),
  correction: item({ version: '1.1', url: 'https://glossator.example/k/reading@1.1' }),
  retracted: item({ retracted: { on: '2027-02-03' } }),
  hostile: item({
    title: 'A "<script>alert(1)</script>" & {braces} 100%\r\nTY  - EVIL\u202E',
    contributors: by('author', personName('O’Brien <b>', 'A & B')),
  }),
  editorsOnly: item({
    contributors: by('editor', personName('Doe', 'Jane'), personName('Roe', 'Richard')),
  }),
  edition: item({
    kind: 'edition',
    id: 'ncss-2016/en-creemers@1.0.0',
    contributors: [
      ...by('author', group('Cyberspace Administration of China')),
      ...by('translator', personName('Creemers', 'Rogier')),
    ],
    title: 'National Cyberspace Security Strategy',
    version: '1.0.0',
    issued: '2016-12-27',
    url: 'https://glossator.example/t/ncss-2016@en-creemers:1.0.0',
    work: null,
  }),
  clause: item({
    kind: 'edition',
    id: 'ncss-2016/en-creemers@1.0.0/4.3.1.2',
    contributors: [
      ...by('author', group('Cyberspace Administration of China')),
      ...by('translator', personName('Creemers', 'Rogier')),
      ...by('editor', group('the editors of Glossator')),
    ],
    title: 'National Cyberspace Security Strategy',
    version: '1.0.0',
    issued: '2016-12-27',
    url: 'https://glossator.example/t/ncss-2016@en-creemers:1.0.0',
    clause: {
      ...sentence,
      url: 'https://glossator.example/t/ncss-2016@en-creemers:1.0.0/4.3.1.2',
    },
    work: null,
  }),
  entry: item({
    id: 'ncss-2016/reading@1.0/T12',
    contributors: [
      ...by('author', personName('Lovelace', 'Ada')),
      ...by('editor', personName('Doe', 'Jane')),
    ],
    subtitle: 'A commentary',
    entry: entry('T12', 'On sovereignty', sentence),
  }),
  chineseEntry: item({
    id: 'ncss-2016/reading@1.0/T12',
    ...zh,
    contributors: [...by('author', zhang), ...by('editor', personName('李', '娜'))],
    entry: entry('T12', '论主权', sentence),
  }),
  note: item({
    kind: 'note',
    id: 'note/1',
    contributors: by('author', { kind: 'literal', text: 'Ada, Reader' }),
    title: 'National Cyberspace Security Strategy',
    version: '',
    accessed: null,
    url: 'https://glossator.example/t/ncss-2016',
    work: null,
    entry: {
      ...entry('', 'Note on IV(3) ¶1 s. 2', sentence),
      url: 'https://glossator.example/n/1',
    },
    language: '',
    licence: null,
  }),
  question: item({
    id: 'ncss-2016/reading@1.0/T13',
    entry: entry('T13', 'What is “sovereignty”?', null),
  }),
  range: item({
    id: 'ncss-2016/reading@1.0/T14',
    entry: entry(
      'T14',
      null,
      clause(
        '4.3.1.2-4.3.2.1',
        'IV(3) ¶1 s. 2-IV(3) ¶2 s. 1',
        '四（三）第1段第2句至四（三）第2段第1句',
      ),
    ),
  }),
  hinge: item({
    id: 'ncss-2016/reading@1.0/T15',
    entry: entry(
      'T15',
      'Two words for one',
      clause('4.3.1.2', 'IV(3) ¶1 s. 2 (zh ⇄ en)', '四（三）第1段第2句（中⇄英）'),
    ),
  }),
} as const satisfies Readonly<Record<string, CitedItem>>;
