import { lineCounter } from './lines.ts';
import type { Passage } from './problems.ts';

export interface JsonPassage extends Passage {
  readonly kind: 'element' | 'outside';
}

/**
 * The elements of an array, or the one object, and what stands around them: so that one that is
 * broken does not take the others with it. Joined they are the text again.
 */
export function splitJson(text: string): readonly JsonPassage[] {
  const lineAt = lineCounter(text);
  const passages: JsonPassage[] = [];
  let from = 0;
  const push = (kind: JsonPassage['kind'], to: number) => {
    if (to > from) passages.push({ kind, text: text.slice(from, to), line: lineAt(from) });
    from = to;
  };
  const list = /^\s*\[/u.exec(text)?.[0].length ?? 0;
  push('outside', list);
  let depth = 0;
  let isString = false;
  for (let i = list; i < text.length; i += 1) {
    const character = text.charAt(i);
    if (isString) {
      if (character === '\\') i += 1;
      else if (character === '"') isString = false;
      continue;
    }
    if (character === '"') isString = true;
    if (character === '{' || character === '[') {
      if (depth === 0) push('outside', i);
      depth += 1;
    } else if ((character === '}' || character === ']') && depth > 0) {
      depth -= 1;
      if (depth === 0) push('element', i + 1);
    }
  }
  push(depth > 0 ? 'element' : 'outside', text.length);
  return passages;
}
