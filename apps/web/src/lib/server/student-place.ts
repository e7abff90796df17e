import type { AssignmentView } from '@glossator/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { call } from './api.ts';

/**
 * Where a student is who goes to a page that only those who teach have; null where they have the page,
 * which is said of few: any other leads to what is around it. For whoever looks with a student's eyes;
 * others are told that it is not for them.
 */
export async function studentPlace(event: RequestEvent): Promise<string | null> {
  const { params, route } = event;
  const { id = '', assignment = '', address = '' } = params;
  const [, page = ''] = (route.id ?? '').split('/classes/[id=uuid]');
  const home = `/classes/${id}`;
  const set = `${home}/assignments/${assignment}`;
  const part = page.replace('/assignments/[assignment=uuid]', '@');
  if (['', '/mine', '/settings', '@', '@/result'].includes(part)) return null;
  if (!part.startsWith('@')) return home;
  if (part.startsWith('@/grades')) return `${set}/result`;
  if (!part.startsWith('@/clauses')) return set;
  const path = `/api/assignments/${assignment}` as const;
  const answer = await call<AssignmentView>(event, 'GET', path);
  return answer.ok ? `/t/${answer.value.work}/${address}?assignment=${assignment}` : set;
}
