import type { ReleasedPart } from '@glossator/contract';
import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { bookPages } from '#lib/published/book-pages.ts';
import { bookHref } from '#lib/published/release-address.ts';
import { call, required } from '#lib/server/api.ts';
import { loadRelease } from '#lib/server/load-release.ts';
import type { PageServerLoad } from './$types.js';

/** A release as a book: on one page, or, of a long one, the page that is asked for. */
export const load = (async (event) => {
  const release = await loadRelease(event);
  const pages = bookPages(release.parts, release.sections);
  const part = Number(event.url.searchParams.get('part') ?? Number.NaN);
  const held = pages.findIndex(({ from, to }) => part >= from && part <= to);
  const asked = event.params.page ?? String(held === -1 ? 1 : held + 1);
  const page = /^[1-9]\d{0,3}$/.test(asked) ? pages[Number(asked) - 1] : undefined;
  if (page === undefined)
    error(404, m.pub_no_page({ count: pages.length }), {
      code: 'not-found',
      way: { href: bookHref(release), text: m.pub_read_whole() },
    });
  const { from, to } = page;
  const query = new URLSearchParams({
    number: release.number,
    from: String(from),
    limit: String(to - from + 1),
  });
  const { items } = required(
    await call<{ items: ReleasedPart[] }>(
      event,
      'GET',
      `/api/releases/${release.slug}/parts?${query.toString()}`,
    ),
  );
  return { release, pages, at: Number(asked), parts: items };
}) satisfies PageServerLoad;
