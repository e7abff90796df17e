import type { PartConflict, PartRevision, PartView, Preview } from '@glossator/contract';
import { partKinds, type PartKind } from '@glossator/domain';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Collision, TypedPart } from '../commentaries/part-text.ts';
import { compareWords, type Stretch } from '../history/compare-words.ts';
import { call } from './api.ts';
import { formText } from './form-text.ts';
import { commentaryPath } from './load-commentary.ts';
import { refuse } from './refuse.ts';

export const asPartKind = (text: string | null): PartKind | null =>
  partKinds.find((kind) => kind === text) ?? null;

const names = ['label', 'title', 'places', 'given', 'body', 'kind', 'key', 'joined'] as const;

/** The form of a part, as it was typed. */
function typed(data: FormData): TypedPart & { readonly joined: string } {
  const values = Object.fromEntries(names.map((name) => [name, formText(data, name)])) as Record<
    (typeof names)[number],
    string
  >;
  return { ...values, version: Number(formText(data, 'version')) || 0 };
}

const lines = (text: string): string[] =>
  text.split(/[\n,;，；、]/u).flatMap((line) => line.trim() || []);

const partPath = (event: RequestEvent) =>
  `${commentaryPath(event)}/parts/${encodeURIComponent(event.params['part'] ?? '')}` as const;

export async function savePart(event: RequestEvent) {
  const { joined: _, ...values } = typed(await event.request.formData());
  const { label, title, body, version, key } = values;
  const isNew = event.params['part'] === 'new';
  const places = lines(values.places).map((at) => ({ at }));
  // Places that nobody touched keep what is meant more closely inside them.
  const isTouched = isNew || values.places.trim() !== values.given.trim();
  const said = { label, title, body, ...(isTouched && { places }) };
  const answer = isNew
    ? await call<PartView>(event, 'POST', `${commentaryPath(event)}/parts`, {
        ...said,
        kind: asPartKind(values.kind) ?? 'entry',
        key,
      })
    : await call<PartView>(event, 'PUT', partPath(event), { ...said, version });
  if (answer.ok) {
    const { commentary, id } = answer.value;
    redirect(303, `/commentaries/${commentary}/parts/${id}?done=commentary-part`);
  }
  const refused = refuse('part', answer.problem, values);
  const conflict =
    answer.problem.code === 'part-stale' ? (answer.problem.current as PartConflict) : null;
  const collision: Collision | null = conflict && {
    ...conflict,
    changes: await changesSince(event, version, conflict.part.body),
  };
  return fail(refused.status, {
    refusal: { ...refused.data.refusal, current: null, collision, preview: null },
  });
}

/** What another author changed, from the revision that this one was begun from. */
async function changesSince(
  event: RequestEvent,
  version: number,
  now: string,
): Promise<Stretch[] | null> {
  const answer = await call<{ items: PartRevision[] }>(
    event,
    'GET',
    `${partPath(event)}/revisions`,
  );
  const begun = answer.ok ? answer.value.items.find(({ number }) => number === version) : undefined;
  return begun === undefined || begun.body === now ? null : compareWords(begun.body, now);
}

/** The page again, with the text kept. */
const again = (values: TypedPart, preview: Preview | null) => ({
  refusal: { form: 'part', code: '', sentence: '', values, collision: null, preview },
});

/** Both texts go into the form, to be read before they are saved. */
export async function takeBoth(event: RequestEvent) {
  const { joined, ...values } = typed(await event.request.formData());
  return again({ ...values, body: joined }, null);
}

export async function previewPart(event: RequestEvent) {
  const data = await event.request.formData();
  const { joined: _, ...values } = typed(data);
  const work = formText(data, 'work');
  const answer = await call<Preview>(event, 'POST', '/api/preview', { work, body: values.body });
  if (answer.ok) return again(values, answer.value);
  const refused = refuse('part', answer.problem, values);
  return fail(refused.status, {
    refusal: { ...refused.data.refusal, current: null, collision: null, preview: null },
  });
}
