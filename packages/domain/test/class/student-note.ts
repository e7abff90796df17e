import type { StudentNote } from '../../src/index.ts';

let made = 0;

/** A good note on one clause, by Ada. */
export function note(more: Partial<StudentNote> = {}): StudentNote {
  made += 1;
  return {
    id: `n${String(made)}`,
    authorId: 'ada',
    isReply: false,
    clauses: ['s-1'],
    length: 100,
    writtenAt: '2026-03-02T09:00:00.000000Z',
    isWithdrawn: false,
    ...more,
  };
}
