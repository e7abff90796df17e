import type { ImportCorrection } from '@glossator/contract';
import { languageTag } from '../bring/language-tag.ts';
import { formText } from './form-text.ts';

const sides = [0, 1] as const;

/** What is stated for a side, and in which field: the tag that was typed, else what was chosen. */
function statedFor(data: FormData, side: number): { readonly field: string; readonly tag: string } {
  const [typed, chosen] = [`tag-${String(side)}`, `lang-${String(side)}`];
  const tag = formText(data, typed).trim();
  return tag === '' ? { field: chosen, tag: formText(data, chosen) } : { field: typed, tag };
}

/** Name of the first field that says no language; null where all do. */
export function otherLanguageIn(data: FormData): string | null {
  for (const side of sides) {
    if (!data.has(`lang-${String(side)}`)) continue;
    const { field, tag } = statedFor(data, side);
    if (languageTag(tag) === null) return field;
  }
  return null;
}

/** Languages that are stated now, and were not, or were others. */
export const languagesIn = (data: FormData): ImportCorrection[] =>
  sides.flatMap((side) => {
    const lang = languageTag(statedFor(data, side).tag);
    const isAsBefore = lang === formText(data, `stated-${String(side)}`);
    return lang === null || isAsBefore ? [] : [{ do: 'lang', side, lang }];
  });

/** Names of levels that are others than they were: `name-2-zh-Hans`. An emptied one stays as it was. */
export const namesIn = (data: FormData): ImportCorrection[] =>
  [...data.keys()].flatMap((key) => {
    const [, level, lang] = /^name-(\d)-(.+)$/.exec(key) ?? [];
    if (level === undefined || lang === undefined) return [];
    const name = formText(data, key).trim();
    const isAsBefore = name === '' || name === formText(data, key.replace('name', 'named'));
    return isAsBefore ? [] : [{ do: 'name', level: Number(level), lang, name }];
  });
