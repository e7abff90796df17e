const texts = [
  'title',
  'question',
  'more',
  'opens',
  'due',
  'closes',
  'late',
  'per',
  'notes',
  'replies',
  'coverage',
  'leastLength',
  'points',
  'how',
  'gate',
  'gateNotes',
  'gateAt',
  'names',
] as const;
export const textFields: readonly TextField[] = texts;
export type TextField = (typeof texts)[number];

/** The form of an assignment as it is typed: times by the clocks of the class. */
export interface AssignmentValues extends Readonly<Record<TextField, string>> {
  /** Addresses whose boxes are checked. */
  readonly clauses: readonly string[];
  readonly languages: readonly string[];
  readonly byGroups: boolean;
}
export type AssignmentField = keyof AssignmentValues;
/** What is wrong with a field, in the order in which the form has them. */
export type AssignmentErrors = Readonly<Partial<Record<AssignmentField, string>>>;
