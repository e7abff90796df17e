import type { VersionDifference } from '@glossator/contract';
import { redirect } from '@sveltejs/kit';
import { readWorkPlace } from '#lib/reader/reader-address.ts';
import { call, refuse, required } from '#lib/server/api.ts';
import { shownDifferences } from '#lib/texts/shown-difference.ts';
import type { PageServerLoad } from './$types.js';

const span = /^(\d{1,6}\.\d{1,6}\.\d{1,6})\.\.(\d{1,6}\.\d{1,6}\.\d{1,6})$/;

export const load = (async (event) => {
  await event.parent();
  const { slug } = readWorkPlace(event.params.work);
  const { edition } = event.params;
  const query = event.url.searchParams;
  const [from, to] = [query.get('from'), query.get('to')];
  // The form of the page names both ends; its address is the one that is cited.
  if (from !== null && to !== null)
    redirect(
      303,
      `/t/${slug}/versions/${encodeURIComponent(edition)}/${encodeURIComponent(`${from}..${to}`)}`,
    );
  const ends = span.exec(event.params.span);
  if (ends === null) refuse(404, 'not-found');
  const asked = new URLSearchParams({ from: ends[1] ?? '', to: ends[2] ?? '' });
  const view = required(
    await call<VersionDifference>(
      event,
      'GET',
      `/api/works/${slug}/versions/${encodeURIComponent(edition)}/difference?${asked.toString()}`,
    ),
  );
  return { view, differences: shownDifferences(view.differences) };
}) satisfies PageServerLoad;
