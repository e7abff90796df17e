import { redirect } from '@sveltejs/kit';
import { newFormKey } from '#lib/form-key.ts';
import { isFirstLoad } from '#lib/first-load.ts';
import { noteFilter } from '#lib/marks/note-filter.ts';
import { refusePage } from '#lib/problem/refuse-page.ts';
import { readAssignment } from '#lib/reader/in-assignment.ts';
import { loadReading } from '#lib/reader/load-reading.ts';
import { clauseHref, readOrder, readWorkPlace } from '#lib/reader/reader-address.ts';
import { loadSaid } from '#lib/reader/said.ts';
import type { PageLoad } from './$types.js';

/** Characters; no range of two addresses is longer. */
const longestAddress = 170;

/** The reader, whole or opened at an address; in the browser only what changes is fetched. */
export const load = (async ({ params, url, fetch, parent }) => {
  const filter = noteFilter(url.searchParams).toString();
  const order = readOrder(url.searchParams.get('order'));
  const assignment = readAssignment(url);
  const place = {
    ...readWorkPlace(params.work),
    filter,
    ...(order && { order }),
    ...(assignment && { assignment }),
  };
  if ((params.at?.length ?? 0) > longestAddress) {
    await refusePage(414, 'address-too-long');
  }
  const to = url.searchParams.get('to');
  if (to !== null && params.at !== undefined && to !== '') {
    // Of a form without script alone.
    const { joinRange } = await import('#lib/reader/rare-parts.ts');
    redirect(303, `${clauseHref(place, joinRange(params.at, to))}#thread`);
  }
  const request = {
    ...place,
    at: params.at,
    note: url.searchParams.get('note'),
    threads: url.searchParams.getAll('thread'),
    cursor: url.searchParams.get('cursor'),
  };
  // Whoever reads in an assignment is to think first.
  const [reading, said] = await Promise.all([
    loadReading(fetch, request),
    params.at === undefined || assignment ? null : loadSaid(fetch, place.slug, params.at),
  ]);
  const { formKey } = await parent();
  return {
    place,
    /** Asked again where something has changed since. */
    request,
    reading,
    said,
    viewer: reading.viewer,
    forms: reading.viewer.person === null ? null : await import('#lib/notes/note-forms.ts'),
    StartPanel:
      reading.focus.kind === 'work'
        ? (await import('#lib/reader/StartPanel.svelte')).default
        : null,
    inClass: reading.assignment === null ? null : await import('#lib/reader/assignment-parts.ts'),
    Circle: reading.circle === null ? null : (await import('#lib/own-works/Circle.svelte')).default,
    replyTo: url.searchParams.get('reply'),
    isLaterPage: url.searchParams.has('cursor'),
    // The document's own key belongs to the form that came with it; every later form has its own.
    formKey: isFirstLoad() ? formKey : newFormKey(),
  };
}) satisfies PageLoad;
