import type { Lang } from '../model.ts';
import { guessLanguage, isRightToLeft } from './guess-language.ts';
import type { Passage } from './passage.ts';
import { mainScript } from './script.ts';
import { scriptsOf, tellApart } from './tell-apart.ts';

export interface Side {
  readonly lang: Lang;
  readonly sureOfLang: boolean;
  readonly rightToLeft: boolean;
  readonly passages: readonly Passage[];
}

const SAMPLE = 20_000;

function sideOf(passages: readonly Passage[], stated: Lang | null): Side {
  const sample = passages
    .map(({ text }) => text)
    .join(' ')
    .slice(0, SAMPLE);
  const guess = guessLanguage(sample, mainScript(scriptsOf(passages)));
  const lang = stated ?? guess.lang;
  const sureOfLang = stated !== null || guess.sure;
  return { lang, sureOfLang, rightToLeft: isRightToLeft(lang), passages };
}

/** One or two languages; `sources` are the passages of each source that are text. */
export function sidesOf(
  sources: readonly { readonly lang: Lang | null; readonly passages: readonly Passage[] }[],
): readonly Side[] {
  const [first] = sources;
  if (first === undefined) return [];
  if (sources.length > 1) return sources.map(({ passages, lang }) => sideOf(passages, lang));
  const isSecond = tellApart(first.passages);
  if (isSecond === null) return [sideOf(first.passages, first.lang)];
  return [false, true].map((which) =>
    sideOf(
      first.passages.filter((_, i) => isSecond[i] === which),
      which ? null : first.lang,
    ),
  );
}
