import { checkText, codePointLength } from '@glossator/document';
import { Refusal } from './refusal.ts';

interface Bounds {
  /** How the field is called in the request. */
  readonly field: string;
  /** Code points. */
  readonly max: number;
}

/** Text from outside as it is stored: NFC, well formed, within bounds, its own edges kept. */
export function acceptText(value: string, { field, max }: Bounds): string {
  const checked = checkText(value);
  if (!checked.ok)
    throw new Refusal(
      'text-malformed',
      `${field} holds characters that cannot be kept (${checked.reason}).`,
    );
  if (checked.value.trim() === '') throw new Refusal('text-malformed', `${field} is empty.`);
  const length = codePointLength(checked.value);
  if (length > max)
    throw new Refusal(
      'text-malformed',
      `${field} has ${String(length)} characters; at most ${String(max)} can be kept.`,
    );
  return checked.value;
}
