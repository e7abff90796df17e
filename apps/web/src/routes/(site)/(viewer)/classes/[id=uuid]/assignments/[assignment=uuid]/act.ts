import type { Refused } from '#lib/forms/refused.ts';

/** A form of this page that was refused; null where none was. */
export type Act = {
  readonly form: string;
  readonly sentence: string;
  readonly field: string | null;
  readonly values: Readonly<Record<string, string>>;
} | null;

export function actRefused(act: Act, form: string): Refused | null {
  if (act?.form !== form) return null;
  return { sentence: act.sentence, field: act.field ?? undefined, values: act.values };
}
