/** What can be typed into a row of a term, in the order of the form. */
export const rowFields = ['title', 'clauses', 'opens', 'due', 'closes', 'gateAt'] as const;
export type RowField = (typeof rowFields)[number];
export type RowValues = Readonly<Record<RowField, string>>;

/** An assignment as it stood when the form was made. */
export interface Stood {
  readonly version: number;
  readonly isPublished: boolean;
  /** As a form has it: times by the clocks of the class; empty where there is none. */
  readonly values: RowValues;
  /** Moments that typed times may mean, with their seconds. */
  readonly moments: readonly string[];
}

/** A row of the form. */
export interface FormRow {
  /** Id of the assignment, or `new-1` of one that there is not yet. */
  readonly key: string;
  readonly work: string;
  readonly stood: Stood | null;
  readonly values: RowValues;
  /** Checked to be shown to students. */
  readonly publishes: boolean;
  readonly errors: Readonly<Partial<Record<RowField, string>>>;
  /** What is wrong with the row as a whole. */
  readonly refused?: string;
  /** True where another changed it meanwhile: what stood is theirs. */
  readonly isTheirs?: boolean;
}

export const isBlank = ({ stood, values }: Pick<FormRow, 'stood' | 'values'>): boolean =>
  stood === null && values.title.trim() === '' && values.clauses.trim() === '';

/** Fields that are not as they stood. */
export const changedFields = ({ stood, values }: FormRow): readonly RowField[] =>
  stood === null
    ? []
    : rowFields.filter((field) => values[field].trim() !== stood.values[field].trim());

export const isChanged = (row: FormRow): boolean =>
  row.stood === null
    ? !isBlank(row)
    : changedFields(row).length > 0 || (row.publishes && !row.stood.isPublished);

export const units = ['weeks-later', 'days-later', 'weeks-earlier', 'days-earlier'] as const;
export type MoveUnit = (typeof units)[number];
export const moved = ['coming', 'drafts', 'all'] as const;
export type Moved = (typeof moved)[number];

/** By how much which of them move. */
export interface Move {
  readonly by: string;
  readonly unit: MoveUnit;
  readonly which: Moved;
}

/** What the page shows after the form was sent. */
export interface TermResult {
  readonly rows: readonly FormRow[];
  /** By whose clocks times are typed. */
  readonly zone: string;
  readonly move: Move;
  readonly moveError?: string;
  /** What is wrong with the whole. */
  readonly refused?: string;
  /** True where it was judged and could be saved as it is. */
  readonly isTried: boolean;
}
