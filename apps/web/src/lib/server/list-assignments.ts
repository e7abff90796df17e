import type { AssignmentSummary, ClassMine, ClassView } from '@glossator/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { assignmentState, groupAssignments } from '../assignments/assignment-state.ts';
import { localised } from '../i18n/localised.ts';
import { getLocale } from '../paraglide/runtime.js';
import { call, required } from './api.ts';

export type Progress = Pick<
  ClassMine['items'][number],
  'notes' | 'replies' | 'coverage' | 'open' | 'answers' | 'isExtended' | 'result'
>;

/** The assignments of a class, with what is the reader's own where they are a student. */
export async function listAssignments(
  event: RequestEvent,
  { id, role }: Pick<ClassView, 'id' | 'role'>,
) {
  const now = new Date().toISOString();
  const all = role === 'student' ? await mine(event, id) : await set(event, id);
  const rows = all.map(({ workTitles, ...item }) => ({
    ...item,
    work: localised(workTitles, getLocale()),
    state: assignmentState(item, item.published, now),
  }));
  return { now, groups: groupAssignments(rows, ({ state }) => state) };
}

interface Listed extends Omit<AssignmentSummary, 'work'> {
  readonly mine: Progress | null;
}

async function set(event: RequestEvent, id: string): Promise<Listed[]> {
  const path = `/api/classes/${id}/assignments?limit=200` as const;
  const { items } = required(await call<{ items: AssignmentSummary[] }>(event, 'GET', path));
  return items.map((item) => ({ ...item, mine: null }));
}

async function mine(event: RequestEvent, id: string): Promise<Listed[]> {
  const { items } = required(await call<ClassMine>(event, 'GET', `/api/classes/${id}/mine`));
  return items.map((row) => {
    const { times, notes, replies, coverage, open, answers, isExtended, result, ...item } = row;
    return {
      ...item,
      ...times,
      // A student is told of no draft; when it was published says nothing to them.
      published: times.opens,
      mine: { notes, replies, coverage, open, answers, isExtended, result },
    };
  });
}
