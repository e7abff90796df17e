export const formats = [
  'bold',
  'italic',
  'quote',
  'list',
  'link',
  'footnote',
  'reference',
] as const;
export type Format = (typeof formats)[number];

/** A stretch of the text that changes, and what is selected afterwards. UTF-16 offsets. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
  readonly from: number;
  readonly to: number;
}

function around(text: string, start: number, end: number, mark: string): Change {
  const inside = text.slice(start, end);
  const isMarked =
    text.slice(start - mark.length, start) === mark && text.slice(end, end + mark.length) === mark;
  // A single star beside another is part of a double one.
  const isPart = mark === '*' && text[start - 2] === '*' && text[start - 3] !== '*';
  if (isMarked && !isPart) {
    const from = start - mark.length;
    return { start: from, end: end + mark.length, insert: inside, from, to: from + inside.length };
  }
  const from = start + mark.length;
  return { start, end, insert: mark + inside + mark, from, to: from + inside.length };
}

/** Each line of the selection begins with the mark, or, where all do, none does any more. */
function linewise(text: string, start: number, end: number, mark: string): Change {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const after = text.indexOf('\n', end);
  const to = after === -1 ? text.length : after;
  const lines = text.slice(from, to).split('\n');
  const all = lines.every((line) => line.startsWith(mark));
  const insert = lines.map((line) => (all ? line.slice(mark.length) : mark + line)).join('\n');
  const by = insert.length - (to - from);
  const isEmpty = start === end;
  return {
    start: from,
    end: to,
    insert,
    from: isEmpty ? Math.max(from, start + by) : from,
    to: isEmpty ? Math.max(from, start + by) : from + insert.length,
  };
}

function link(text: string, start: number, end: number): Change {
  const shown = text.slice(start, end);
  const insert = `[${shown}](https://)`;
  const at = shown === '' ? start + 1 : start + insert.length - 1;
  return { start, end, insert, from: at, to: at };
}

/** The next free number, its mark at the caret and its text at the end, where the caret goes. */
function footnote(text: string, end: number): Change {
  const taken = [...text.matchAll(/\[\^(\d{1,6})\]/g)].map(([, number]) => Number(number));
  const mark = `[^${String(Math.max(0, ...taken) + 1)}]`;
  const rest = text.slice(end);
  const gap = rest.trimEnd() === '' ? '' : rest.trimEnd();
  const insert = `${mark}${gap}\n\n${mark}: `;
  const at = end + insert.length;
  return { start: end, end: text.length, insert, from: at, to: at };
}

function reference(start: number, end: number): Change {
  return { start, end, insert: '[[', from: start + 2, to: start + 2 };
}

/** What a button of the toolbar does to the selection. */
export function applyFormat(format: Format, text: string, start: number, end: number): Change {
  switch (format) {
    case 'bold':
      return around(text, start, end, '**');
    case 'italic':
      return around(text, start, end, '*');
    case 'quote':
      return linewise(text, start, end, '> ');
    case 'list':
      return linewise(text, start, end, '- ');
    case 'link':
      return link(text, start, end);
    case 'footnote':
      return footnote(text, end);
    case 'reference':
      return reference(start, end);
  }
}
