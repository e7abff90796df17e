import { pointedCharacter } from '../annotate/pointed-character.ts';

/*
 * The characters of a page of the copy, as the pointer and the keys reach them. Lines and columns count
 * from 1, columns in code points; UTF-16 exists between a text node and its index alone.
 */

export interface CopyCharacter {
  readonly line: number;
  readonly column: number;
  readonly char: string;
  readonly node: Text;
  readonly index: number;
}

function holderOf(node: Node): HTMLElement | null {
  const holder = node.parentElement?.closest<HTMLElement>('[data-column]');
  return holder ?? null;
}

function characterAt(node: Text, index: number): CopyCharacter | null {
  const holder = holderOf(node);
  if (holder === null) return null;
  const before = [...node.data.slice(0, index)].length;
  const char = [...node.data.slice(index)][0];
  if (char === undefined) return null;
  return {
    line: Number(holder.dataset['line']),
    column: Number(holder.dataset['column']) + before,
    char,
    node,
    index,
  };
}

/** The character of the copy under a point of the window; null where there is none. */
export function pointedCopy(x: number, y: number): CopyCharacter | null {
  const found = pointedCharacter(x, y);
  if (found === null) return null;
  const low = found.node.data.charCodeAt(found.index);
  const isSecondHalf = low >= 0xdc00 && low <= 0xdfff;
  return characterAt(found.node, isSecondHalf ? found.index - 1 : found.index);
}

/** Every character of a page, in the order of the copy. */
export function charactersOf(page: Element): readonly CopyCharacter[] {
  const found: CopyCharacter[] = [];
  const walk = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
    if (!(node instanceof Text) || holderOf(node) === null) continue;
    let index = 0;
    for (const char of node.data) {
      const one = characterAt(node, index);
      if (one !== null) found.push(one);
      index += char.length;
    }
  }
  return found;
}

/** Where a key leads from a character; null where the key is for something else. */
export function stepTo(
  characters: readonly Pick<CopyCharacter, 'line' | 'column'>[],
  from: number,
  key: string,
): number | null {
  const here = characters[from];
  if (here === undefined) return null;
  const last = characters.length - 1;
  switch (key) {
    case 'ArrowRight':
      return Math.min(from + 1, last);
    case 'ArrowLeft':
      return Math.max(from - 1, 0);
    case 'Home':
      return characters.findIndex(({ line }) => line === here.line);
    case 'End':
      return characters.findLastIndex(({ line }) => line === here.line);
    case 'ArrowDown': {
      const next = characters.find(({ line }) => line > here.line)?.line;
      return next === undefined ? last : nearest(characters, next, here.column);
    }
    case 'ArrowUp': {
      const before = characters.findLast(({ line }) => line < here.line)?.line;
      return before === undefined ? 0 : nearest(characters, before, here.column);
    }
    default:
      return null;
  }
}

function nearest(
  characters: readonly Pick<CopyCharacter, 'line' | 'column'>[],
  wanted: number,
  column: number,
): number {
  return characters.findLastIndex((each) => each.line === wanted && each.column <= column) === -1
    ? characters.findIndex(({ line }) => line === wanted)
    : characters.findLastIndex((each) => each.line === wanted && each.column <= column);
}
