import type { BoardAssignment } from '@glossator/contract';
import { staffKnowsNames } from '@glossator/domain';
import type { SeenAssignment } from '../assignments/access.ts';

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
    named: staffKnowsNames(seen),
    leastLength,
    needed: { notes, replies, per },
    opens: seen.times.opensAt,
    due: seen.times.dueAt,
    closes: seen.times.closesAt,
  };
}
