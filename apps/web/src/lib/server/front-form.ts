import { limits, type CommentaryView, type Contributor } from '@glossator/contract';
import { creditRoles, licences } from '@glossator/domain';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { afterPress, changeRows, type FrontValues } from '../commentaries/front-values.ts';
import { call } from './api.ts';
import { formText } from './form-text.ts';
import { commentaryPath } from './load-commentary.ts';
import { refuse } from './refuse.ts';

function contributorAt(data: FormData, n: number): Contributor {
  const text = (name: string): string => formText(data, `c-${String(n)}-${name}`);
  const chosen = data.getAll(`c-${String(n)}-roles`);
  return {
    kind: text('kind') === 'group' ? 'group' : 'person',
    family: text('family'),
    given: text('given'),
    orcid: text('orcid'),
    affiliation: text('affiliation'),
    roles: creditRoles.filter((role) => chosen.includes(role)),
  };
}

/** The form of the front matter, as it was typed. */
function typed(data: FormData): FrontValues {
  const text = (name: string): string => formText(data, name);
  const count = Math.min(Number(text('count')) || 0, limits.contributors);
  return {
    title: text('title'),
    subtitle: text('subtitle'),
    abstract: text('abstract'),
    language: text('language'),
    other: text('other'),
    licence: text('licence'),
    interests: text('interests'),
    contributors: Array.from({ length: count }, (_, n) => contributorAt(data, n)),
    version: Number(text('version')) || 0,
  };
}

export async function saveFront(event: RequestEvent) {
  const values = typed(await event.request.formData());
  const { other, language, licence, ...front } = values;
  const answer = await call<CommentaryView>(event, 'PUT', commentaryPath(event), {
    ...front,
    language: other.trim() || language,
    licence: licences.find((each) => each === licence) ?? null,
  });
  if (answer.ok) redirect(303, `/commentaries/${answer.value.id}/front?done=commentary-front`);
  const refused = refuse('front', answer.problem, values);
  const isStale = answer.problem.code === 'version-stale';
  const theirs = isStale ? (answer.problem.current as CommentaryView) : null;
  return fail(refused.status, {
    refusal: { ...refused.data.refusal, current: null, theirs, focus: null },
  });
}

/** The page again with one row more, fewer, or elsewhere; nothing is stored. */
export async function changeByline(event: RequestEvent) {
  const data = await event.request.formData();
  const values = typed(data);
  const press = formText(data, 'row');
  const contributors = changeRows(values.contributors, press).slice(0, limits.contributors);
  const focus = afterPress(values.contributors, press);
  return {
    refusal: {
      ...{ form: 'front', code: '', sentence: '', theirs: null, focus },
      values: { ...values, contributors },
    },
  };
}
