import type { Lang } from '../model.ts';
import type { Script } from './script.ts';

/** Small words that are frequent in one language and rare in the others of its script. */
const PROFILES: Readonly<Record<Lang, string>> = {
  en: 'the of and to in that is be by for or shall with which this any such not may are',
  fr: 'le la les des du et à est dans pour qui que par une sur aux ou ne pas sont',
  de: 'der die das und den des dem ist von mit zu für auf eine nicht oder werden sich nach im',
  es: 'el la los las del y en que por para una con se su al o no es como lo',
  pt: 'o os as do da dos das e em que por para uma com se ao ou não é pelo',
  it: 'il lo gli della dei delle e di che per una con non sono alla nel dal o ai si',
  nl: 'de het een van en in dat is op te voor met die niet of aan door worden zijn bij',
  pl: 'w i na z do nie się że jest o przez oraz lub od za po dla są które który',
};
const OF_SCRIPT: Readonly<Partial<Record<Script, Lang>>> = {
  ja: 'ja',
  ko: 'ko',
  hebrew: 'he',
  greek: 'el',
  devanagari: 'hi',
  thai: 'th',
};
// Hanzi that only one of the two ways of writing has.
const SIMPLIFIED = /[国发权会个这为时对经产们长进关应务据单让术认设规证]/gu;
const TRADITIONAL = /[國發權會個這為時對經產們長進關應務據單讓術認設規證]/gu;

export interface Guess {
  readonly lang: Lang;
  readonly sure: boolean;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function latinLanguage(text: string): Guess {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const known = new Map<string, number>();
  for (const word of words) known.set(word, (known.get(word) ?? 0) + 1);
  const scores = Object.entries(PROFILES)
    .map(([lang, profile]) => ({
      lang,
      score: profile.split(' ').reduce((sum, word) => sum + (known.get(word) ?? 0), 0),
    }))
    .toSorted((left, right) => right.score - left.score);
  const [best, second] = scores;
  if (best === undefined || second === undefined) return { lang: 'und', sure: false };
  const isFound = best.score >= Math.max(2, words.length * 0.08);
  if (!isFound) return { lang: 'und', sure: false };
  return { lang: best.lang, sure: best.score >= second.score * 1.5 };
}

/** The language of a text of that script; `und` where it cannot be told. */
export function guessLanguage(text: string, script: Script | null): Guess {
  if (script === null) return { lang: 'und', sure: false };
  if (script === 'latin') return latinLanguage(text);
  if (script === 'han') {
    const simplified = count(text, SIMPLIFIED);
    const traditional = count(text, TRADITIONAL);
    const sure = simplified + traditional > 0;
    return { lang: traditional > simplified ? 'zh-Hant' : 'zh-Hans', sure };
  }
  if (script === 'cyrillic') {
    const isUkrainian = /[іїєґ]/iu.test(text);
    return { lang: isUkrainian ? 'uk' : 'ru', sure: !isUkrainian && /[ыэё]/iu.test(text) };
  }
  if (script === 'arabic') return { lang: /[پچژگ]/u.test(text) ? 'fa' : 'ar', sure: false };
  const lang = OF_SCRIPT[script];
  return lang === undefined ? { lang: 'und', sure: false } : { lang, sure: true };
}

const RIGHT_TO_LEFT = /^(?:ar|fa|he|ur|yi|ps|sd|ug|dv|ckb)\b/u;
export const isRightToLeft = (lang: Lang): boolean => RIGHT_TO_LEFT.test(lang);
