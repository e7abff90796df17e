import type { Pointing, Preview } from '@glossator/contract';
import type { Stretch } from '#lib/history/compare-words.ts';

/** A form of the reader that came back, refused or for a preview, with what was typed. */
export interface NoteRefusal {
  readonly form: string;
  readonly code: string;
  /** What it means and what to do, empty where nothing was wrong; the server says it, so that no page carries every sentence. */
  readonly sentence: string;
  readonly values: {
    readonly body: string;
    readonly layer: string;
    readonly parent: string;
    readonly kind?: string;
    readonly tags?: string;
    /** What a new thread points at inside its clause. */
    readonly pointing?: Pointing | null;
    /** The version an edit was begun from. */
    readonly version?: string;
    /** Number of the edit that waits which it was begun from; 0 where none did. */
    readonly proposal?: string;
    /** Versions of the text that the writer of an edit had before them. */
    readonly seen?: readonly string[];
  };
  readonly current: unknown;
  /** What changed in the note since the refused edit was begun. */
  readonly changes?: readonly Stretch[] | null;
  /** What the text would look like, where that was asked for. */
  readonly preview?: Preview;
}
