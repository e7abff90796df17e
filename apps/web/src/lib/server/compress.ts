import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * Packs rendered pages: a work's page is most of a first visit, and phones are where it counts.
 * Quality 5 takes some milliseconds for a whole strategy. Streams are left alone.
 */
export async function compress(accepts: string | null, response: Response): Promise<Response> {
  const type = response.headers.get('content-type') ?? '';
  const encoding = ['br', 'gzip'].find((name) => accepts?.includes(name) === true);
  const isText = /^(text\/(html|plain)|application\/json)/.test(type);
  if (!isText || encoding === undefined || response.body === null) return response;
  if (response.status !== 200 || response.headers.has('content-encoding')) return response;
  const bytes = Buffer.from(await response.arrayBuffer());
  const packed =
    encoding === 'br'
      ? await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      : await zip(bytes);
  const headers = new Headers(response.headers);
  headers.set('content-encoding', encoding);
  headers.delete('content-length');
  headers.append('vary', 'Accept-Encoding');
  return new Response(new Uint8Array(packed), { status: response.status, headers });
}
