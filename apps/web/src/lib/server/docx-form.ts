import type { DocxChoice } from '@glossator/contract';
import { partKinds } from '@glossator/domain';
import { formText } from './form-text.ts';

const between = /[,，、;；\n]/u;

/** What was chosen for each passage: `kind-3` is `entry`, `at-3` where it goes. */
export function choicesIn(data: FormData): DocxChoice[] {
  return [...data.keys()].flatMap((name): DocxChoice[] => {
    const n = /^kind-([1-9]\d{0,4})$/.exec(name)?.[1];
    if (n === undefined) return [];
    const kind = partKinds.find((each) => each === formText(data, name)) ?? null;
    const at = formText(data, `at-${n}`)
      .split(between)
      .map((text) => text.trim())
      .filter((text) => text !== '');
    // An introduction stands nowhere, whatever was in the field before.
    return [{ n: Number(n), kind, at: kind === 'introduction' ? [] : at }];
  });
}

/** All that the form brought, to be shown again. */
export const typedIn = (data: FormData): Record<string, string> =>
  Object.fromEntries(
    [...data.keys()]
      .filter((name) => /^(?:(?:kind|at)-[1-9]\d{0,4}|id|next)$/.test(name))
      .map((name) => [name, formText(data, name)]),
  );
