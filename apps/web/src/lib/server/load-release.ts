import type { ReleasedEntry, ReleaseView, ThreadPage, ThreadView } from '@glossator/contract';
import { error, type RequestEvent } from '@sveltejs/kit';
import { render } from 'svelte/server';
import { m } from '#lib/paraglide/messages.js';
import RemarkList from '#lib/published/RemarkList.svelte';
import {
  commentaryHref,
  partHref,
  readReleasePlace,
  releaseHref,
} from '#lib/published/release-address.ts';
import { call, refuse, required, type Answer } from './api.ts';
import { readable } from './withdrawn.ts';

const isMissing = (answer: Answer<unknown>): boolean =>
  !answer.ok && (answer.problem.status === 404 || answer.problem.status === 400);

/** The release in the address of a page; where there is none, the page that says what there is. */
export async function loadRelease(event: RequestEvent): Promise<ReleaseView> {
  const answer = await call<ReleaseView>(event, 'GET', await releasePath(event));
  if (isMissing(answer)) return nothingThere(event);
  return readable(answer);
}

/** A part of it, the release it is in, and what is beside it. */
export async function loadEntry(event: RequestEvent, which: string) {
  const path = await releasePath(event, `/${which}`);
  const answer = await call<ReleasedEntry>(event, 'GET', path);
  if (isMissing(answer)) return noPart(await loadRelease(event), event);
  const { release, previous, next, ...part } = readable(answer);
  return { release, part, previous, next };
}

/** A part by its label, and a page of what readers say about it. */
export async function loadRemarked(event: RequestEvent, label: string) {
  const which = `entries/${encodeURIComponent(label)}`;
  const path = await releasePath(event, `/${which}/threads`);
  const cursor = event.url.searchParams.get('cursor');
  const query = cursor === null ? '' : `cursor=${encodeURIComponent(cursor)}`;
  const [entry, threads] = await Promise.all([
    loadEntry(event, which),
    call<ThreadPage>(event, 'GET', `${path}${path.includes('?') ? '&' : '?'}${query}`),
  ]);
  if (!threads.ok && cursor !== null && threads.problem.status === 400)
    refuse(400, 'cursor-unknown');
  const { items, next } = required(threads);
  const { release, part } = entry;
  const html =
    items.length === 0
      ? null
      : render(RemarkList, { props: { threads: items, aside: writtenOn(release, part) } }).body;
  return { ...entry, remarks: { html, next, later: cursor !== null } };
}

/** The release on which a thread was written, where that is another. */
const writtenOn =
  (release: Pick<ReleaseView, 'slug' | 'number'>, part: { readonly n: number }) =>
  ({ target: { part: about } }: ThreadView) =>
    about === null || about.number === release.number
      ? null
      : {
          href: partHref({ ...release, number: about.number }, { ...part, ...about }),
          words: m.pub_remark_on({ number: about.number }),
        };

/** Where the API has what the address of the page names. */
export async function releasePath(event: RequestEvent, more = ''): Promise<`/api/${string}`> {
  const place = readReleasePlace(event.params['release'] ?? '');
  if (place === null) return nothingThere(event);
  const { slug, number } = place;
  return `/api/releases/${slug}${more}${number === undefined ? '' : `?number=${number}`}`;
}

async function nothingThere(event: RequestEvent): Promise<never> {
  const param = event.params['release'] ?? '';
  const slug = /^[a-z0-9-]{1,64}(?=@)/.exec(param)?.[0];
  const newest =
    slug === undefined ? null : await call<ReleaseView>(event, 'GET', `/api/releases/${slug}`);
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

function noPart(release: ReleaseView, { params }: RequestEvent): never {
  const labels = release.parts.flatMap(({ label }) => (label === '' ? [] : [label]));
  const [first] = labels;
  const last = labels.at(-1);
  const label = params['label'];
  const sentence =
    label === undefined || first === undefined || last === undefined
      ? m.pub_no_part()
      : m.pub_no_label({ label, first, last });
  error(404, sentence, {
    code: 'not-found',
    way: { href: `${releaseHref(release)}#contents`, text: m.pub_open_contents() },
  });
}
