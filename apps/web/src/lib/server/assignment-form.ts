import { limits, type AssignmentForm, type Problem, type WorkView } from '@glossator/contract';
import { gateKinds, nameChoices, timesError, type TimesError } from '@glossator/domain';
import {
  textFields,
  type AssignmentErrors,
  type AssignmentField,
  type AssignmentValues,
} from '../assignments/assignment-values.ts';
import { m } from '../paraglide/messages.js';
import { problemSentence } from '../problem/sentence.ts';
import { formText } from './form-text.ts';
import { typedMoment } from './typed-moment.ts';
import { typedRanges } from './typed-ranges.ts';

/** The form as it was typed. */
export function typedAssignment(data: FormData): AssignmentValues {
  const texts = Object.fromEntries(
    textFields.map((name) => [name, formText(data, name)]),
  ) as Record<(typeof textFields)[number], string>;
  const all = (name: string): string[] =>
    data.getAll(name).filter((value) => typeof value === 'string');
  return {
    ...texts,
    clauses: all('clause'),
    languages: all('language'),
    byGroups: data.get('byGroups') === 'yes',
  };
}

export interface AssignmentFrame {
  /** Time zone in which the form was made: what was typed was meant by its clocks. */
  readonly zone: string;
  /** Moments as they stood: what was left as it was keeps its seconds. */
  readonly was: readonly string[];
  readonly work: WorkView;
}

export type ReadAssignment =
  | { readonly ok: true; readonly form: AssignmentForm }
  | { readonly ok: false; readonly errors: AssignmentErrors };

/** What the API takes, or what is wrong, field by field. */
export function readAssignment(values: AssignmentValues, frame: AssignmentFrame): ReadAssignment {
  const errors: Partial<Record<AssignmentField, string>> = {};
  const wrong = (field: AssignmentField, sentence: string): null => {
    errors[field] ??= sentence;
    return null;
  };
  const moment = (field: 'opens' | 'due' | 'closes' | 'gateAt'): string | null => {
    const read = typedMoment(values[field], frame);
    return 'instant' in read ? read.instant : wrong(field, read.error);
  };
  const optional = (field: 'due' | 'closes'): string | null =>
    values[field].trim() === '' ? null : moment(field);
  const number = (field: NumberField, min: number, max: number): number => {
    const value = /^\s*\d{1,6}\s*$/u.test(values[field]) ? Number(values[field]) : -1;
    if (value < min || value > max) wrong(field, m.assign_error_number({ min, max }));
    return value;
  };
  const among = <Value extends string>(
    field: 'late' | 'per' | 'how' | 'names' | 'gate',
    of: readonly Value[],
  ): Value | null =>
    of.find((each) => each === values[field]) ?? wrong(field, m.assign_error_choice());

  const title = values.title.trim();
  if (title === '') wrong('title', m.assign_error_title());
  else if ([...title].length > limits.assignmentTitle)
    wrong('title', m.assign_error_title_long({ max: limits.assignmentTitle }));
  if ([...values.question].length > limits.noteLength)
    wrong('question', m.assign_error_question_long({ max: limits.noteLength }));
  const ranges = typedRanges(values, frame.work);
  if ('error' in ranges) wrong('clauses', ranges.error);
  if (values.languages.length === 0) wrong('languages', m.assign_error_languages());
  const opens = moment('opens');
  const due = optional('due');
  const closes = optional('closes');
  const order =
    opens === null
      ? null
      : timesError({ opensAt: oneWidth(opens), dueAt: oneWidth(due), closesAt: oneWidth(closes) });
  if (order !== null) wrong(orderFields[order], problemSentence(order));
  const late = among('late', ['counted', 'left-out']);
  const per = among('per', ['clause', 'assignment']);
  const notes = number('notes', 0, 1000);
  const replies = number('replies', 0, 1000);
  // What is out of sight for the choice made is not judged.
  const coverage = per === 'assignment' ? number('coverage', 0, 1000) : 0;
  const leastLength = number('leastLength', 0, limits.noteLength);
  const points = number('points', 0, 1000);
  const how = among('how', ['scaled', 'all-or-nothing']);
  const kind = among('gate', gateKinds);
  const gate = kind === null ? null : gateOf(kind, number, moment);
  const names = among('names', nameChoices);
  if (
    Object.keys(errors).length > 0 ||
    'error' in ranges ||
    opens === null ||
    late === null ||
    per === null ||
    how === null ||
    gate === null ||
    names === null
  )
    return { ok: false, errors };
  return {
    ok: true,
    form: {
      title,
      question: values.question,
      work: frame.work.slug,
      ranges: ranges.ranges,
      languages: [...values.languages],
      opens,
      due,
      closes,
      gate,
      byGroups: values.byGroups,
      leastLength,
      notes,
      replies,
      per,
      coverage,
      how,
      late,
      points,
      names,
    },
  };
}

// Moments are compared as text: those of the database are longer than those just read.
const oneWidth = <Moment extends string | null>(moment: Moment): Moment | string =>
  moment === null ? moment : new Date(moment).toISOString();

type NumberField = 'notes' | 'replies' | 'coverage' | 'leastLength' | 'points' | 'gateNotes';

const orderFields: Readonly<Record<TimesError, AssignmentField>> = {
  'due-before-open': 'due',
  'close-before-due': 'closes',
  'close-before-open': 'closes',
};

function gateOf(
  kind: (typeof gateKinds)[number],
  number: (field: 'gateNotes', min: number, max: number) => number,
  moment: (field: 'gateAt') => string | null,
): AssignmentForm['gate'] | null {
  switch (kind) {
    case 'count':
    case 'group-count':
      return { kind, notes: number('gateNotes', 1, 100) };
    case 'time': {
      const at = moment('gateAt');
      return at === null ? null : { kind, at };
    }
    case 'none':
    case 'hand':
      return { kind };
  }
}

const problemFields: Readonly<Record<string, AssignmentField>> = {
  'name-empty': 'title',
  'text-malformed': 'title',
  'clause-elsewhere': 'clauses',
  'clauses-too-many': 'clauses',
  'language-unknown': 'languages',
  'time-outside': 'opens',
  'due-before-open': 'due',
  'close-before-due': 'closes',
  'close-before-open': 'closes',
};

/** What the API refused, at the field it is about; null where it is about the whole. */
export function problemErrors({ code, current }: Problem): AssignmentErrors | null {
  const fixed = (current as { readonly fixed?: unknown } | undefined)?.fixed;
  if (code === 'assignment-fixed' && Array.isArray(fixed) && !fixed.includes('work'))
    return Object.fromEntries(fixed.map((field) => [String(field), problemSentence(code)]));
  const field = Object.hasOwn(problemFields, code) ? problemFields[code] : undefined;
  return field === undefined ? null : { [field]: problemSentence(code) };
}
