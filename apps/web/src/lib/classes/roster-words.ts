import type { RosterLineView } from '@glossator/contract';
import type { RosterProblem } from '@glossator/domain';
import { m } from '#lib/paraglide/messages.js';
import { roleWords } from './role-words.ts';

const problems: Readonly<Record<RosterProblem, () => string>> = {
  'line-malformed': m.class_roster_problem_line_malformed,
  'address-missing': m.class_roster_problem_address_missing,
  'address-malformed': m.class_roster_problem_address_malformed,
  'name-malformed': m.class_roster_problem_name_malformed,
  'role-unknown': m.class_roster_problem_role_unknown,
  'group-malformed': m.class_roster_problem_group_malformed,
  'said-before': m.class_roster_problem_said_before,
  'two-groups': m.class_roster_problem_two_groups,
  'two-roles': m.class_roster_problem_two_roles,
  'group-of-staff': m.class_roster_problem_group_of_staff,
  'not-yours': m.class_roster_problem_not_yours,
  'last-instructor': m.class_roster_problem_last_instructor,
  declined: m.class_roster_problem_declined,
  'class-full': m.class_roster_problem_class_full,
  'groups-too-many': m.class_roster_problem_groups_too_many,
  'invitations-too-many': m.class_roster_problem_invitations_too_many,
};

type Place = NonNullable<RosterLineView['is']>;

/** What somebody is, and in which group. */
export const placeWords = ({ role, group }: Place): string =>
  group === null
    ? roleWords[role]()
    : m.class_roster_place_group({ role: roleWords[role](), group });

/** What becomes of the person of a line, or why nothing does. */
export function lineWords({ act, problem, is, becomes }: RosterLineView): string {
  if (problem !== null) return problems[problem]();
  const place = becomes === null ? '' : placeWords(becomes);
  switch (act) {
    case 'invite':
      return m.class_roster_act_invite({ place });
    case 'change':
      return m.class_roster_act_change({ from: is === null ? '' : placeWords(is), to: place });
    case 'return':
      return m.class_roster_act_return({ place });
    case 'revise':
      return m.class_roster_act_revise({ place });
    case 'wait':
      return m.class_roster_act_wait();
    default:
      return m.class_roster_act_nothing();
  }
}
