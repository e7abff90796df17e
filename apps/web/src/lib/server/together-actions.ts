import { mostTogether, type BatchView, type DeskView } from '@glossator/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { asLocale } from '#lib/i18n/as-locale.ts';
import { putIn, readyWords } from '#lib/queue/ready-words.ts';
import { choiceQuery, fromIn, readSeen, type SeenCase } from '#lib/together/choice-query.ts';
import { call } from './api.ts';
import { formText } from './form-text.ts';
import { refuse } from './refuse.ts';

/** Lost cases that an address names; of more their number. */
const named = 40;

function readForm(data: FormData) {
  const seen = data
    .getAll('case')
    .flatMap((each) => (typeof each === 'string' ? (readSeen(each) ?? []) : []))
    .slice(0, mostTogether);
  const values = {
    cases: seen.map(({ id }) => id).join(' '),
    action: formText(data, 'action'),
    reason: formText(data, 'reason'),
    words: formText(data, 'words'),
    ready: formText(data, 'ready'),
  };
  return { seen, values };
}
type Values = ReturnType<typeof readForm>['values'];

const decision = (cases: readonly SeenCase[], { action, reason, words }: Values) => ({
  cases,
  action,
  ...(reason === '' ? {} : { reason }),
  ...(words.trim() === '' ? {} : { words }),
});

const none = (form: string, values: Values) =>
  refuse(
    form,
    { type: 'about:blank', title: '', status: 400, code: 'request-malformed', detail: '' },
    { ...values, none: 'true' },
  );

/** Ready words for a browser without script; nothing is decided. */
async function ready(event: RequestEvent) {
  const { values } = readForm(await event.request.formData());
  const desk = await call<DeskView>(event, 'GET', '/api/moderation/desk');
  if (!desk.ok) return refuse('together', desk.problem, values);
  const locale = asLocale(values.ready);
  const found = readyWords(
    locale === undefined ? values.ready : '',
    values.reason,
    locale ?? 'en',
    desk.value.replies,
  );
  return { written: { ...values, words: putIn(values.words, found) } };
}

/** Shows what would happen; nothing does. */
async function trial(event: RequestEvent) {
  const { seen, values } = readForm(await event.request.formData());
  if (seen.length === 0) return none('together', values);
  const path = '/api/moderation/batches/preview';
  const answer = await call<BatchView>(event, 'POST', path, decision(seen, values));
  if (!answer.ok) return refuse('together', answer.problem, values);
  return { written: values, trial: { seen, view: answer.value } };
}

async function confirm(event: RequestEvent) {
  const { seen, values } = readForm(await event.request.formData());
  if (seen.length === 0) return none('confirm', values);
  const answer = await call<BatchView>(
    event,
    'POST',
    '/api/moderation/batches',
    decision(seen, values),
  );
  if (!answer.ok) return refuse('confirm', answer.problem, values);
  const { id, lines, undoUntil } = answer.value;
  const lost = lines.flatMap((line) => (line.refused === null ? [] : [line.case]));
  // Nothing is decided now: it was so already (sent twice), or somebody else was before.
  if (undoUntil === null || id === null) {
    if (lost.length === 0) redirect(303, '/moderation?done=together-same');
    return { written: values, trial: { seen, view: answer.value } };
  }
  const query = new URLSearchParams({ from: fromIn(event.url.searchParams) });
  for (const each of lost.slice(0, named)) query.append('case', each);
  if (lost.length > named) query.set('lost', String(lost.length - named));
  for (const key of choiceQuery(event.url.searchParams).getAll('group')) query.append('group', key);
  redirect(303, `/moderation/together/${id}?${query.toString()}`);
}

export const togetherActions = { ready, trial, confirm };
