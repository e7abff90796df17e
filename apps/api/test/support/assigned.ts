import type { Person, TestApp } from './app.ts';
import { writeIn, writtenAt } from './board-world.ts';
import { replyTo } from './notes.ts';
import { day, setAssignment, type Setting } from './set-assignment.ts';

/** On three clauses, open for two days and due tomorrow: two notes in all, and none that comes late. */
export const assign = (site: TestApp, classId: string, more: Setting = {}): Promise<string> =>
  setAssignment(site, classId, {
    clauses: ['4.3.1.1', '4.3.1.2', '4.3.2.1'],
    gate: 'none',
    opens: -2 * day,
    due: day,
    leastLength: 5,
    notes: 2,
    per: 'assignment',
    late: 'left-out',
    ...more,
  });

export interface Written {
  readonly at?: string;
  readonly body?: string;
  /** In minutes before now. */
  readonly ago?: number;
  /** The note that is answered. */
  readonly answers?: string;
}

/** A note of a student, handed in. Gives its id. */
export async function handIn(
  site: TestApp,
  assignment: string,
  author: Person,
  { at = '4.3.1.1', body = 'What I make of this clause', ago = 0, answers }: Written = {},
): Promise<string> {
  const id =
    answers === undefined
      ? (await writeIn(site, assignment, author, at, { body, part: 'clause' })).note
      : (await replyTo(site, author, answers, body)).id;
  await writtenAt(site, id, `now() - interval '${String(ago)} minutes'`);
  return id;
}
