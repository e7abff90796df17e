import { rangeOfWords, readText } from './read-text.ts';

const name = 'margin-words';

interface Marked {
  readonly element: Element;
  readonly words: readonly Parameters<typeof rangeOfWords>[1][];
}
const marked = new Map<Element, readonly StaticRange[]>();

/** Underlines the words of a part about which somebody wrote. Returns what takes that away. */
export function markWords({ element, words }: Marked): () => void {
  if (!('highlights' in CSS)) return () => undefined;
  const read = readText(element);
  marked.set(
    element,
    words.flatMap((each) => rangeOfWords(read, each) ?? []),
  );
  draw();
  return () => {
    marked.delete(element);
    draw();
  };
}

function draw(): void {
  const ranges = [...marked.values()].flat();
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}
