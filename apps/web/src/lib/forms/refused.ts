import { problemSentence } from '#lib/problem/sentence.ts';
import { fieldOf } from './field-of.ts';

export interface RefusedForm {
  readonly form: string;
  readonly code: string;
  readonly values: Readonly<Record<string, string>>;
}

/** What one form of a page shows after it was refused; nothing where another one was. */
export interface Refused {
  readonly sentence: string;
  /** The field it is about, by name. */
  readonly field: string | undefined;
  readonly values: Readonly<Record<string, string>>;
}

export function refusedIn(
  action: { readonly refusal?: RefusedForm } | null | undefined,
  form: string,
  fields: readonly string[],
): Refused | null {
  const refusal = action?.refusal;
  if (refusal?.form !== form) return null;
  return {
    sentence: problemSentence(refusal.code),
    field: fieldOf(refusal.code, fields),
    values: refusal.values,
  };
}

/** The sentence for one field, where the refusal is about it. */
export function errorAt(refused: Refused | null, field: string): string | undefined {
  return refused?.field === field ? refused.sentence : undefined;
}
