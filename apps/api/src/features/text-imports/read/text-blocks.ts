import { FaultySource, readBounds } from './bounds.ts';
import type { ReadBlock } from './read-block.ts';

/** The lines of a text without marks. A form feed ends a page. */
export function textBlocks(text: string): readonly ReadBlock[] {
  const blocks: ReadBlock[] = [];
  for (const [index, line] of text.split(/\r\n?|\n|\u2028|\u2029|\f|\v/).entries()) {
    const words = line.replace(/\t/g, ' ').trim();
    if (words === '') continue;
    if (words.length > readBounds.paragraph) throw new FaultySource('line-too-long');
    blocks.push({ text: words, kind: 'paragraph', level: null, line: index + 1, aside: null });
    if (blocks.length > readBounds.blocks) throw new FaultySource('file-too-much');
  }
  return blocks;
}
