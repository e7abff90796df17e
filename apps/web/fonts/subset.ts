import { readFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import type { Face } from './faces.ts';
import { mergeSlices } from './merge-slices.ts';

/** The face as woff2, cut to its characters; the whole file where it names none. */
export async function subset(source: string, face: Face): Promise<Uint8Array | null> {
  if (!source.endsWith('.woff2')) return mergeSlices(source, face);
  const whole = readFileSync(source);
  if (face.characters === '') return whole;
  return subsetFont(whole, face.characters, { targetFormat: 'woff2', variationAxes: face.axes });
}
