/** What a file may be, and what may be read of it. Bytes and counts. */
export const docxBounds = {
  /** Of the archive. */
  entries: 5_000,
  /** Of one XML part, and of all together, when they are inflated. */
  partBytes: 16 * 1024 * 1024,
  allBytes: 24 * 1024 * 1024,
  /** Milliseconds, and megabytes of heap, that reading may take. */
  time: 60_000,
  heap: 1_024,
  /** Files that may be read or wait for it in a process. */
  waiting: 8,
} as const;

/** Why nothing can be made of a file: each is the code of a refusal. */
export type DocxFault =
  | 'docx-not-word'
  | 'docx-old-format'
  | 'docx-malformed'
  | 'docx-too-large'
  | 'docx-empty'
  | 'docx-too-many-parts';

export class FaultyDocx extends Error {
  readonly fault: DocxFault;

  constructor(fault: DocxFault, cause?: unknown) {
    super(fault, { cause });
    this.fault = fault;
  }
}
