import { limits, type DocxNotice } from '@glossator/contract';
import { FaultyDocx, type DocxFault } from '../../../word-file/bounds.ts';
import { convert } from './convert.ts';
import { Notices } from '../../../word-file/notices.ts';
import type { Ground } from './read-place.ts';
import { toParts, type ReadPart } from './to-parts.ts';
import { unpack } from '../../../word-file/unpack.ts';

export type ReadDocx =
  | {
      readonly ok: true;
      readonly parts: readonly ReadPart[];
      readonly notices: readonly DocxNotice[];
    }
  | { readonly ok: false; readonly fault: DocxFault };

/** A docx as passages, each with its place where its heading says one. */
export async function readDocx(bytes: Buffer, ground: Ground): Promise<ReadDocx> {
  try {
    const notices = new Notices();
    const converted = await convert(await unpack(bytes, notices), notices);
    const parts = toParts(converted, ground, notices);
    if (parts.every(({ words }) => words === 0)) return { ok: false, fault: 'docx-empty' };
    if (parts.length > limits.parts) return { ok: false, fault: 'docx-too-many-parts' };
    return { ok: true, parts, notices: notices.list() };
  } catch (error) {
    if (error instanceof FaultyDocx) return { ok: false, fault: error.fault };
    // Deeper than any stack, as nobody writes.
    if (error instanceof RangeError) return { ok: false, fault: 'docx-malformed' };
    throw error;
  }
}
