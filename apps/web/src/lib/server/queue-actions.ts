import type { CaseView, DeskView } from '@glossator/contract';
import { queueActions } from '@glossator/domain';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { asLocale } from '#lib/i18n/as-locale.ts';
import { queueHref, queueQuery } from '#lib/queue/queue-query.ts';
import { putIn, readyWords } from '#lib/queue/ready-words.ts';
import { call } from './api.ts';
import { formText } from './form-text.ts';
import { nextCase } from './next-case.ts';
import { refuse } from './refuse.ts';

const askedIn = (event: RequestEvent): string => queueQuery(event.url.searchParams).toString();
const caseIn = (event: RequestEvent): string => event.params['case'] ?? '';

function back(asked: string, id: string, done: string): never {
  const href = queueHref(asked, id);
  redirect(303, `${href}${href.includes('?') ? '&' : '?'}done=${done}`);
}

const numberIn = (data: FormData, name: string): number => Number(formText(data, name)) || 0;

async function decide(event: RequestEvent) {
  const data = await event.request.formData();
  const action = formText(data, 'action');
  const values = {
    id: caseIn(event),
    action,
    reason: formText(data, 'reason'),
    words: formText(data, 'words'),
    ready: formText(data, 'ready'),
    revision: formText(data, 'revision'),
  };
  const known = queueActions.find((each) => each === action);
  const path = `/api/moderation/cases/${encodeURIComponent(values.id)}/decision` as const;
  const answer = await call<CaseView>(event, 'POST', path, {
    action: known ?? action,
    ...(values.reason === '' ? {} : { reason: values.reason }),
    ...(values.words.trim() === '' ? {} : { words: values.words }),
    version: numberIn(data, 'version'),
    revision: numberIn(data, 'revision'),
    proposal: numberIn(data, 'proposal'),
  });
  if (!answer.ok) return refuse('decide', answer.problem, values);
  const asked = askedIn(event);
  const next = await nextCase(event, { asked, after: formText(data, 'next') });
  return back(asked, next, `case-${action}`);
}

/** Ready words for a browser without script; nothing is decided. */
async function ready(event: RequestEvent) {
  const data = await event.request.formData();
  const values = {
    id: caseIn(event),
    action: '',
    reason: formText(data, 'reason'),
    words: formText(data, 'words'),
    ready: formText(data, 'ready'),
    revision: formText(data, 'revision'),
  };
  const desk = await call<DeskView>(event, 'GET', '/api/moderation/desk');
  if (!desk.ok) return refuse('decide', desk.problem, values);
  const locale = asLocale(formText(data, 'locale')) ?? 'en';
  const found = readyWords(values.ready, values.reason, locale, desk.value.replies);
  return { written: { ...values, words: putIn(values.words, found) } };
}

async function undo(event: RequestEvent) {
  const data = await event.request.formData();
  const id = formText(data, 'id');
  const path = `/api/moderation/decisions/${encodeURIComponent(id)}/undo` as const;
  const answer = await call<CaseView>(event, 'POST', path);
  if (!answer.ok) return refuse('undo', answer.problem, { id });
  return back(askedIn(event), answer.value.id, 'case-undo');
}

const claiming = (method: 'PUT' | 'DELETE') => async (event: RequestEvent) => {
  const path = `/api/moderation/cases/${encodeURIComponent(caseIn(event))}/claim` as const;
  const answer = await call<CaseView>(event, method, path);
  if (!answer.ok) return refuse('claim', answer.problem, {});
  redirect(303, queueHref(askedIn(event), caseIn(event)));
};

const saving =
  (what: 'filters' | 'replies', field: 'query' | 'words') => async (event: RequestEvent) => {
    const data = await event.request.formData();
    const name = formText(data, 'name');
    const value = formText(data, field);
    const answer = await call(event, 'POST', `/api/moderation/${what}`, { name, [field]: value });
    if (!answer.ok) return refuse(`save-${what}`, answer.problem, { name, [field]: value });
    return back(askedIn(event), caseIn(event), what === 'filters' ? 'case-filter' : 'case-reply');
  };

const dropping = (what: 'filters' | 'replies') => async (event: RequestEvent) => {
  const id = formText(await event.request.formData(), 'id');
  const answer = await call(event, 'DELETE', `/api/moderation/${what}/${encodeURIComponent(id)}`);
  if (!answer.ok) return refuse(`drop-${what}`, answer.problem, { id });
  const done = what === 'filters' ? 'case-filter-gone' : 'case-reply-gone';
  return back(askedIn(event), caseIn(event), done);
};

/** What can be done beside the list, whether or not a case is open. */
export const deskActions = {
  undo,
  'save-filter': saving('filters', 'query'),
  'drop-filter': dropping('filters'),
  'save-reply': saving('replies', 'words'),
  'drop-reply': dropping('replies'),
};

export const caseActions = {
  ...deskActions,
  decide,
  ready,
  claim: claiming('PUT'),
  unclaim: claiming('DELETE'),
};
