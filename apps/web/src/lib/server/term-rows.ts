import type { TermRow } from '@glossator/contract';
import { error } from '@sveltejs/kit';
import { problemSentence } from '../problem/sentence.ts';
import type { FormRow, RowValues, Stood } from '../term/term-values.ts';
import { formText } from './form-text.ts';
import { toLocalTime } from './local-time.ts';
import { moveTime } from './move-row.ts';

/** Between clauses of a row; a citation holds none of these. */
export const between = ', ';

/** An assignment as a row of the form. */
export function storedRow(row: TermRow, zone: string): FormRow {
  const time = (instant: string | null): string =>
    instant === null ? '' : toLocalTime(instant, zone);
  const { opens, due, closes, gateAt } = row;
  const values: RowValues = {
    title: row.title,
    clauses: row.ranges.join(between),
    opens: time(opens),
    due: time(due),
    closes: time(closes),
    gateAt: time(gateAt),
  };
  const stood: Stood = {
    version: row.version,
    isPublished: row.published !== null,
    values,
    moments: [opens, due, closes, gateAt].filter((moment) => moment !== null),
  };
  return { key: row.id, work: row.work, stood, values, publishes: false, errors: {} };
}

/** A row for one more, a week after the last, or as `first` has it where there is none. */
export function blankRow(
  rows: readonly FormRow[],
  first: Pick<RowValues, 'opens' | 'due'> & { readonly work: string },
): FormRow {
  const last = rows.findLast(({ values }) => values.opens !== '');
  const later = (typed: string): string => (typed === '' ? '' : moveTime(typed, 7));
  const number = rows.filter(({ stood }) => stood === null).length + 1;
  return {
    key: `new-${String(number)}`,
    work: last?.work ?? first.work,
    stood: null,
    values: {
      title: '',
      clauses: '',
      opens: last === undefined ? first.opens : later(last.values.opens),
      due: last === undefined ? first.due : later(last.values.due),
      closes: last === undefined ? '' : later(last.values.closes),
      gateAt: '',
    },
    publishes: false,
    errors: {},
  };
}

function readStood(text: string): Stood | null {
  if (text === '') return null;
  try {
    const [version, isPublished, given, moments] = JSON.parse(text) as unknown[];
    const all = given as Record<string, unknown>;
    const value = (field: keyof RowValues): string => {
      const text = all[field];
      return typeof text === 'string' ? text : '';
    };
    return {
      version: Number(version),
      isPublished: isPublished === true,
      values: {
        title: value('title'),
        clauses: value('clauses'),
        opens: value('opens'),
        due: value('due'),
        closes: value('closes'),
        gateAt: value('gateAt'),
      },
      moments: (moments as unknown[]).map(String),
    };
  } catch {
    // No form of ours brings this back.
    error(400, problemSentence('request-malformed'), { code: 'request-malformed' });
  }
}

/** The rows as they were typed. */
export function typedRows(data: FormData): FormRow[] {
  const publishesAll = data.get('publishAll') === 'yes';
  return data
    .getAll('row')
    .filter((key) => typeof key === 'string')
    .map((key) => {
      const text = (name: string): string => formText(data, `${name}-${key}`);
      const stood = readStood(text('stood'));
      return {
        key,
        work: text('work'),
        stood,
        values: {
          title: text('title'),
          clauses: text('clauses'),
          opens: text('opens'),
          due: text('due'),
          closes: text('closes'),
          gateAt: text('gateAt'),
        },
        publishes:
          stood !== null &&
          !stood.isPublished &&
          (publishesAll || data.get(`publish-${key}`) === 'yes'),
        errors: {},
      };
    });
}
