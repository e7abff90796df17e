import { randomUUID } from 'node:crypto';
import type { Person, TestApp } from './app.ts';

export const assignedClauses = ['4.3.1.1', '4.3.1.2', '4.3.2.1'];

export interface Asked {
  readonly names?: 'real' | 'pseudonym' | 'blind';
  readonly points?: number;
  readonly notes?: number;
  readonly replies?: number;
  readonly per?: 'clause' | 'assignment';
  readonly title?: string;
}

/** An assignment on three clauses, which opened two days ago and is due tomorrow. */
export async function assign(site: TestApp, classId: string, asked: Asked = {}): Promise<string> {
  const { names = 'real', points = 10, notes = 2, replies = 0, per = 'assignment' } = asked;
  const id = randomUUID();
  await site.owner.query(
    `insert into assignment (id, class_id, work_id, title, languages, opens_at, due_at, gate, least_length,
       notes, replies, per, coverage, how, late, points, names, published_at)
     select $1, $2, w.id, $3, '{zh}', now() - interval '2 days', now() + interval '1 day', 'none', 5, $4, $5,
       $6, 0, 'scaled', 'left-out', $7, $8, now() - interval '2 days'
     from work w where w.slug = 'ncss-2016'`,
    [id, classId, asked.title ?? 'Think first', notes, replies, per, points, names],
  );
  await site.owner.query(
    `insert into assignment_clause (assignment_id, uid, n)
     select $1, u.uid, u.ord from unit u join work w on w.id = u.work_id
     where w.slug = 'ncss-2016' and u.path = any($2)`,
    [id, assignedClauses],
  );
  return id;
}

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
  const id = randomUUID();
  const run = (text: string, values: unknown[]) => site.owner.query(text, values);
  const thread = randomUUID();
  if (answers === undefined) {
    await run(
      `with place as (
         select u.uid, u.work_id from unit u join work w on w.id = u.work_id
         where w.slug = 'ncss-2016' and u.path = $4
       ), opened as (
         insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id)
         select $1, p.work_id, clause_layer($2, $3, array[p.uid]), 'segment', p.uid, p.uid, $3
         from place p returning *)
       insert into thread_place (work_id, layer_id, uid, created_at, thread_id, opening)
       select work_id, layer_id, from_uid, created_at, id, true from opened`,
      [thread, assignment, author.id, at],
    );
  }
  await run(
    `insert into annotation (id, thread_id, parent_id, author_id, post_key)
     select $1, coalesce((select thread_id from annotation where id = $3), $2), $3, $4, gen_random_uuid()`,
    [id, thread, answers ?? null, author.id],
  );
  await run(
    `insert into revision (annotation_id, number, body, html, renderer, seen, written_at)
     values ($1, 1, $2, $2, 1, '{zh-cac:1.0.0}', now() - make_interval(mins => $3))`,
    [id, body, ago],
  );
  return id;
}
