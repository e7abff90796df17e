import {
  assignmentRules,
  timesFor,
  type Actor,
  type AssignmentAbility,
  type AssignmentTimes,
  type ClassRole,
  type CountRule,
  type Extension,
  type GateKind,
  type GateRule,
  type NameChoice,
} from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { requireMember } from '../../permission.ts';
import { notFound, Refusal } from '../../refusal.ts';
import {
  aboutClass,
  archived as archivedClass,
  isOutside,
  refuseErased,
} from '../classes/access.ts';
import { assignmentSeenBy } from './statements.ts';

/** An assignment as one of the people of its class has it. Moments are instants of the database. */
export interface SeenAssignment {
  readonly id: string;
  readonly classId: string;
  readonly className: string;
  readonly zone: string;
  readonly archived: string | null;
  readonly erased: string | null;
  readonly role: ClassRole;
  readonly personId: string;
  readonly workId: number;
  readonly work: string;
  readonly title: string;
  readonly question: string;
  readonly languages: readonly string[];
  /** In the order of the text. */
  readonly ranges: readonly { readonly from: string; readonly to: string }[];
  /** Uids in the order of the text. */
  readonly clauses: readonly string[];
  /** As they hold for all. */
  readonly times: AssignmentTimes;
  readonly extension: Extension | null;
  /** As they hold for whoever asks. */
  readonly ownTimes: AssignmentTimes;
  readonly gate: GateRule;
  readonly byGroups: boolean;
  readonly rule: CountRule;
  readonly names: NameChoice;
  readonly version: number;
  readonly made: string;
  readonly published: string | null;
  readonly released: string | null;
  readonly now: string;
}

export interface AssignmentRow
  extends
    Omit<SeenAssignment, 'personId' | 'times' | 'ownTimes' | 'extension' | 'gate' | 'rule'>,
    AssignmentTimes,
    CountRule,
    Record<string, unknown> {
  readonly gate: GateKind;
  readonly gateNotes: number | null;
  readonly gateAt: string | null;
  readonly isExtended: boolean;
  readonly ownDue: string | null;
  readonly ownCloses: string | null;
}

export function gateOf({
  gate,
  gateNotes,
  gateAt,
}: Pick<AssignmentRow, 'gate' | 'gateNotes' | 'gateAt'>): GateRule {
  switch (gate) {
    case 'count':
    case 'group-count':
      return { kind: gate, notes: gateNotes ?? 1 };
    case 'time':
      return { kind: gate, at: gateAt ?? '' };
    case 'none':
    case 'hand':
      return { kind: gate };
  }
}

export const extensionOf = (
  row: Pick<AssignmentRow, 'isExtended' | 'ownDue' | 'ownCloses'>,
): Extension | null => (row.isExtended ? { dueAt: row.ownDue, closesAt: row.ownCloses } : null);

function seenOf(row: AssignmentRow, personId: string): SeenAssignment {
  const times = { opensAt: row.opensAt, dueAt: row.dueAt, closesAt: row.closesAt };
  const extension = extensionOf(row);
  const { notes, replies, per, coverage, leastLength, how, late, points } = row;
  return {
    ...row,
    personId,
    times,
    extension,
    ownTimes: timesFor(times, extension),
    gate: gateOf(row),
    rule: { notes, replies, per, coverage, leastLength, how, late, points },
  };
}

/** What its rules are asked about. */
export const aboutAssignment = ({
  role,
  archived,
  erased,
  published,
}: Pick<SeenAssignment, 'role' | 'archived' | 'erased' | 'published'>) => ({
  ...aboutClass({ role, archived, erased }),
  isPublished: published !== null,
});

/** 404 to whoever is not in its class, and of a draft to students: they do not learn that there is one. */
export async function requireAssignment(
  db: Db,
  actor: Actor,
  id: string,
  ability: AssignmentAbility,
): Promise<SeenAssignment> {
  const personId = requireMember(actor);
  const [row] = await db.rows<AssignmentRow>(assignmentSeenBy, [id, personId]);
  if (row === undefined && actor.within === undefined) await refuseErased(db, id);
  if (row === undefined || isOutside(actor, row.classId)) throw notFound();
  const about = aboutAssignment(row);
  if (!assignmentRules.see(about)) throw notFound();
  const may = assignmentRules[ability];
  if (may(about)) return seenOf(row, personId);
  if (about.isErased) await refuseErased(db, id);
  if (about.isArchived && may({ ...about, isArchived: false })) throw archivedClass();
  if (may({ ...about, isPublished: true })) throw new Refusal('not-allowed', 'Publish it first.');
  if (may({ ...about, isPublished: false }))
    throw new Refusal(
      'assignment-published',
      'Students know of it; take it back to a draft first.',
    );
  throw new Refusal(
    'not-allowed',
    ability === 'take-part'
      ? 'This is for students of the class.'
      : 'What you are in this class does not let you do this.',
  );
}
