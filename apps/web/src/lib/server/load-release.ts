import type { ReleaseView } from '@glossator/contract';
import { error, type RequestEvent } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { commentaryHref, readReleasePlace, releaseHref } from '#lib/published/release-address.ts';
import { call, required, type Answer } from './api.ts';

const isMissing = ({ problem }: Extract<Answer<unknown>, { ok: false }>): boolean =>
  problem.status === 404 || problem.status === 400;

/** The release in the address of a page; where there is none, the page that says what there is. */
export async function loadRelease(event: RequestEvent): Promise<ReleaseView> {
  const param = event.params['release'] ?? '';
  const place = readReleasePlace(param);
  if (place === null) return nothingThere(event, /^[a-z0-9-]+/.exec(param)?.[0], param);
  const { slug, number } = place;
  const query = number === undefined ? '' : `?number=${number}`;
  const answer = await call<ReleaseView>(event, 'GET', `/api/releases/${slug}${query}`);
  if (!answer.ok && isMissing(answer))
    return nothingThere(event, number === undefined ? undefined : slug, param);
  return required(answer);
}

/** `slug` where there may be a commentary of this name. */
async function nothingThere(
  event: RequestEvent,
  slug: string | undefined,
  param: string,
): Promise<never> {
  const newest =
    slug === undefined
      ? null
      : await call<ReleaseView>(event, 'GET', `/api/releases/${slug.slice(0, 64)}`);
  if (newest?.ok !== true)
    error(404, m.pub_no_commentary({ slug: param }), {
      code: 'not-found',
      way: { href: '/c', text: m.pub_all() },
    });
  const { releases } = newest.value;
  error(404, m.pub_no_release({ numbers: releases.map(({ number }) => number).join(', ') }), {
    code: 'not-found',
    way: { href: commentaryHref(newest.value.slug), text: m.pub_open_newest() },
  });
}

/** What is said where a release has no such part. */
export function noPart(release: ReleaseView, label: string): never {
  const labels = release.parts.flatMap((part) => (part.label === '' ? [] : [part.label]));
  const [first] = labels;
  const last = labels.at(-1);
  const sentence =
    first === undefined || last === undefined
      ? m.pub_no_part()
      : m.pub_no_label({ label, first, last });
  error(404, sentence, {
    code: 'not-found',
    way: { href: `${releaseHref(release)}#contents`, text: m.pub_open_contents() },
  });
}
