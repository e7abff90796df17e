import type { RequestHandler } from './$types.js';

/** Everything that everybody reads may be read by programs; this says where it is listed. */
export const GET = (({ url }) =>
  new Response(`User-agent: *\nDisallow:\n\nSitemap: ${url.origin}/sitemap.xml\n`, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'public, max-age=3600',
    },
  })) satisfies RequestHandler;
