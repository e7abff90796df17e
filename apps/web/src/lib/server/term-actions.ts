import { limits, type ReadingView, type TermView, type WorkView } from '@glossator/contract';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { m } from '../paraglide/messages.js';
import { problemSentence } from '../problem/sentence.ts';
import {
  isBlank,
  isChanged,
  moved,
  units,
  type FormRow,
  type Move,
  type TermResult,
} from '../term/term-values.ts';
import { wholeNumber } from '../forms/whole-number.ts';
import { call } from './api.ts';
import { formText } from './form-text.ts';
import { moveRow } from './move-row.ts';
import { readTerm, refusedRows } from './term-read.ts';
import { blankRow, typedRows } from './term-rows.ts';

export const noMove: Move = { by: '', unit: 'weeks-later', which: 'coming' };

interface Typed {
  readonly rows: readonly FormRow[];
  readonly zone: string;
  readonly move: Move;
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}

async function typedTerm(event: RequestEvent): Promise<Typed> {
  const data = await event.request.formData();
  const zone = formText(data, 'zone');
  // It comes back with the form, by whatever hands.
  if (!isZone(zone)) error(400, problemSentence('zone-unknown'), { code: 'zone-unknown' });
  const [unit, which] = [formText(data, 'unit'), formText(data, 'which')];
  return {
    rows: typedRows(data),
    zone,
    move: {
      by: formText(data, 'by'),
      unit: units.find((each) => each === unit) ?? noMove.unit,
      which: moved.find((each) => each === which) ?? noMove.which,
    },
  };
}

async function worksOf(event: RequestEvent, rows: readonly FormRow[]) {
  const slugs = [...new Set(rows.filter(isChanged).map(({ work }) => work))];
  const found = await Promise.all(
    slugs.map(async (slug): Promise<[string, WorkView | null]> => {
      const path = `/api/works/${encodeURIComponent(slug)}/reading` as const;
      const answer = await call<ReadingView>(event, 'GET', path);
      return [slug, answer.ok ? (answer.value.work ?? null) : null];
    }),
  );
  return new Map(found);
}

/** Judges the rows, and saves them unless they are only tried; what is refused comes back as it was typed. */
async function send(event: RequestEvent, typed: Typed, isTry: boolean) {
  const back = (status: number, result: Partial<TermResult>) =>
    fail(status, { term: { ...typed, isTried: false, ...result } satisfies TermResult });
  const read = readTerm(typed.rows, {
    zone: typed.zone,
    now: Date.now(),
    works: await worksOf(event, typed.rows),
  });
  if (read.isWrong) return back(400, { rows: read.rows });
  const tried: TermResult = { ...typed, isTried: true };
  if (!typed.rows.some(isChanged)) return { term: tried };
  const id = event.params['id'] ?? '';
  const answer = await call<TermView>(event, 'PUT', `/api/classes/${id}/term`, {
    ...read.form,
    try: isTry,
  });
  if (!answer.ok) {
    const { status, code } = answer.problem;
    const rows = refusedRows(read, answer.problem, typed.zone);
    return back(status, rows === null ? { refused: problemSentence(code) } : { rows });
  }
  if (isTry) return { term: tried };
  redirect(303, `/classes/${id}/term?done=term-saved`);
}

const isMoved =
  ({ which }: Move, now: string) =>
  (row: FormRow): boolean => {
    if (isBlank(row)) return false;
    if (which === 'all' || row.stood === null || !row.stood.isPublished) return true;
    // The first of its moments is when it opens.
    return which === 'coming' && Date.parse(row.stood.moments[0] ?? '') > Date.parse(now);
  };

function days({ by, unit }: Move): number | null {
  const [each, way] = unit.split('-');
  const number = wholeNumber(by, limits.copyDays);
  return number === null
    ? null
    : number * (each === 'weeks' ? 7 : 1) * (way === 'earlier' ? -1 : 1);
}

/** What is done about a term from its page. */
export const termActs = {
  save: async (event: RequestEvent) => send(event, await typedTerm(event), false),
  look: async (event: RequestEvent) => {
    const typed = await typedTerm(event);
    const { move, zone } = typed;
    if (move.by.trim() === '') return send(event, typed, true);
    const by = days(move);
    if (by === null) {
      const moveError = m.assign_error_number({ min: 1, max: limits.copyDays });
      const term: TermResult = { ...typed, moveError, isTried: false };
      return fail(400, { term });
    }
    const chosen = isMoved(move, new Date().toISOString());
    const rows = typed.rows.map((row) => (chosen(row) ? moveRow(row, by, zone) : row));
    // Moved once: looking again moves nothing.
    return send(event, { rows, zone, move: { ...move, by: '' } }, true);
  },
  add: async (event: RequestEvent) => {
    const typed = await typedTerm(event);
    const first = { work: typed.rows.at(-1)?.work ?? '', opens: '', due: '' };
    const term: TermResult = {
      ...typed,
      rows: [...typed.rows, blankRow(typed.rows, first)],
      isTried: false,
    };
    return { term };
  },
};
