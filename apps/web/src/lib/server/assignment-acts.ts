import type { ExtensionForm, OpeningForm, OpeningsMade } from '@glossator/contract';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { m } from '../paraglide/messages.js';
import { problemSentence } from '../problem/sentence.ts';
import { call, type Answer } from './api.ts';
import { formText } from './form-text.ts';
import { typedMoment } from './typed-moment.ts';

/** A refused form of the page of an assignment: a sentence, at a field where it is about one. */
function refused(
  status: number,
  form: string,
  sentence: string,
  field: string | null = null,
  values: Readonly<Record<string, string>> = {},
) {
  return fail(status, { act: { form, sentence, field, values } });
}

const apiOf = ({ params }: RequestEvent) =>
  `/api/assignments/${params['assignment'] ?? ''}` as const;

function back({ params }: RequestEvent, done: string, hash = ''): never {
  const { id = '', assignment = '' } = params;
  redirect(303, `/classes/${id}/assignments/${assignment}?done=${done}${hash}`);
}

const publish = (published: boolean, form: string, done: string) => async (event: RequestEvent) => {
  const version = Number(formText(await event.request.formData(), 'version'));
  const answer = await call(event, 'PUT', `${apiOf(event)}/publication`, { published, version });
  if (!answer.ok) return refused(answer.problem.status, form, problemSentence(answer.problem.code));
  back(event, done);
};

async function remove(event: RequestEvent) {
  const answer = await call(event, 'DELETE', apiOf(event));
  if (!answer.ok)
    return refused(answer.problem.status, 'delete', problemSentence(answer.problem.code));
  redirect(303, `/classes/${event.params['id'] ?? ''}?done=assignment-deleted`);
}

async function extend(event: RequestEvent) {
  const data = await event.request.formData();
  const values = {
    person: formText(data, 'person'),
    due: formText(data, 'due'),
    closes: formText(data, 'closes'),
  };
  const zone = formText(data, 'zone');
  const was = data.getAll('was').filter((moment) => typeof moment === 'string');
  const moments: ExtensionForm = { due: null, closes: null };
  for (const field of ['due', 'closes'] as const) {
    if (values[field].trim() === '') continue;
    const read = typedMoment(values[field], { zone, was });
    if ('error' in read) return refused(400, 'extend', read.error, field, values);
    moments[field] = read.instant;
  }
  const path = `${apiOf(event)}/extensions/${encodeURIComponent(values.person)}` as const;
  const answer = await call(event, 'PUT', path, moments);
  if (!answer.ok) {
    const { status, code } = answer.problem;
    const field = code === 'close-before-due' || moments.due === null ? 'closes' : 'due';
    return refused(status, 'extend', problemSentence(code), field, values);
  }
  back(event, 'assignment-extended', '#extensions');
}

async function endExtension(event: RequestEvent) {
  const person = formText(await event.request.formData(), 'person');
  const path = `${apiOf(event)}/extensions/${encodeURIComponent(person)}` as const;
  const answer = await call(event, 'DELETE', path);
  if (!answer.ok)
    return refused(answer.problem.status, 'end', problemSentence(answer.problem.code));
  back(event, 'assignment-extension-gone', '#extensions');
}

async function open(event: RequestEvent) {
  const data = await event.request.formData();
  const checked = data.getAll('clause').filter((clause) => typeof clause === 'string');
  const to = formText(data, 'to');
  const values = { which: formText(data, 'which'), clauses: checked.join(' '), to };
  if (values.which === 'some' && checked.length === 0)
    return refused(400, 'open', m.assign_opening_none_checked(), 'which', values);
  const form: OpeningForm = {
    clauses: values.which === 'some' ? checked : 'all',
    to: recipients(to),
  };
  const answer: Answer<OpeningsMade> = await call(event, 'POST', `${apiOf(event)}/openings`, form);
  if (!answer.ok)
    return refused(
      answer.problem.status,
      'open',
      problemSentence(answer.problem.code),
      null,
      values,
    );
  back(event, 'assignment-opened', '#opening');
}

function recipients(to: string): OpeningForm['to'] {
  const [kind, id = ''] = to.split(':');
  if (kind === 'group') return { kind, group: id };
  return kind === 'student' ? { kind: 'students', students: [id] } : { kind: 'all' };
}

/** What is done about an assignment from its page. */
export const assignmentActs = {
  publish: publish(true, 'publish', 'assignment-published'),
  unpublish: publish(false, 'unpublish', 'assignment-unpublished'),
  delete: remove,
  extend,
  'end-extension': endExtension,
  open,
};
