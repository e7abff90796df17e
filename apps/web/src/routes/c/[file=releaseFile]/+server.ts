import type { ReleaseFiles } from '@glossator/contract';
import { readReleaseFile, writeReleaseFile } from '@glossator/domain';
import { error, redirect } from '@sveltejs/kit';
import { downloadsHref } from '#lib/published/downloads.ts';
import { call, refuse, required } from '#lib/server/api.ts';
import { handOn } from '#lib/server/hand-on.ts';
import type { RequestHandler } from './$types.js';

/** Whether somebody looks at the answer; a program reads its status. */
const isPerson = (request: Request): boolean =>
  request.headers.get('accept')?.includes('text/html') === true;

/** A release as a file: `/c/<slug>@1.0.epub`; without a number, the newest. */
export const GET = (async (event) => {
  const { params, url, request } = event;
  const place = readReleaseFile(params.file);
  if (place === null) error(404);
  const { slug, number, format } = place;
  if (number === null) {
    const newest = required(
      await call<ReleaseFiles>(event, 'GET', `/api/releases/${slug}/files`),
    ).number;
    redirect(302, `/c/${writeReleaseFile(slug, newest, format)}`);
  }
  const query = new URLSearchParams({ number });
  const digest = url.searchParams.get('sha256');
  if (digest !== null && /^[0-9a-f]{64}$/.test(digest)) query.set('sha256', digest);
  const path = `/api/releases/${slug}/files/${format}?${query.toString()}` as const;
  const file = await handOn(event, path, 'if-none-match');
  if (file.ok || file.status === 304 || !isPerson(request)) return file;
  // What takes long, or failed, is told on the page of all files.
  if (file.status === 503) redirect(303, `${downloadsHref({ slug, number })}#${format}`);
  const { code } = (await file.json()) as { code?: string };
  refuse(file.status === 400 ? 404 : file.status, code ?? 'not-found');
}) satisfies RequestHandler;
