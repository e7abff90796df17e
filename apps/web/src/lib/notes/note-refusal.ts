/** A refused form of the reader, with what was typed. */
export interface NoteRefusal {
  readonly form: string;
  readonly code: string;
  readonly values: { readonly body: string; readonly layer: string; readonly parent: string };
  readonly current: unknown;
}
