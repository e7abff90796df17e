import type { LedgerTermPage, ThreadPage } from '@glossator/contract';
import { render } from 'svelte/server';
import RemarkList from '#lib/published/RemarkList.svelte';
import { readWorkPlace } from '#lib/reader/reader-address.ts';
import { call, refuse, required } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types.js';

/** A term with every place where it stands, and a page of what readers say about it. */
export const load = (async (event) => {
  const { slug } = readWorkPlace(event.params.work);
  const path =
    `/api/works/${encodeURIComponent(slug)}/terms/${encodeURIComponent(event.params.term)}` as const;
  const cursor = event.url.searchParams.get('cursor');
  const query = cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`;
  const [term, threads] = await Promise.all([
    call<LedgerTermPage>(event, 'GET', path),
    call<ThreadPage>(event, 'GET', `${path}/threads${query}`),
  ]);
  const told = required(term);
  if (!threads.ok && cursor !== null && threads.problem.status === 400)
    refuse(400, 'cursor-unknown');
  const { items, next } = required(threads);
  const html = items.length === 0 ? null : render(RemarkList, { props: { threads: items } }).body;
  return { term: told, remarks: { html, next, later: cursor !== null } };
}) satisfies PageServerLoad;
