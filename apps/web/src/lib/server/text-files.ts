import type { RequestEvent } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit/hooks';
import { passThrough } from './api.ts';
import { readPath } from './cite/asked-file.ts';

/** What the address of a text, or of a clause of it, ends in where its file is meant. */
const forms = {
  '.tei.xml': 'tei',
  '.akn.xml': 'akn',
  '.tmx': 'tmx',
  '.jsonld': 'jsonld',
  '.json': 'json',
  '.txt': 'txt',
} as const;

const text =
  /^\/t\/([a-z0-9-]{1,64})(?:@([a-z0-9-:.,]{1,400}?))?(?:\/(\d[0-9a-z.-]{0,169}?))?(\.(?:tei\.xml|akn\.xml|tmx|jsonld|json|txt|zip))$/;

/** The path of the API that makes the file; null where a page is meant. */
export function askedText(path: string, edition: string | null): `/api/${string}` | null {
  const [, slug, pins, at, suffix] = text.exec(path) ?? [];
  if (slug === undefined || suffix === undefined) return null;
  const query = new URLSearchParams();
  if (pins !== undefined) query.set('pins', pins);
  const asked = (rest: string): `/api/${string}` =>
    `/api/works/${slug}/${rest}${query.size === 0 ? '' : `?${query.toString()}`}`;
  // A part of a text is small enough without being packed.
  if (suffix === '.zip') return at === undefined ? asked('archive') : null;
  if (at !== undefined) query.set('at', at);
  if (edition !== null) query.set('edition', edition);
  return asked(`forms/${forms[suffix as keyof typeof forms]}`);
}

const kept = [
  'content-type',
  'content-disposition',
  'etag',
  'cache-control',
  'retry-after',
] as const;

/** Files of a text, by the ending of its address or of a clause's. */
export const textFiles: Handle = async ({ event, resolve }) => {
  const { method } = event.request;
  if ((method !== 'GET' && method !== 'HEAD') || event.isDataRequest) return resolve(event);
  const asked = askedText(readPath(event.url.pathname), event.url.searchParams.get('ed'));
  return asked === null ? resolve(event) : fileOf(event, asked);
};

async function fileOf(event: RequestEvent, path: `/api/${string}`): Promise<Response> {
  const answer = await passThrough(event, path, 'if-none-match');
  const headers = new Headers();
  for (const name of kept) {
    const value = answer.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const empty = answer.status === 304 || event.request.method === 'HEAD';
  return new Response(empty ? null : answer.body, { status: answer.status, headers });
}
