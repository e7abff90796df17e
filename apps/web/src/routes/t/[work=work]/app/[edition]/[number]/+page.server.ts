import type { ReadingView } from '@glossator/contract';
import { redirect } from '@sveltejs/kit';
import { clauseHref, entryId, readWorkPlace } from '#lib/reader/reader-address.ts';
import { allEditions } from '#lib/reader/supplements.ts';
import { call, refuse, required } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types.js';

/** An apparatus entry is read beside the first clause it is about. */
export const load = (async (event) => {
  const place = readWorkPlace(event.params.work);
  const pins = place.pins === '' ? '' : `?pins=${encodeURIComponent(place.pins)}`;
  const { work } = required(
    await call<ReadingView>(event, 'GET', `/api/works/${place.slug}/reading${pins}`),
  );
  const { edition: id, number } = event.params;
  const editions = work === undefined ? [] : allEditions(work);
  const apparatus = editions.find((edition) => edition.id === id)?.apparatus ?? [];
  // An entry that a correction has settled leads to the correction.
  const entry =
    apparatus.find((each) => each.number === number) ??
    apparatus.find(({ settles }) => settles?.includes(number) === true);
  const unit = work?.units.find(({ uid }) => uid === entry?.loci[0]?.uid);
  if (unit === undefined) refuse(404, 'not-found');
  redirect(303, `${clauseHref(place, unit.path)}#${entryId(id, entry?.number ?? number)}`);
}) satisfies PageServerLoad;
