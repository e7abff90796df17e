import { refusedIn, type Refused, type RefusedForm } from '#lib/forms/refused.ts';

/** A text that cannot be stored is the name where there is none; else it may be either. */
export function classRefused(
  action: { readonly refusal?: RefusedForm } | null | undefined,
  form: string,
): Refused | null {
  const isNamed = (action?.refusal?.values['name'] ?? '').trim() !== '';
  return refusedIn(action, form, isNamed ? ['zone', 'until'] : ['name', 'zone', 'until']);
}
