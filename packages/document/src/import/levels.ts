import { isHanLanguage } from '../han-language.ts';
import type { Lang, Level, NumeralStyle } from '../model.ts';
import { rankOf, type Division } from './marker-words.ts';
import type { Structure } from './structure.ts';

/*
 * What levels are called until a person says otherwise: the name that is printed, else a general
 * one. Names in English and Chinese, the languages of the interface, are always there.
 */

type Key = Exclude<Division, 'annex'> | 'paragraph' | 'sentence';

const NAMES: Readonly<Record<Key, readonly [string, string]>> = {
  book: ['book', '编'],
  part: ['part', '部分'],
  title: ['title', '篇'],
  chapter: ['chapter', '章'],
  section: ['section', '节'],
  subsection: ['subsection', '小节'],
  article: ['article', '条'],
  paragraph: ['paragraph', '段'],
  sentence: ['sentence', '句'],
};
// For levels that print numerals alone: one is sections, several begin with parts.
const GENERAL: readonly Key[] = ['part', 'section', 'subsection', 'article', 'chapter', 'title'];
const GENERAL_ALONE: readonly Key[] = ['section', 'part'];
const BELOW_ARTICLES: readonly Key[] = ['subsection', 'section'];
const rankIn = (key: Key): number =>
  key === 'paragraph' || key === 'sentence' ? Infinity : rankOf[key];

function styleOf(series: string | null, lang: Lang): NumeralStyle {
  if (series === null) return 'decimal';
  if (/ROMAN/u.test(series)) return 'roman-upper';
  if (/hanzi/u.test(series)) return 'hanzi';
  return isHanLanguage(lang) && !/decimal|letter/iu.test(series) ? 'ordinal-hanzi' : 'decimal';
}

function citeOf(key: Key, lang: Lang, style: NumeralStyle): readonly string[] {
  const [english, chinese] = NAMES[key];
  if (isHanLanguage(lang)) return style === 'ordinal-hanzi' ? [`#${chinese}`] : [`第#${chinese}`];
  if (key === 'paragraph') return ['¶#', 'paragraph #', 'para. #'];
  if (key === 'sentence') return ['s. #', 'sentence #'];
  return [`${english} #`];
}

export interface LevelSide {
  readonly lang: Lang;
  readonly structure: Structure;
}

const langsOf = (langs: readonly Lang[]): readonly Lang[] =>
  [...new Set([...langs, 'en', 'zh-Hans'])].filter((lang) => lang !== 'und');

function levelIn(key: Key, styles: readonly (readonly [Lang, NumeralStyle])[]): Level {
  const [english, chinese] = NAMES[key];
  return {
    key,
    names: Object.fromEntries(
      styles.map(([lang]) => [lang, isHanLanguage(lang) ? chinese : english]),
    ),
    numerals: Object.fromEntries(styles),
    cite: Object.fromEntries(styles.map(([lang, style]) => [lang, citeOf(key, lang, style)])),
  };
}

/** A level that a person adds: the next general name, plain numbers. */
export function generalLevel(levels: readonly Level[], langs: readonly Lang[]): Level {
  const used = new Set(levels.map(({ key }) => key));
  const key = GENERAL.find((each) => !used.has(each)) ?? 'book';
  return levelIn(
    key,
    langsOf(langs).map((lang) => [lang, 'decimal']),
  );
}

/** A level where the language of a side is another than was thought. */
export function inLanguage(level: Level, from: Lang, to: Lang, langs: readonly Lang[]): Level {
  const keeps = new Set(langsOf(langs));
  const renamed = <T>(all: Readonly<Record<Lang, T>>, otherwise: T): Record<Lang, T> => ({
    ...Object.fromEntries(Object.entries(all).filter(([lang]) => keeps.has(lang))),
    [to]:
      all[to] ?? (isHanLanguage(from) === isHanLanguage(to) ? all[from] : undefined) ?? otherwise,
  });
  const like = isHanLanguage(to) ? 'zh-Hans' : 'en';
  const names = renamed(level.names, level.names[like] ?? level.key);
  const numerals = renamed(level.numerals, level.numerals[like] ?? 'decimal');
  if (level.cite === undefined) return { ...level, names, numerals };
  return { ...level, names, numerals, cite: renamed(level.cite, level.cite[like] ?? ['#']) };
}

/** Levels of a work whose sides have these structures, highest first, paragraph and sentence last. */
export function levelsOf(sides: readonly LevelSide[]): readonly Level[] {
  const depth = Math.max(0, ...sides.map(({ structure }) => structure.outline.depth));
  const used = new Set<Key>();
  const level = (key: Key, at: number | null): Level => {
    used.add(key);
    const styles = langsOf(sides.map(({ lang }) => lang)).map((lang) => {
      const side = sides.find((each) => each.lang === lang);
      const series = [...(side?.structure.outline.depths ?? [])].find(
        ([name, depthOf]) => depthOf === at && name !== 'annex',
      );
      return [lang, styleOf(series?.[0] ?? null, lang)] as const;
    });
    return levelIn(key, styles);
  };
  const printed = Array.from({ length: depth }, (_, i) =>
    sides
      .map(({ structure }) => structure.outline.divisions.get(i + 1))
      .find((found) => found !== undefined),
  );
  const taken = new Set(printed);
  const keys = printed.map((found): Key => {
    if (found !== undefined && found !== 'annex' && !used.has(found)) {
      used.add(found);
      return found;
    }
    const isFree = (key: Key): boolean => !used.has(key) && !taken.has(key as Division);
    const isBelow = (key: Key): boolean => [...used].every((above) => rankIn(above) < rankIn(key));
    const names = depth === 1 ? GENERAL_ALONE : GENERAL;
    const general =
      names.find((key) => isFree(key) && isBelow(key)) ??
      BELOW_ARTICLES.find(isFree) ??
      GENERAL.find(isFree) ??
      'book';
    used.add(general);
    return general;
  });
  return [
    ...keys.map((key, i) => level(key, i + 1)),
    level('paragraph', null),
    level('sentence', null),
  ];
}
