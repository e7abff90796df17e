import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import type { Face } from './faces.ts';
import { mergeTrueType } from './merge-truetype.ts';
import { readSfnt } from './sfnt.ts';

/**
 * One static face out of the slices that a large Chinese face is shipped in: a page with the whole
 * text would else ask for thirty files. Null where there is nothing to draw.
 */
export async function mergeSlices(folder: string, face: Face): Promise<Uint8Array | null> {
  if (face.characters === '') return null;
  const slices = readdirSync(folder).filter((name) => /-\d+-wght-normal\.woff2$/.test(name));
  const parts: Map<string, Buffer>[] = [];
  for (const name of slices) {
    const font = await subsetFont(readFileSync(join(folder, name)), face.characters, {
      targetFormat: 'truetype',
      variationAxes: face.axes,
    });
    const tables = readSfnt(font);
    // The glyph table of a slice that draws nothing is a byte or none.
    if ((tables.get('glyf')?.length ?? 0) > 1) parts.push(tables);
  }
  // The first slice keeps its spacing rules: the one with most of them has the punctuation.
  const rules = (part: Map<string, Buffer>): number => part.get('GPOS')?.length ?? 0;
  parts.sort((left, right) => rules(right) - rules(left));
  return subsetFont(mergeTrueType(parts), face.characters, { targetFormat: 'woff2' });
}
