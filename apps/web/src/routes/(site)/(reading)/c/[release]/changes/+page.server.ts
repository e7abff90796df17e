import type { PartDifferenceView, ReleaseDifference, ReleaseView } from '@glossator/contract';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { compareWords, type Stretch } from '#lib/history/compare-words.ts';
import { differenceHref, readReleasePlace } from '#lib/published/release-address.ts';
import { call } from '#lib/server/api.ts';
import { loadRelease } from '#lib/server/load-release.ts';
import { readable } from '#lib/server/withdrawn.ts';
import type { PageServerLoad } from './$types.js';

export interface ShownDifference extends PartDifferenceView {
  /** How its words became others; null where they did not. */
  readonly stretches: readonly Stretch[] | null;
}

function shown(each: PartDifferenceView): ShownDifference {
  const { before, after } = each;
  const isOther = before?.body !== after?.body;
  return {
    ...each,
    stretches: isOther ? compareWords(before?.body ?? '', after?.body ?? '') : null,
  };
}

/** The last two, for whoever names none. */
async function defaults(event: RequestEvent): Promise<never> {
  const { slug, releases }: ReleaseView = await loadRelease(event);
  const read = releases.filter(({ withdrawn }) => withdrawn === null);
  const [to, from = to] = read.map(({ number }) => number);
  redirect(303, differenceHref(slug, from ?? '1.0', to ?? '1.0'));
}

/** What became of one release of a commentary in another. */
export const load = (async (event) => {
  const query = event.url.searchParams;
  const [from, to, cursor] = ['from', 'to', 'cursor'].map((name) => query.get(name) ?? '');
  const slug = readReleasePlace(event.params.release)?.slug;
  if (slug === undefined || !from || !to) return defaults(event);
  const asked = new URLSearchParams({ from, to, ...(cursor ? { cursor } : {}) });
  const difference = readable(
    await call<ReleaseDifference>(
      event,
      'GET',
      `/api/releases/${slug}/difference?${asked.toString()}`,
    ),
  );
  return {
    difference: { ...difference, items: difference.items.map(shown) },
    isLater: cursor !== '',
  };
}) satisfies PageServerLoad;
