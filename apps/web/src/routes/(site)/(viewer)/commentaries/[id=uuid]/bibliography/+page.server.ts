import type {
  BibliographyItemView,
  BibliographyPreview,
  CslFields,
  PasteChoice,
} from '@glossator/contract';
import { limits } from '@glossator/contract';
import { fail, redirect, type Actions, type RequestEvent } from '@sveltejs/kit';
import { itemOf, nameFields, textFields, type ItemValues } from '#lib/bibliography/item-values.ts';
import { call } from '#lib/server/api.ts';
import { formText } from '#lib/server/form-text.ts';
import { listPage } from '#lib/server/list-page.ts';
import { commentaryPath, loadCommentary } from '#lib/server/load-commentary.ts';
import { refuse } from '#lib/server/refuse.ts';
import type { PageServerLoad } from './$types.js';

const uuid = /^[0-9a-f-]{36}$/;

export const load = (async (event) => {
  const { viewer } = await event.parent();
  const most = limits.bibliographyPaste;
  // Whose session ended meanwhile gets what they pasted back, not the page to sign in.
  if (viewer.person === null && event.request.method === 'POST')
    return { commentary: null, works: null, most, edited: null };
  const { commentary } = await loadCommentary(event);
  const path = `${commentaryPath(event)}/bibliography` as const;
  const asked = event.url.searchParams.get('item') ?? '';
  const [works, found] = await Promise.all([
    listPage<BibliographyItemView>(event, path),
    uuid.test(asked) ? call<BibliographyItemView>(event, 'GET', `${path}/${asked}`) : null,
  ]);
  return { commentary, works, most, edited: found?.ok === true ? found.value : null };
}) satisfies PageServerLoad;

const here = ({ params }: RequestEvent): string =>
  `/commentaries/${params['id'] ?? ''}/bibliography`;
const bibliographyOf = (event: RequestEvent) => `${commentaryPath(event)}/bibliography` as const;

/** What was chosen for each entry: `choice-3` is `replace 2`, with the version that was seen. */
function choicesIn(data: FormData): PasteChoice[] {
  return [...data.keys()].flatMap((name): PasteChoice[] => {
    const n = /^choice-([1-9]\d{0,4})$/.exec(name)?.[1];
    const [, take, version] =
      /^(add|replace|skip)(?: ([1-9]\d{0,8}))?$/.exec(formText(data, name)) ?? [];
    if (n === undefined || (take !== 'add' && take !== 'replace' && take !== 'skip')) return [];
    return [{ n: Number(n), take, ...(version === undefined ? {} : { version: Number(version) }) }];
  });
}

/** The paste again, as it is read now: with its text, so that nothing of it is lost. */
async function preview(event: RequestEvent, text: string) {
  const answer = await call<BibliographyPreview>(
    event,
    'POST',
    `${bibliographyOf(event)}/preview`,
    { text },
  );
  return answer.ok ? { answer, shown: { preview: answer.value, text } } : { answer, shown: null };
}

function typed(data: FormData): ItemValues & { readonly key: string } {
  const fields = ['type', 'issued', 'key', ...nameFields, ...textFields];
  return Object.fromEntries(fields.map((field) => [field, formText(data, field)])) as ItemValues & {
    readonly key: string;
  };
}

/** The work as it was when the form was made: the form itself brings what it has no field for. */
function before(data: FormData): CslFields {
  try {
    return JSON.parse(formText(data, 'before')) as CslFields;
  } catch {
    return { type: 'document' };
  }
}

async function remove(event: RequestEvent, removed: boolean) {
  const item = formText(await event.request.formData(), 'about');
  const path = `${bibliographyOf(event)}/${encodeURIComponent(item)}/removal` as const;
  const answer = await call(event, 'PUT', path, { removed });
  if (!answer.ok) return refuse('works', answer.problem, { about: item });
  redirect(303, `${here(event)}?done=bibliography-${removed ? 'removed' : 'back'}#works`);
}

export const actions = {
  preview: async (event) => {
    const text = formText(await event.request.formData(), 'text');
    const { answer, shown } = await preview(event, text);
    return answer.ok ? { shown } : refuse('paste', answer.problem, { text });
  },
  take: async (event) => {
    const data = await event.request.formData();
    const text = formText(data, 'text');
    const answer = await call(event, 'POST', bibliographyOf(event), {
      text,
      choices: choicesIn(data),
    });
    if (answer.ok) redirect(303, `${here(event)}?done=bibliography-taken#works`);
    const refused = refuse('take', answer.problem, { text });
    const again = await preview(event, text);
    return fail(refused.status, { ...refused.data, shown: again.shown });
  },
  save: async (event) => {
    const data = await event.request.formData();
    const item = formText(data, 'item');
    const { key, ...values } = typed(data);
    const path = `${bibliographyOf(event)}/${encodeURIComponent(item)}` as const;
    const answer = await call<BibliographyItemView>(event, 'PUT', path, {
      key,
      item: itemOf(values, before(data)),
      version: Number(formText(data, 'version')) || 0,
    });
    if (answer.ok) redirect(303, `${here(event)}?done=bibliography-saved#w-${answer.value.id}`);
    return refuse('save', answer.problem, {
      ...{ key, ...values, item, before: formText(data, 'before') },
      version: formText(data, 'version'),
    });
  },
  remove: (event) => remove(event, true),
  back: (event) => remove(event, false),
} satisfies Actions;
