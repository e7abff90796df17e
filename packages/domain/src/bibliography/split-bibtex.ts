import { lineCounter } from './lines.ts';
import type { Passage } from './problems.ts';

export interface BibtexPassage extends Passage {
  readonly kind: 'entry' | 'string' | 'preamble' | 'comment' | 'outside';
  readonly isClosed: boolean;
}

const opening = /@\s*([A-Za-z][\w-]*)\s*([{(])/gu;
const nextEntry = /@[A-Za-z]+\s*[{(]/uy;

const kinds: Readonly<Record<string, BibtexPassage['kind']>> = {
  string: 'string',
  preamble: 'preamble',
  comment: 'comment',
};

/**
 * Where what opened before `from` ends. An entry that begins on a new line ends one that was never
 * closed, or a single lost brace would take all that follows with it.
 */
function endOf(text: string, from: number, bracket: string): { end: number; isClosed: boolean } {
  let depth = bracket === '{' ? 1 : 0;
  for (let i = from; i < text.length; i += 1) {
    const character = text.charAt(i);
    if (character === '\\') {
      // The newline behind a backslash may still begin an entry.
      if (text.charAt(i + 1) !== '\n') i += 1;
    } else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0 && bracket === '{') return { end: i + 1, isClosed: true };
    } else if (character === ')' && bracket === '(' && depth <= 0)
      return { end: i + 1, isClosed: true };
    else if (character === '\n') {
      nextEntry.lastIndex = i + 1;
      if (nextEntry.test(text)) return { end: i + 1, isClosed: false };
    }
  }
  return { end: text.length, isClosed: false };
}

/** The whole text in passages, in their order; joined they are the text again. */
export function splitBibtex(text: string): readonly BibtexPassage[] {
  const lineAt = lineCounter(text);
  const passages: BibtexPassage[] = [];
  const push = (kind: BibtexPassage['kind'], from: number, to: number, isClosed: boolean) => {
    if (to > from)
      passages.push({ kind, text: text.slice(from, to), line: lineAt(from), isClosed });
  };
  let at = 0;
  while (at < text.length) {
    opening.lastIndex = at;
    const found = opening.exec(text);
    if (found === null) break;
    push('outside', at, found.index, true);
    const { end, isClosed } = endOf(text, opening.lastIndex, found[2] ?? '');
    push(kinds[(found[1] ?? '').toLowerCase()] ?? 'entry', found.index, end, isClosed);
    at = end;
  }
  push('outside', at, text.length, true);
  return passages;
}
