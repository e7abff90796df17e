import type { ThreadPage, ThreadView } from '@glossator/contract';
import { expect } from 'vitest';
import type { Person, TestApp } from './app.ts';
import { startThread } from './notes.ts';

export interface Setting {
  readonly clauses?: readonly string[];
  readonly gate?: string;
  readonly notes?: number | null;
  readonly gateAt?: string | null;
  readonly names?: string;
  readonly byGroups?: boolean;
  readonly leastLength?: number;
  /** Seconds from now; the past is negative. */
  readonly opens?: number;
  readonly due?: number | null;
  readonly closes?: number | null;
  readonly isDraft?: boolean;
}

export const assigned = ['4.3.1.2', '4.3.2.1', '4.3.2.2'] as const;

/** An assignment on clauses of the strategy: each opens by one note of one's own where nothing is said. */
export async function setAssignment(
  site: TestApp,
  classId: string,
  setting: Setting = {},
): Promise<string> {
  const { clauses = assigned, gate = 'count', names = 'real', leastLength = 0 } = setting;
  const { opens = -60, due = null, closes = null, isDraft = false } = setting;
  const notes = setting.notes ?? (gate === 'count' || gate === 'group-count' ? 1 : null);
  const { rows } = await site.owner.query<{ id: string }>(
    `insert into assignment (id, class_id, work_id, title, languages, opens_at, due_at, closes_at, gate,
       gate_notes, gate_at, by_groups, least_length, notes, replies, per, coverage, how, late, points,
       names, published_at)
     select gen_random_uuid(), $1, w.id, 'Think first', '{zh,en}', now() + $2 * interval '1 second',
       now() + $3 * interval '1 second', now() + $4 * interval '1 second', $5, $6, $7, $8, $9,
       1, 0, 'clause', 0, 'scaled', 'counted', 10, $10, case when not $11 then now() end
     from work w where w.slug = 'ncss-2016'
     returning id`,
    [
      classId,
      opens,
      due,
      closes,
      gate,
      notes,
      setting.gateAt ?? null,
      setting.byGroups ?? false,
      leastLength,
      names,
      isDraft,
    ],
  );
  const id = rows[0]?.id ?? '';
  await site.owner.query(
    `insert into assignment_clause select $1, u.uid, u.ord from unit u join work w on w.id = u.work_id
     where w.slug = 'ncss-2016' and u.path = any($2)`,
    [id, clauses],
  );
  return id;
}

export const writeIn = (
  site: TestApp,
  person: Person,
  assignment: string,
  at: string,
  body = `${person.name} on ${at}`,
): Promise<ThreadView> => startThread(site, person, at, { layer: 'class', assignment, body });

/** What somebody reads on a clause of an assignment. */
export async function readIn(
  site: TestApp,
  person: Person,
  assignment: string,
  at: string,
): Promise<readonly ThreadView[]> {
  const answer = await site.as(
    person,
    'GET',
    `/api/works/ncss-2016/threads?at=${at}&assignment=${assignment}`,
  );
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<ThreadPage>().items;
}

/** The words of the first notes that somebody reads there. */
export const wordsIn = async (...asked: Parameters<typeof readIn>): Promise<readonly unknown[]> =>
  (await readIn(...asked)).map(({ annotations }) => annotations[0]?.body).toSorted();
