import type { ClassMember } from '@glossator/contract';

/** How the people of a class are shown; `who` narrows the list down to names and handles with it. */
export function peopleOf(members: readonly ClassMember[], who: string) {
  const sought = who.trim().replace(/^@/u, '').toLocaleLowerCase();
  const isSought = ({ name, handle }: ClassMember): boolean =>
    name.toLocaleLowerCase().includes(sought) || handle.toLocaleLowerCase().includes(sought);
  const active = members.filter(({ state }) => state === 'active');
  const gone = members.filter(({ state }) => state !== 'active');
  const students = active.filter(({ role }) => role === 'student');
  return {
    staff: active.filter(({ role }) => role !== 'student').filter(isSought),
    students: students.filter(isSought),
    gone: gone.filter(isSought),
    /** Of all, whatever is sought. */
    count: members.length,
  };
}
