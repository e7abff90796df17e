import type { Block, EditionDeclaration } from '../declarations.ts';
import { apparatus } from './en-creemers-apparatus.ts';
import { folds } from './en-creemers-folds.ts';
import { releases } from './en-creemers-releases.ts';

const headings: readonly Block[] = [
  { path: '0.0.0', places: [9] },
  { path: '1.0.0', places: [19] },
  { path: '1.1.0', places: [21] },
  { path: '1.2.0', places: [43] },
  { path: '2.0.0', places: [63] },
  { path: '3.0.0', places: [{ line: 79, to: 'III, Principles' }] },
  { path: '3.1.0', places: [85] },
  { path: '3.2.0', places: [89] },
  { path: '3.3.0', places: [93] },
  { path: '3.4.0', places: [97] },
  { path: '4.0.0', places: [101] },
  { path: '4.5.0', places: [113] },
  { path: '4.6.0', places: [119] },
  { path: '4.8.0', places: [137] },
  { path: '4.9.0', places: [141] },
];

const paragraphs: readonly Block[] = [
  { path: '0.0.1', places: [17] },
  { path: '1.1.1', places: [23] },
  { path: '1.1.2', places: [25] },
  { path: '1.1.3', places: [27] },
  { path: '1.1.4', places: [31] },
  { path: '1.1.5', places: [35] },
  { path: '1.1.6', places: [37] },
  { path: '1.1.7', places: [39] },
  { path: '1.1.8', places: [41] },
  { path: '1.2.1', places: [45] },
  { path: '1.2.2', places: [47] },
  { path: '1.2.3', places: [49] },
  { path: '1.2.4', places: [51] },
  { path: '1.2.5', places: [53, 57] },
  { path: '1.2.6', places: [59] },
  { path: '1.2.7', places: [61] },
  { path: '2.0.1', places: [65] },
  { path: '2.0.2', places: [67] },
  { path: '2.0.3', places: [69] },
  { path: '2.0.4', places: [71] },
  { path: '2.0.5', places: [73] },
  { path: '2.0.6', places: [75] },
  { path: '3.0.1', places: [81] },
  { path: '3.1.1', places: [87] },
  { path: '3.2.1', places: [91] },
  { path: '3.3.1', places: [95] },
  { path: '3.4.1', places: [99] },
  { path: '4.0.1', places: [103] },
  { path: '4.4.1', places: [109], first: 3 },
  { path: '4.4.2', places: [111] },
  { path: '4.5.1', places: [115] },
  { path: '4.5.2', places: [117] },
  { path: '4.6.1', places: [121] },
  { path: '4.6.2', places: [123] },
  { path: '4.6.3', places: [125] },
  { path: '4.7.1', places: [{ line: 127, to: 'move forward in a comprehensive manner.' }] },
  { path: '4.7.1', places: [{ line: 127, from: 'Develop network infrastructure' }, 131], first: 3 },
  { path: '4.7.2', places: [133] },
  { path: '4.7.3', places: [135] },
  { path: '4.8.1', places: [139] },
  { path: '4.9.1', places: [143] },
  { path: '4.9.2', places: [145] },
  { path: '4.9.3', places: [147] },
];

export const enCreemers: EditionDeclaration = {
  edition: {
    id: 'en-creemers',
    lang: 'en',
    relation: 'translation',
    title: 'National Cyberspace Security Strategy',
    responsible: ['Rogier Creemers'],
    source: {
      en: 'Translation posted by Rogier Creemers on China Copyright and Media, 27 December 2016; recovered from a damaged copy of that page.',
      'zh-Hans':
        'Rogier Creemers 译，2016年12月27日发布于 China Copyright and Media；据该网页的一份受损副本恢复。',
    },
    rights: {
      en: 'Rights unknown: the copy states no licence. The translation is Rogier Creemers’s; no licence over it is claimed or granted here.',
      'zh-Hans':
        '权利状况不明：副本未注明许可。译文归 Rogier Creemers 所有；本平台不主张亦不授予任何许可。',
    },
  },
  version: '1.0.0',
  released: '2026-11-22',
  headings,
  paragraphs,
  labels: /^(?:[IVX]+[.,]|\(\d+\))/u,
  joiner: ' ',
  reasons: {
    'strip-mark': {
      en: 'Marks of the copy’s file format, not of the text: parts and sections carry the same marks, and one heading none.',
      'zh-Hans': '标题符号属于副本的文件格式而非正文：部分与项所用符号相同，且有一个标题没有符号。',
    },
    place: {
      en: 'The printed numerals give headings their addresses; paragraphs are counted under their heading, those of the lost page included.',
      'zh-Hans': '标题依印出的编号定址，段落在所属标题下依次计数，缺页中的段落也计算在内。',
    },
    join: {
      en: 'One sentence broken by the foot of a page: a single space joins its two pieces.',
      'zh-Hans': '同一句被分页截断：以一个空格连接前后两段。',
    },
    segment: {
      en: 'A sentence ends at . ! ? before a space and a capital; abbreviations, initials and numerals do not end one.',
      'zh-Hans': '句末以 . ! ? 后接空格和大写字母为界；缩写、首字母和编号不算句末。',
    },
    'mark-gap': {
      en: 'Words that the translation had and this copy lacks; the place is marked, nothing is put there.',
      'zh-Hans': '译文应有而本副本缺失之处：仅标示位置，不补文字。',
    },
  },
  folds,
  apparatus,
  releases,
};
