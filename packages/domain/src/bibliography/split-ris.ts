import { lineCounter } from './lines.ts';
import type { Passage } from './problems.ts';

export interface RisPassage extends Passage {
  readonly kind: 'record' | 'outside';
  readonly isClosed: boolean;
}

/** The whole text in records and what stands between them; joined they are the text again. */
export function splitRis(text: string): readonly RisPassage[] {
  const lineAt = lineCounter(text);
  const passages: RisPassage[] = [];
  let from = 0;
  let at = 0;
  let kind: RisPassage['kind'] = 'outside';
  const push = (to: number, isClosed: boolean) => {
    if (to > from)
      passages.push({ kind, text: text.slice(from, to), line: lineAt(from), isClosed });
    from = to;
  };
  for (const line of text.split(/(?<=\n)/u)) {
    const end = at + line.length;
    if (/^\uFEFF?\s*TY {1,3}-/u.test(line)) {
      push(at, kind === 'outside');
      kind = 'record';
    } else if (kind === 'record' && /^\s*ER {1,3}-\s*$/u.test(line)) {
      push(end, true);
      kind = 'outside';
    }
    at = end;
  }
  push(text.length, kind === 'outside');
  return passages;
}
