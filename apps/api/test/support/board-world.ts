import { expect } from 'vitest';
import type { Person, TestApp } from './app.ts';
import { replyTo, rootOf, startThread } from './notes.ts';
import { day, setAssignment, type Setting } from './set-assignment.ts';

export const setPaths = ['4.3.1.1', '4.3.1.2', '4.3.2.1'] as const;

/** On three clauses, open for ten days and due since yesterday: a note and an answer on each. */
export const setForBoard = (site: TestApp, classId: string, more: Setting = {}): Promise<string> =>
  setAssignment(site, classId, {
    clauses: setPaths,
    opens: -10 * day,
    due: -day,
    leastLength: 10,
    replies: 1,
    ...more,
  });

const uidsOf = (paths: readonly string[]): string =>
  `array(select u.uid from unit u join work w on w.id = u.work_id and w.slug = 'ncss-2016'
    where u.path = any(array[${paths.map((path) => `'${path}'`).join(', ')}]))`;

/** Opens clauses to a student; what lies on their desk there is handed in. */
export const openTo = (site: TestApp, id: string, student: Person, ...paths: readonly string[]) =>
  site.owner.query(`select open_clauses($1, ${uidsOf(paths)}, array[$2::uuid], 'count')`, [
    id,
    student.id,
  ]);

export const nickname = (site: TestApp, id: string, student: Person, name: string) =>
  site.owner.query(
    'insert into assignment_alias (assignment_id, person_id, name) values ($1, $2, $3)',
    [id, student.id, name],
  );

export interface Written {
  readonly body?: string;
  readonly kind?: string;
  /** A moment as SQL. */
  readonly at?: string;
  /** On the desk, handed in, or by the staff to all. */
  readonly part?: 'desk' | 'clause' | 'assignment';
}

/** A thread of an assignment, where it would stand. */
export async function writeIn(
  site: TestApp,
  id: string,
  author: Person,
  address: string,
  { body, kind = 'comment', at, part = 'desk' }: Written = {},
): Promise<{ thread: string; note: string }> {
  const words = body ?? `What ${author.handle} thinks of ${address}`;
  const thread = await startThread(site, author, address, { layer: 'notebook', body: words, kind });
  const note = rootOf(thread).id;
  await site.owner.query(
    part === 'clause'
      ? `update thread set layer_id = clause_layer($1, $2,
           array(select uid from thread_place where thread_id = $3)) where id = $3`
      : `with made as (
           insert into layer (kind, class_id, assignment_id, part, owner_id, hides_names)
           select 'class', class_id, id, '${part}', case when '${part}' = 'desk' then $2::uuid end,
             names <> 'real' from assignment where id = $1
           on conflict do nothing returning id)
         update thread set layer_id = coalesce((select id from made), (
           select id from layer where assignment_id = $1 and part = '${part}'
             and owner_id is not distinct from case when '${part}' = 'desk' then $2::uuid end))
         where id = $3`,
    [id, author.id, thread.id],
  );
  if (at !== undefined) await writtenAt(site, note, at);
  return { thread: thread.id, note };
}

export const writtenAt = (site: TestApp, note: string, at: string) =>
  site.owner.query(`update revision set written_at = ${at} where annotation_id = $1`, [note]);

export async function answer(site: TestApp, author: Person, note: string, body: string) {
  const reply = await replyTo(site, author, note, body);
  expect(reply.state).toBe('published');
  return reply.id;
}
