/** One line of the witness; code-point offsets, the line feed not included. */
export interface Line {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

export interface Witness {
  readonly chars: readonly string[];
  readonly lines: readonly Line[];
}

/** A stretch of one line, code-point offsets in the whole witness. */
export interface Stretch {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Where something stands: a whole line, or from one quotation up to the end of another. */
export type Place =
  number | { readonly line: number; readonly from?: string; readonly to?: string };

export function readWitness(text: string): Witness {
  if (text !== text.normalize('NFC')) throw new Error('the witness is not in NFC');
  const chars = [...text];
  const lines: Line[] = [];
  let start = 0;
  for (const [i, body] of text.split('\n').entries()) {
    const end = start + [...body].length;
    lines.push({ number: i + 1, start, end });
    start = end + 1;
  }
  return { chars, lines };
}

export function textOf(witness: Witness, { start, end }: { start: number; end: number }): string {
  return witness.chars.slice(start, end).join('');
}

export function lineOf(witness: Witness, number: number): Line {
  const line = witness.lines[number - 1];
  if (line === undefined) throw new Error(`the witness has no line ${String(number)}`);
  return line;
}

/** Offset of a quotation that must stand exactly once in the line. */
function once(body: string, quotation: string, line: number): number {
  const at = body.indexOf(quotation);
  if (at === -1 || body.includes(quotation, at + 1)) {
    throw new Error(`not exactly once in line ${String(line)}: ${quotation}`);
  }
  return [...body.slice(0, at)].length;
}

/** `from` begins the stretch, `to` ends it; either may be left out for the line's own bounds. */
export function locate(witness: Witness, place: Place): Stretch {
  if (typeof place === 'number') {
    const { start, end } = lineOf(witness, place);
    return { line: place, start, end };
  }
  const line = lineOf(witness, place.line);
  const body = textOf(witness, line);
  const from = place.from === undefined ? 0 : once(body, place.from, place.line);
  const to =
    place.to === undefined
      ? line.end - line.start
      : once(body, place.to, place.line) + [...place.to].length;
  return { line: place.line, start: line.start + from, end: line.start + to };
}
