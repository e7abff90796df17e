import type { Refused } from '#lib/forms/refused.ts';

/** What all forms in the margins of a round share. */
export interface MarginForms {
  /** By the id of a form. */
  readonly refused: (form: string) => Refused | null;
  /** One form of the page is sent at a time: the key is that of the page. */
  readonly key: string;
  readonly most: { readonly note: number; readonly words: number };
  /** The thread that was written in last. */
  readonly wrote: string | null;
  /** Its number, as the page has it. */
  readonly round: string;
  readonly as: 'author' | 'editor' | 'reviewer';
  /** Of the page that is shown; empty on the first. */
  readonly cursor: string;
}

/** A refused form comes back on the page of the list on which it stood. */
export const marginAction = (act: string, { cursor }: MarginForms): string =>
  cursor === '' ? `?/${act}` : `?/${act}&cursor=${encodeURIComponent(cursor)}`;
