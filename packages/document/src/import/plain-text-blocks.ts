import { endsClause, isUnspaced } from './characters.ts';
import { readMarker } from './marker.ts';
import type { SourceBlock } from './source.ts';

/*
 * Plain text, as pasted or out of a .txt file. A blank line ends a paragraph. Whether a single line
 * feed does is read off the file: lines filled to one width are wrapped, others are paragraphs.
 */

interface Line {
  readonly text: string;
  readonly number: number;
  readonly heading: number | null;
  readonly indent: number;
}

const HEADING = /^(#{1,6})\s+(.*?)(?:\s+#+)?$/u;
const BULLET = /^[-*•·‣▪]\s+\S/u;
const SHORTEST_WIDTH = 40;
const LONGEST_WIDTH = 140;
const FILLED = 0.7;

/** Columns: a hanzi takes two. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += isUnspaced(character) ? 2 : 1;
  return columns;
}

function linesOf(text: string): readonly Line[] {
  return text
    .replace(/^\ufeff/u, '')
    .replace(/\r\n?/gu, '\n')
    .split('\n')
    .map((raw, i) => {
      const body = raw.trim();
      const mark = HEADING.exec(body);
      return {
        text: mark?.[2] ?? body,
        number: i + 1,
        heading: mark?.[1]?.length ?? null,
        indent: raw.length - raw.trimStart().length,
      };
    });
}

function chunksOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const chunks: Line[][] = [[]];
  for (const line of lines) {
    if (line.text === '') chunks.push([]);
    else chunks.at(-1)?.push(line);
  }
  return chunks.filter((chunk) => chunk.length > 0);
}

/** The width that lines are filled to; null where they are not filled to any. */
function wrapWidth(
  chunks: readonly (readonly Line[])[],
): { width: number; everywhere: boolean } | null {
  const inner = chunks
    .flatMap((chunk) => chunk.slice(0, -1).map(({ text }) => columnsOf(text)))
    .filter((columns) => columns <= LONGEST_WIDTH);
  if (inner.length === 0) return null;
  const sorted = inner.toSorted((a, b) => a - b);
  const width = sorted[Math.floor((sorted.length - 1) * 0.95)] ?? 0;
  if (width < SHORTEST_WIDTH) return null;
  const filled = inner.filter((columns) => columns >= width * FILLED).length;
  return { width, everywhere: inner.length >= 3 && filled >= inner.length * 0.75 };
}

function begins(line: Line): boolean {
  return BULLET.test(line.text) || readMarker(line.text).length > 0;
}

const continuesWord = (text: string): boolean => /^[\p{Ll}]/u.test(text);

export function blocksOfText(text: string): readonly SourceBlock[] {
  const chunks = chunksOf(linesOf(text));
  const wrap = wrapWidth(chunks);
  const isWrapped = (before: Line, line: Line): boolean => {
    if (before.heading !== null || line.heading !== null || begins(line)) return false;
    if (continuesWord(line.text) && !endsClause(before.text)) return true;
    if (wrap === null || columnsOf(before.text) < wrap.width * FILLED) return false;
    if (wrap.everywhere) return !(endsClause(before.text) && line.indent > before.indent);
    return !endsClause(before.text) && columnsOf(before.text) <= LONGEST_WIDTH;
  };
  const blocks: SourceBlock[] = [];
  for (const chunk of chunks) {
    let open: Line[] = [];
    const close = (): void => {
      const [first] = open;
      if (first === undefined) return;
      const words = open.map((line) => line.text).join('\n');
      const kind = first.heading === null ? 'paragraph' : 'heading';
      blocks.push({ text: words, kind, level: first.heading, line: first.number });
      open = [];
    };
    for (const line of chunk) {
      const before = open.at(-1);
      if (before !== undefined && !isWrapped(before, line)) close();
      open.push(line);
    }
    close();
  }
  return blocks;
}
