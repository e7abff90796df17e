import { passageText, rangeOf } from '../annotate/passage-text.ts';
import { groupCount, type Grouping } from './mark-groups.ts';
import { stretchesByGroup, type MarkedPassage } from './mark-spans.ts';

/** Milliseconds of one piece of work: scrolling and typing get their turn between two. */
const longestPiece = 8;

const names = Array.from({ length: groupCount }, (_, n) => `mark-${String(n + 1)}`);
export const activeName = 'mark-active';

export interface PassageInPage {
  readonly element: Element;
  readonly marked: MarkedPassage;
}

export const canPaint = (): boolean => 'highlights' in CSS;

/** A moment for the browser to draw and to answer. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Draws what is marked: one named highlight a group, never one a note. Returns false where it was
 * called off meanwhile.
 */
export async function paintMarks(
  passages: readonly PassageInPage[],
  grouping: Grouping,
  isOff: () => boolean,
): Promise<boolean> {
  const highlights = names.map(() => new Highlight());
  let since = performance.now();
  for (const { element, marked } of passages) {
    if (performance.now() - since > longestPiece) {
      await pause();
      if (isOff()) return false;
      since = performance.now();
    }
    const text = passageText(element);
    stretchesByGroup(marked.spans, grouping).forEach((stretches, group) => {
      for (const { start, end } of stretches) {
        const range = rangeOf(text, start, end);
        if (range !== null) highlights[group]?.add(range);
      }
    });
  }
  if (isOff()) return false;
  names.forEach((name, n) => {
    const highlight = highlights[n];
    if (highlight === undefined || highlight.size === 0) CSS.highlights.delete(name);
    else CSS.highlights.set(name, highlight);
  });
  return true;
}

/** Brings the words of one thread forward, whichever way they are drawn. */
export function paintActive(passages: readonly PassageInPage[], thread: number): void {
  const highlight = new Highlight();
  highlight.priority = 1;
  for (const { element, marked } of passages) {
    const spans = marked.spans.filter((span) => span.thread === thread);
    if (spans.length === 0) continue;
    const text = passageText(element);
    for (const { start, end } of spans) {
      const range = rangeOf(text, start, end);
      if (range !== null) highlight.add(range);
    }
  }
  CSS.highlights.set(activeName, highlight);
}

export function clearMarks(): void {
  for (const name of [...names, activeName]) CSS.highlights.delete(name);
}
