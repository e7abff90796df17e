import type { SourceFault } from '@glossator/contract';

/** What may be read of a file. */
export const readBounds = {
  /** Characters of all its text, of one paragraph, and paragraphs. */
  characters: 6_000_000,
  paragraph: 100_000,
  blocks: 60_000,
  /** Elements inside one another. */
  depth: 500,
  /** Milliseconds, and megabytes of heap, that reading and proposing may take together. */
  time: 180_000,
  heap: 1_536,
} as const;

/** Why nothing can be made of what was brought. */
export class FaultySource extends Error {
  readonly fault: SourceFault;

  constructor(fault: SourceFault, cause?: unknown) {
    super(fault, { cause });
    this.fault = fault;
  }
}
