import type { UnmadeChange } from '@glossator/contract';
import { refusedIn, type Refused, type RefusedForm } from '#lib/forms/refused.ts';
import { unmadeWords } from '#lib/texts/change-words.ts';

/** What a form of the draft shows after it was refused; why a change cannot be made is said by itself. */
export function refusedAs(
  action: { readonly refusal?: RefusedForm & { readonly current?: unknown } } | null | undefined,
  form: string,
): Refused | null {
  const refused = refusedIn(action, form, []);
  const current = action?.refusal?.current;
  if (refused === null || action?.refusal?.code !== 'release-unmade' || !current) return refused;
  return { ...refused, sentence: unmadeWords(current as UnmadeChange) };
}
