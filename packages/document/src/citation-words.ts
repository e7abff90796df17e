import type { Component } from './path.ts';
import { formatComponent } from './path.ts';
import type { Lang, Level } from './model.ts';
import { formatNumeral } from './numerals.ts';

/** What a citation says where an address has a zero; the first word is written, all are read. */
export interface CitationWords {
  readonly title: readonly string[];
  readonly heading: readonly string[];
  readonly opening: readonly string[];
  readonly front: readonly string[];
  readonly preamble: readonly string[];
  readonly to: readonly string[];
  readonly gap: string;
}

const EN: CitationWords = {
  title: ['title'],
  heading: ['heading'],
  opening: ['opening'],
  front: ['front matter'],
  preamble: ['preamble'],
  to: ['–', ' to '],
  gap: ' ',
};

const ZH: CitationWords = {
  title: ['题名', '总标题'],
  heading: ['标题'],
  opening: ['开头'],
  front: ['卷首'],
  preamble: ['序言', '前言'],
  to: ['至', '到'],
  gap: '',
};

export type WordsLang = 'en' | 'zh-Hans';

export const WORDS: Readonly<Record<WordsLang, CitationWords>> = { en: EN, 'zh-Hans': ZH };

export function wordsLang(lang: Lang): WordsLang {
  return /^zh\b/.test(lang) ? 'zh-Hans' : 'en';
}

/** The forms of one level in one language, `#` standing for the numeral. */
export function formsOf(level: Level, lang: WordsLang): readonly string[] {
  const declared = level.cite?.[lang] ?? [];
  if (declared.length > 0) return declared;
  const name = level.names[lang] ?? level.key;
  return [lang === 'en' ? `${name} #` : `第#${name}`];
}

export function writeLevel(level: Level, lang: WordsLang, component: Component): string {
  const form = formsOf(level, lang)[0] ?? '#';
  const numeral = formatNumeral(component.number, level.numerals[lang] ?? 'decimal');
  const insertion = component.insertion === 0 ? '' : `x${String(component.insertion)}`;
  // 0x1, inserted before the first, has no numeral but the digits.
  const written = component.number === 0 ? formatComponent(component) : numeral + insertion;
  return form.replace('#', written);
}
