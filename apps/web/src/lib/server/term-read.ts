import type {
  AssignmentForm,
  Problem,
  TermChange,
  TermForm,
  TermRefusal,
  WorkView,
} from '@glossator/contract';
import type { AssignmentErrors } from '../assignments/assignment-values.ts';
import { m } from '../paraglide/messages.js';
import { problemSentence } from '../problem/sentence.ts';
import { isChanged, rowFields, type FormRow, type RowField } from '../term/term-values.ts';
import { problemErrors, readAssignment } from './assignment-form.ts';
import { newAssignment } from './given-assignment.ts';
import { storedRow } from './term-rows.ts';

export interface TermFrame {
  readonly zone: string;
  readonly now: number;
  /** By slug; null where it cannot be read any more. */
  readonly works: ReadonlyMap<string, WorkView | null>;
}

const asLines = (clauses: string): string => clauses.replaceAll(/[,;，；、]/gu, '\n');

/** Of what is wrong with an assignment, what a row can show. */
function rowErrors({ gate, ...errors }: AssignmentErrors): FormRow['errors'] {
  const all: Partial<Record<RowField, string>> = {};
  const found: AssignmentErrors = { ...errors, ...(gate !== undefined && { gateAt: gate }) };
  for (const field of rowFields) if (found[field] !== undefined) all[field] = found[field];
  return all;
}

type ReadRow = { readonly form: AssignmentForm } | { readonly row: FormRow };

/** A row as a whole assignment: what a row does not have is as in one that is newly made. */
function readRow(row: FormRow, { zone, now, works }: TermFrame): ReadRow {
  const work = works.get(row.work) ?? null;
  if (work === null) return { row: { ...row, refused: problemSentence('clause-elsewhere') } };
  const { clauses, gateAt, ...texts } = row.values;
  const given = newAssignment(work, zone, now);
  const isTimed = row.stood !== null && row.stood.values.gateAt !== '';
  const read = readAssignment(
    {
      ...given,
      ...texts,
      // An assignment that there is keeps its own.
      languages: row.stood === null ? given.languages : ['und'],
      more: asLines(clauses),
      gate: isTimed ? 'time' : given.gate,
      gateAt,
    },
    { zone, was: row.stood?.moments ?? [], work },
  );
  if (read.ok) return { form: read.form };
  const errors = rowErrors(read.errors);
  return Object.keys(errors).length > 0
    ? { row: { ...row, errors } }
    : { row: { ...row, refused: Object.values(read.errors).join(' ') } };
}

const changeOf = (
  { key, stood, publishes }: FormRow,
  { title, ranges, opens, due, closes, gate }: AssignmentForm,
): TermChange => ({
  id: key,
  version: stood?.version ?? 1,
  ...{ title, ranges, opens, due, closes },
  gateAt: stood?.values.gateAt !== '' && gate.kind === 'time' ? gate.at : null,
  publish: publishes,
});

export interface ReadTerm {
  /** With what is wrong with each. */
  readonly rows: readonly FormRow[];
  readonly isWrong: boolean;
  readonly form: Omit<TermForm, 'try'>;
  /** Which rows the lists of the form are, by key. */
  readonly keys: { readonly changes: readonly string[]; readonly made: readonly string[] };
}

/** What the API takes of the rows that are changed; all of what is wrong, row by row. */
export function readTerm(rows: readonly FormRow[], frame: TermFrame): ReadTerm {
  const changes: { key: string; change: TermChange }[] = [];
  const made: { key: string; draft: AssignmentForm }[] = [];
  let isWrong = false;
  const read = rows.map((row) => {
    if (!isChanged(row)) return row;
    const found = readRow(row, frame);
    if ('row' in found) {
      isWrong = true;
      return found.row;
    }
    if (row.stood === null) made.push({ key: row.key, draft: found.form });
    else changes.push({ key: row.key, change: changeOf(row, found.form) });
    return row;
  });
  return {
    rows: read,
    isWrong,
    form: { changes: changes.map(({ change }) => change), made: made.map(({ draft }) => draft) },
    keys: { changes: changes.map(({ key }) => key), made: made.map(({ key }) => key) },
  };
}

/** What another changed meanwhile stands; what was typed is put beside it, and nothing else. */
function mergeTheirs(row: FormRow, now: FormRow): FormRow {
  const typed = rowFields.filter((field) => row.values[field] !== row.stood?.values[field]);
  const values = { ...now.values };
  for (const field of typed) values[field] = row.values[field];
  return {
    ...row,
    values,
    stood: now.stood,
    publishes: row.publishes && now.stood?.isPublished === false,
    isTheirs: true,
  };
}

/** The rows again with what the API refused; null where it is about none of them. */
export function refusedRows(
  { rows, keys }: ReadTerm,
  { current }: Problem,
  zone: string,
): readonly FormRow[] | null {
  const refused = (current as Partial<TermRefusal> | undefined)?.rows;
  if (refused === undefined) return null;
  const byKey = new Map(refused.map((each) => [keys[each.of][each.n], each]));
  return rows.map((row) => {
    const told = byKey.get(row.key);
    if (told === undefined) return row;
    if (told.now === null)
      // What was deleted can be made again: nothing that was typed is lost.
      return { ...row, key: `new-${row.key}`, stood: null, refused: m.term_deleted_meanwhile() };
    if (told.now !== undefined)
      return {
        ...mergeTheirs(row, storedRow(told.now, zone)),
        refused: m.term_changed_meanwhile(),
      };
    const errors = rowErrors(
      problemErrors({ type: '', title: '', status: 0, code: told.code, current: told }) ?? {},
    );
    return Object.keys(errors).length > 0
      ? { ...row, errors }
      : { ...row, refused: problemSentence(told.code) };
  });
}
