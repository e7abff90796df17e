import type { RequestEvent } from '@sveltejs/kit';

/** Bytes. Where files come in, where two of them may, where many works are pasted, and everywhere else. */
const file = 17 * 1024 * 1024;
const twoFiles = 22 * 1024 * 1024;
const paste = 5 * 1024 * 1024;
const form = 512 * 1024;

const filePage = /^\/account\/import$|^\/commentaries\/[0-9a-f-]{36}\/import$/;
const twoFilesPage = /^\/works\/new$/;

const pastePage = /^\/commentaries\/[0-9a-f-]{36}\/bibliography$/;

/** The refusal of a body that no form of that page sends; a body of unknown length is one. */
export function tooLarge({ request, url }: RequestEvent): Response | null {
  if (request.method === 'GET' || request.method === 'HEAD') return null;
  const length = request.headers.get('content-length');
  if (length === null && request.headers.get('transfer-encoding') === null) return null;
  // A page that takes a file says so itself, with its form.
  const takesFiles = filePage.test(url.pathname) || twoFilesPage.test(url.pathname);
  if (takesFiles && length !== null) return null;
  return length !== null && Number(length) <= (pastePage.test(url.pathname) ? paste : form)
    ? null
    : new Response('Too large', { status: 413, headers: { connection: 'close' } });
}

export const isTooLargeFile = ({ request, url }: RequestEvent): boolean =>
  !(
    Number(request.headers.get('content-length') ?? Infinity) <=
    (twoFilesPage.test(url.pathname) ? twoFiles : file)
  );
