import type { Instant } from './instant.ts';

/** A note as the arithmetic of an assignment sees it. */
export interface StudentNote {
  readonly id: string;
  readonly authorId: string;
  readonly isReply: boolean;
  /** Clauses of the assignment that its thread is on, by uid; of a span every one in it. */
  readonly clauses: readonly string[];
  /** Characters of its words, as their readers count them. */
  readonly length: number;
  readonly writtenAt: Instant;
  /** Taken back by its author or withheld by the staff. */
  readonly isWithdrawn: boolean;
}

/** Whether a note is one that an assignment asks for: it stands, and says enough. */
export const counts = (
  { length, isWithdrawn }: Pick<StudentNote, 'length' | 'isWithdrawn'>,
  leastLength: number,
): boolean => !isWithdrawn && length >= leastLength;
