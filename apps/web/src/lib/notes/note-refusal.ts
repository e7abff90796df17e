/** A refused form of the reader, with what was typed. */
export interface NoteRefusal {
  readonly form: string;
  readonly code: string;
  /** What it means and what to do; the server says it, so that no page carries every sentence. */
  readonly sentence: string;
  readonly values: {
    readonly body: string;
    readonly layer: string;
    readonly parent: string;
    readonly kind?: string;
    readonly tags?: string;
    readonly words?: string;
    readonly edition?: string;
  };
  readonly current: unknown;
}
