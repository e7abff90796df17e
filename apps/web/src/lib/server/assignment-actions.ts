import {
  limits,
  type AssignmentForm,
  type Preview,
  type Problem,
  type ReadingView,
  type WorkView,
} from '@glossator/contract';
import { fail, type RequestEvent } from '@sveltejs/kit';
import type { AssignmentErrors, AssignmentValues } from '../assignments/assignment-values.ts';
import { problemSentence } from '../problem/sentence.ts';
import { call, required, type Answer } from './api.ts';
import { problemErrors, readAssignment, typedAssignment } from './assignment-form.ts';
import { formText } from './form-text.ts';

export const assignmentLimits = {
  title: limits.assignmentTitle,
  question: limits.noteLength,
} as const;

/** What the form of an assignment shows after it was sent. */
export interface AssignmentResult {
  readonly values: AssignmentValues;
  readonly errors: AssignmentErrors;
  /** What is wrong with the whole. */
  readonly refused?: string;
  readonly preview: Preview | null;
  /** The version that stands, where another one was changed. */
  readonly version?: number;
}

/** The text that an assignment is about, with its outline and its words. */
export async function workOf(event: RequestEvent, slug: string): Promise<WorkView> {
  const path = `/api/works/${encodeURIComponent(slug)}/reading` as const;
  const { work } = required(await call<ReadingView>(event, 'GET', path));
  return required(
    work === undefined
      ? { ok: false, problem: { type: '', title: '', status: 404, code: 'not-found' } }
      : { ok: true, status: 200, value: work },
  );
}

/** Reads the form and sends it; what is refused comes back as it was typed. */
export async function saveAssignment<Made>(
  event: RequestEvent,
  send: (form: AssignmentForm, version: number) => Promise<Answer<Made>>,
) {
  const data = await event.request.formData();
  const values = typedAssignment(data);
  const read = readAssignment(values, {
    work: await workOf(event, formText(data, 'work')),
    zone: formText(data, 'zone'),
    was: data.getAll('was').filter((moment) => typeof moment === 'string'),
  });
  if (!read.ok) return { refusal: back(400, { values, errors: read.errors, preview: null }) };
  const answer = await send(read.form, Number(formText(data, 'version')));
  return answer.ok
    ? { made: answer.value }
    : { refusal: back(answer.problem.status, refusedBy(answer.problem, values)) };
}

const back = (status: number, assignment: AssignmentResult) => fail(status, { assignment });

function refusedBy(problem: Problem, values: AssignmentValues): AssignmentResult {
  const errors = problemErrors(problem);
  const stands = problem.current as { readonly version?: unknown } | undefined;
  return {
    values,
    errors: errors ?? {},
    ...(errors === null && { refused: problemSentence(problem.code) }),
    ...(typeof stands?.version === 'number' && { version: stands.version }),
    preview: null,
  };
}

/** The form again with what its question would look like. */
export async function previewAssignment(event: RequestEvent) {
  const data = await event.request.formData();
  const values = typedAssignment(data);
  const work = formText(data, 'work');
  const answer = await call<Preview>(event, 'POST', '/api/preview', {
    work,
    body: values.question,
  });
  const assignment: AssignmentResult = answer.ok
    ? { values, errors: {}, preview: answer.value }
    : refusedBy(answer.problem, values);
  return { assignment };
}
