import { linkHeader } from '@glossator/domain/cite';
import type { RequestEvent } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit/hooks';
import { passThrough } from '../api.ts';
import {
  askedFile,
  fileAddress,
  isCited,
  offered,
  readPath,
  type AskedFile,
} from './asked-file.ts';

const kept = ['content-type', 'etag', 'cache-control', 'link', 'retry-after'] as const;

/**
 * Files of a citation, by the ending of an address or by what is accepted at a page's own. Not as
 * endpoints beside pages: those take whatever accepts anything, as HEAD of most programs does.
 */
export const citedPages: Handle = async ({ event, resolve }) => {
  const { method, headers } = event.request;
  if ((method !== 'GET' && method !== 'HEAD') || event.isDataRequest) return resolve(event);
  const path = readPath(event.url.pathname);
  const asked = askedFile(path, headers.get('accept'));
  if (asked === 'none') return notAcceptable(path);
  if (asked !== null) return fileOf(event, asked);
  const response = await resolve(event);
  if (isCited(path)) response.headers.append('vary', 'Accept');
  const { links } = event.locals;
  if (links !== undefined && response.ok) response.headers.append('link', linkHeader(links));
  return response;
};

async function fileOf(event: RequestEvent, asked: AskedFile): Promise<Response> {
  const query = new URLSearchParams({ of: asked.of, format: asked.format });
  const edition = event.url.searchParams.get('ed');
  if (edition !== null) query.set('edition', edition);
  const answer = await passThrough(
    event,
    `/api/citations/file?${query.toString()}`,
    'if-none-match',
  );
  const headers = new Headers();
  const handed = asked.by === 'address' ? [...kept, 'content-disposition'] : kept;
  for (const name of handed) {
    const value = answer.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  if (asked.by === 'accept') {
    headers.set('vary', 'Accept');
    headers.set('content-location', encodeURI(fileAddress(asked)) + event.url.search);
  }
  const empty = answer.status === 304 || event.request.method === 'HEAD';
  return new Response(empty ? null : answer.body, { status: answer.status, headers });
}

/** RFC 9110, 15.5.7: what there is instead. */
function notAcceptable(path: string): Response {
  const problem = {
    type: 'about:blank',
    title: 'Not Acceptable',
    status: 406,
    code: 'not-acceptable',
    detail: `There is ${offered.join(', ')}.`,
    instance: path,
  };
  return Response.json(problem, {
    status: 406,
    headers: { 'content-type': 'application/problem+json', vary: 'Accept' },
  });
}
