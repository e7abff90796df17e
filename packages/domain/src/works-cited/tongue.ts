/** Words of citations, in the language of what cites. */
export interface Tongue {
  readonly and: string;
  readonly others: string;
  readonly undated: string;
  /** Of the list at the end. */
  readonly heading: string;
  /** Around a citation in the text, and between the works of one. */
  readonly open: string;
  readonly close: string;
  readonly next: string;
}

const english: Tongue = {
  and: 'and',
  others: 'et al.',
  undated: 'n.d.',
  heading: 'Works cited',
  ...{ open: '(', close: ')', next: '; ' },
};
const chinese: Tongue = {
  and: '和',
  others: '等',
  undated: '无日期',
  heading: '引用文献',
  ...{ open: '（', close: '）', next: '；' },
};

/** English, but in Chinese texts: no language of readers here has other words yet. */
export const tongueOf = (language: string): Tongue =>
  /^zh(-|$)/iu.test(language) ? chinese : english;
