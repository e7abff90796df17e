import { formText } from './form-text.ts';

/** What was chosen in the form that gives a sanction, as its fields say it. */
export interface SanctionValues extends Readonly<Record<string, string>> {
  readonly kind: string;
  readonly work: string;
  readonly reason: string;
  readonly words: string;
  readonly days: string;
  readonly key: string;
}

/** Its fields, and what the API is sent of them. */
export function readSanctionForm(data: FormData) {
  const field = (name: keyof SanctionValues): string => formText(data, String(name));
  const values: SanctionValues = {
    kind: field('kind'),
    // A ban has no other place, whatever was chosen beside it.
    work: field('kind') === 'ban' ? '' : field('work'),
    reason: field('reason'),
    words: field('words'),
    days: field('days'),
    key: field('key'),
  };
  return {
    values,
    input: {
      ...values,
      work: values.work === '' ? null : values.work,
      days: values.days === '' ? null : Number(values.days),
    },
  };
}

/** When it would end, were it given now; null where it would not end by itself. */
export const endIfGivenNow = ({ kind, days }: SanctionValues, now: number): string | null =>
  kind === 'warning' || !(Number(days) > 0)
    ? null
    : new Date(now + Number(days) * 86_400_000).toISOString();
