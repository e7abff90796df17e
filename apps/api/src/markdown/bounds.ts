/*
 * The parser looks back over a whole paragraph for many a mark, carries every open quote and list
 * through every line, recurses into them, and fills each row of a table up to its number of columns.
 * Those products are bounded here. No prose comes near; a text that passes one is shown as written.
 */
const most = {
  lines: 2_000,
  /** Quotes and list items that one line opens; deepest line times number of lines; all lines together. */
  depth: 20,
  depthTimesLines: 6_000,
  blocks: 1_000,
  /** Marks inside a paragraph times its length. */
  marksTimesLength: 3_000_000,
  /** Marks in the whole text: each may become an element. */
  marks: 3_000,
  footnotes: 100,
  cells: 1_000,
} as const;

const inlineMark = /[*_~`]+|[[\]<>@&!\\]|www\.|:\/\//gi;
const blockMark = /[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y;
// More lines than the parser takes for one, and no way to look twice at a character.
const delimiterRow = /^[ \t>*+:|-]+$/;

const count = (text: string, mark: RegExp): number => text.match(mark)?.length ?? 0;

function blockMarks(line: string): number {
  let marks = 0;
  for (blockMark.lastIndex = 0; blockMark.test(line);) marks += 1;
  return marks;
}

/** Lines between empty ones: paragraphs, or more than one where they touch. */
function paragraphs(lines: readonly string[]): string[][] {
  const found: string[][] = [[]];
  for (const line of lines)
    if (/^[ \t>]*$/.test(line)) found.push([]);
    else found.at(-1)?.push(line);
  return found;
}

/** Each row of a table has all columns, whatever is written in it. */
function tableCells(paragraph: readonly string[]): number {
  const columns = paragraph
    .filter((line) => line.includes('|') && line.includes('-') && delimiterRow.test(line))
    .map((line) => count(line, /\|/g) + 1);
  return paragraph.length * Math.max(0, ...columns);
}

function isTractableParagraph(lines: readonly string[]): boolean {
  const text = lines.join('\n');
  return text.length * count(text, inlineMark) <= most.marksTimesLength;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** Whether a text is rendered in well under a second. Takes time in proportion to its length. */
export function isTractable(source: string): boolean {
  const lines = source.split(/\r\n?|\n/);
  if (lines.length > most.lines || count(source, /\[\^/g) > most.footnotes) return false;
  const marks = lines.map(blockMarks);
  const deepest = Math.max(...marks);
  if (deepest > most.depth || deepest * lines.length > most.depthTimesLines) return false;
  if (sum(marks) > most.blocks || count(source, inlineMark) > most.marks) return false;
  const parts = paragraphs(lines);
  return sum(parts.map(tableCells)) <= most.cells && parts.every(isTractableParagraph);
}
