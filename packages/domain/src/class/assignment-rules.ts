import type { InClass } from './class-rules.ts';

/** What a question of permission over an assignment is about. */
export interface AboutAssignment extends InClass {
  /** False while the staff alone knows of it. */
  readonly isPublished: boolean;
}

const isStaff = ({ role }: AboutAssignment): boolean =>
  role === 'instructor' || role === 'assistant';
const staffWrites = (about: AboutAssignment): boolean => isStaff(about) && !about.isArchived;
const instructorWrites = (about: AboutAssignment): boolean =>
  about.role === 'instructor' && !about.isArchived;

/**
 * Each ability over an assignment and who has it. Instructors set it; assistants help with what
 * follows. What is in the archive is only read.
 */
export const assignmentRules = {
  /** A draft is for the staff. */
  see: (about: AboutAssignment) =>
    isStaff(about) || (about.role === 'student' && about.isPublished),
  /** Its question, its clauses, its times, what it asks for. */
  change: instructorWrites,
  /** Show it to students, or take it back while nobody has written. */
  publish: instructorWrites,
  /** A draft alone. */
  delete: (about: AboutAssignment) => instructorWrites(about) && !about.isPublished,
  /** Give one student more time. */
  extend: (about: AboutAssignment) => staffWrites(about) && about.isPublished,
  /** Open clauses to students before their gate does. */
  open: (about: AboutAssignment) => staffWrites(about) && about.isPublished,
  /** Who has written what, what stands open to whom, who was given more time. */
  'see-board': (about: AboutAssignment) => isStaff(about) && !about.isErased,
  /** Judge what was written, and answer whoever contests it. */
  grade: (about: AboutAssignment) => staffWrites(about) && about.isPublished,
  /** Show students what they got, or take that back. */
  release: (about: AboutAssignment) => instructorWrites(about) && about.isPublished,
  /** Be asked for work, and see how much of it is done. */
  'take-part': (about: AboutAssignment) => about.role === 'student' && about.isPublished,
} as const satisfies Record<string, (about: AboutAssignment) => boolean>;
export type AssignmentAbility = keyof typeof assignmentRules;

export type AssignmentAbilities = Readonly<Record<Exclude<AssignmentAbility, 'see'>, boolean>>;

export const assignmentAbilities = (about: AboutAssignment): AssignmentAbilities => ({
  change: assignmentRules.change(about),
  publish: assignmentRules.publish(about),
  delete: assignmentRules.delete(about),
  extend: assignmentRules.extend(about),
  open: assignmentRules.open(about),
  'see-board': assignmentRules['see-board'](about),
  grade: assignmentRules.grade(about),
  release: assignmentRules.release(about),
  'take-part': assignmentRules['take-part'](about),
});
