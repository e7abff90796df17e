import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

export interface Packed {
  readonly bytes: Buffer;
  readonly encoding: 'br' | 'gzip' | null;
}

/** Smaller for the way, done outside the main thread; small answers are left as they are. */
export async function pack(bytes: Buffer, accepts: string | undefined): Promise<Packed> {
  const encoding = (['br', 'gzip'] as const).find((name) => accepts?.includes(name) === true);
  if (encoding === undefined || bytes.length < 4_096) return { bytes, encoding: null };
  const packed =
    encoding === 'br'
      ? await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
      : await zip(bytes, { level: 4 });
  return { bytes: packed, encoding };
}
