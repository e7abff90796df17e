import type { BoardAssignment } from '@glossator/contract';
import type { SeenAssignment } from '../assignments/access.ts';

/** Where work is judged blind, the staff knows students by pseudonyms until it is released. */
export const knowsNames = ({
  names,
  released,
}: Pick<SeenAssignment, 'names' | 'released'>): boolean => names !== 'blind' || released !== null;

export function presentAssignment(seen: SeenAssignment): BoardAssignment {
  const { notes, replies, per, leastLength } = seen.rule;
  return {
    id: seen.id,
    class: seen.classId,
    title: seen.title,
    work: seen.work,
    zone: seen.zone,
    gate: seen.gate.kind,
    names: seen.names,
    named: knowsNames(seen),
    leastLength,
    needed: { notes, replies, per },
    opens: seen.times.opensAt,
    due: seen.times.dueAt,
    closes: seen.times.closesAt,
  };
}
