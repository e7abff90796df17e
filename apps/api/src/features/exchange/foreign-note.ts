import type { LeftOutReason } from '@glossator/contract';
import type { ForeignQuotation } from '@glossator/document';
import type { NoteKind } from '@glossator/domain';

/** A note as a foreign file tells it: checked in shape, not yet placed. */
export interface ForeignNote {
  readonly id: string;
  /** The foreign id of the note it answers. */
  readonly parent: string | null;
  readonly quote: ForeignQuotation | null;
  /** A unit of ours that the file names. */
  readonly uid: string | null;
  readonly body: string;
  readonly tags: readonly string[];
  readonly kind: NoteKind;
  /** As the file says, in its own words. */
  readonly author: string;
  readonly written: string;
}

export type ReadNote =
  | { readonly ok: true; readonly note: ForeignNote }
  | { readonly ok: false; readonly id: string; readonly reason: LeftOutReason };

export interface ForeignFile {
  readonly source: 'hypothesis' | 'w3c';
  readonly notes: readonly unknown[];
  readonly read: (value: unknown) => ReadNote;
}

export type Fields = Readonly<Record<string, unknown>>;

export const fieldsOf = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value)
    ? (value as unknown[])
    : value === undefined || value === null
      ? []
      : [value];

/** One line of somebody else's data that we print: no controls, no direction tricks, bounded. */
export function oneLine(value: string, max: number): string {
  // A file may hold megabytes where a name is expected.
  const clean = value
    .slice(0, max * 8)
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]+/gu, ' ')
    .trim();
  return [...clean].slice(0, max).join('');
}

/** An id that can be stored and told apart; null where the file gives none. */
export function idOf(value: unknown): string | null {
  const id = textOf(value);
  return id !== '' && id.length <= 500 && oneLine(id, 500) === id ? id : null;
}

/** Date and time as the file has it, where it is one. */
export function instantOf(value: unknown): string {
  const text = textOf(value);
  return /^\d{4}-\d\d-\d\d(T[\d:.]{5,15}(Z|[+-]\d\d:\d\d)?)?$/.test(text) ? text : '';
}
