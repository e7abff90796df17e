import type { RefusedForm } from '#lib/forms/refused.ts';

/** What a form of the queue gives back: why it was refused, or ready words put in. */
export interface QueueForm {
  readonly refusal?: RefusedForm & { readonly current: unknown };
  readonly written?: Readonly<Record<string, string>>;
}
