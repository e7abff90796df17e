import type {
  AssignmentStudents,
  AssignmentView,
  ClassMembers,
  Extensions,
  Openings,
} from '@glossator/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { call, required } from './api.ts';

/** What those who teach do about an assignment besides setting it: nothing before it is published. */
export async function staffOf(event: RequestEvent, { id, class: of, abilities }: AssignmentView) {
  if (!abilities.extend && !abilities.open) return null;
  const at = `/api/assignments/${id}` as const;
  const [members, extensions, told, openings] = await Promise.all([
    call<ClassMembers>(event, 'GET', `/api/classes/${of.id}/members`),
    call<Extensions>(event, 'GET', `${at}/extensions`),
    call<AssignmentStudents>(event, 'GET', `${at}/students`),
    call<Openings>(event, 'GET', `${at}/openings`),
  ]);
  const students = required(told).items;
  return {
    /** By their own names: they ask for more time by them. */
    people: required(members)
      .items.filter(({ role, state }) => role === 'student' && state === 'active')
      .map((each) => ({ id: each.id, name: each.name, handle: each.handle })),
    extensions: required(extensions).items,
    /** By the names that are told to those who grade. */
    students: students.map((each) => ({ id: each.id, name: each.name })),
    groups: [
      ...new Map(
        students.flatMap(({ group }) => (group === null ? [] : [[group.id, group]])),
      ).values(),
    ],
    openings: required(openings),
  };
}
export type StaffOf = NonNullable<Awaited<ReturnType<typeof staffOf>>>;
