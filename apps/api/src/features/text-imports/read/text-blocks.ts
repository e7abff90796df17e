import { blocksOfText } from '@glossator/document/import';
import { FaultySource, readBounds } from './bounds.ts';
import type { ReadBlock } from './read-block.ts';

const lineEnd = /\r\n?|[\u2028\u2029\v]/g;

/** The paragraphs of a text without marks. A form feed ends a page, and a line with it. */
export function textBlocks(text: string): readonly ReadBlock[] {
  const unified = text.replace(lineEnd, '\n').replace(/\f/g, '\n');
  const lines = unified.split('\n');
  if (lines.length > readBounds.blocks * 2) throw new FaultySource('file-too-much');
  if (lines.some(({ length }) => length > readBounds.paragraph))
    throw new FaultySource('line-too-long');
  const blocks = blocksOfText(unified);
  if (blocks.length > readBounds.blocks) throw new FaultySource('file-too-much');
  if (blocks.some(({ text: { length } }) => length > readBounds.paragraph))
    throw new FaultySource('line-too-long');
  return blocks.map((block) => ({ ...block, aside: null }));
}
