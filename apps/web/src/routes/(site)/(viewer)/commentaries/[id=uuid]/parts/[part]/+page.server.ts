import { limits, type ClauseCard, type PartView } from '@glossator/contract';
import type { Actions } from '@sveltejs/kit';
import { newFormKey } from '#lib/form-key.ts';
import { localised } from '#lib/i18n/localised.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { call, refuse, required } from '#lib/server/api.ts';
import { commentaryPath, loadCommentary } from '#lib/server/load-commentary.ts';
import { asPartKind, previewPart, savePart, takeBoth } from '#lib/server/part-form.ts';
import { partHistory, restorePart } from '#lib/server/part-history.ts';
import type { PageServerLoad } from './$types.js';

/** Of so many places the words are shown; further ones are addresses. */
const shown = 12;

export const load = (async (event) => {
  const { viewer } = await event.parent();
  const titles = { title: limits.partTitle };
  const fresh = { key: newFormKey(), at: event.url.searchParams.get('at') ?? '', limits: titles };
  const kind = asPartKind(event.url.searchParams.get('kind')) ?? 'entry';
  // Whose session ended meanwhile gets their text back, not the page to sign in.
  if (viewer.person === null && event.request.method === 'POST')
    return { ...fresh, kind, person: '', commentary: null, part: null, words: [], history: null };
  const isNew = event.params.part === 'new';
  if (!isNew && !/^[0-9a-f-]{36}$/.test(event.params.part)) refuse(404, 'not-found');
  const [{ person, commentary }, answer] = await Promise.all([
    loadCommentary(event),
    isNew
      ? null
      : call<PartView>(event, 'GET', `${commentaryPath(event)}/parts/${event.params.part}`),
  ]);
  const part = answer === null ? null : required(answer);
  const { slug } = commentary.work;
  const words = await Promise.all(
    (part?.places ?? []).slice(0, shown).map(async ({ address }) => {
      const query = new URLSearchParams({ at: address });
      const path = `/api/works/${slug}/card?${query.toString()}` as const;
      const card = await call<ClauseCard>(event, 'GET', path);
      const texts = card.ok ? card.value.words : [];
      const { text, lang } = localised(
        Object.fromEntries(texts.map((each) => [each.lang, each.text])),
        getLocale(),
      );
      return { address, text, lang };
    }),
  );
  const isHistory = part !== null && event.url.searchParams.has('history');
  const { id, title, removed, work, abilities } = commentary;
  return {
    ...fresh,
    kind: part?.kind ?? kind,
    person: person.id,
    commentary: { id, title, removed, work: work.slug, mayWrite: abilities.write },
    part,
    words,
    history: isHistory ? await partHistory(event) : null,
  };
}) satisfies PageServerLoad;

export const actions = {
  save: savePart,
  both: takeBoth,
  preview: previewPart,
  restore: restorePart,
} satisfies Actions;
