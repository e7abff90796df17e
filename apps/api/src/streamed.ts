import type { Readable } from 'node:stream';
import { Type } from 'typebox';

/** The body of an answer that is sent piece by piece. */
export const streamed = Type.Unsafe<Readable>({ type: 'string' });
