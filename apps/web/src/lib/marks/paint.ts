import { passageText, rangeOf } from '../annotate/passage-text.ts';
import { groupCount, type Grouping } from './mark-groups.ts';
import { stretchesByGroup, type MarkedPassage } from './mark-spans.ts';

/*
 * Whenever a style or the page changes, be it that the pointer stands over another element, Chromium
 * makes the marks of all ranges anew, in sight or not. So marks stand only near the window: up to
 * `drawnReach` beyond it, and drawn again when unmarked rows come within `bareReach`, so that
 * scrolling seldom has to wait for it.
 */
const drawnReach = '200% 0px';
const bareReach = '60% 0px';

const names = Array.from({ length: groupCount }, (_, n) => `mark-${String(n + 1)}`);
export const activeName = 'mark-active';

export interface PassageInPage {
  readonly element: Element;
  readonly marked: MarkedPassage;
}

/** What is drawn of one row, by group. */
type Drawn = readonly (readonly StaticRange[])[];

function rangesOf(passages: readonly PassageInPage[], grouping: Grouping): Drawn {
  const groups = grouping.groups.map((): StaticRange[] => []);
  for (const { element, marked } of passages) {
    const text = passageText(element);
    stretchesByGroup(marked.spans, grouping).forEach((stretches, group) => {
      for (const { start, end } of stretches) {
        const range = rangeOf(text, start, end);
        if (range !== null) groups[group]?.push(range);
      }
    });
  }
  return groups;
}

/** The marks of rows, drawn and taken away row by row; one named highlight a group, never one a note. */
function makeMarks(rows: ReadonlyMap<Element, readonly PassageInPage[]>, grouping: Grouping) {
  const drawn = new Map<Element, Drawn>();
  const highlights = names.map((_, priority) => {
    const highlight = new Highlight();
    // The same one on top, whichever comes near first.
    highlight.priority = priority;
    return highlight;
  });

  function add(row: Element): void {
    const groups = rangesOf(rows.get(row) ?? [], grouping);
    drawn.set(row, groups);
    groups.forEach((ranges, group) => {
      for (const range of ranges) highlights[group]?.add(range);
    });
  }
  function remove(row: Element): void {
    drawn.get(row)?.forEach((ranges, group) => {
      for (const range of ranges) highlights[group]?.delete(range);
    });
    drawn.delete(row);
  }

  return {
    has: (row: Element): boolean => drawn.has(row),
    /** Draws these rows and no others. */
    draw: (wanted: ReadonlySet<Element>): void => {
      for (const row of [...drawn.keys()]) if (!wanted.has(row)) remove(row);
      for (const row of wanted) if (!drawn.has(row)) add(row);
      names.forEach((name, n) => {
        const highlight = highlights[n];
        if (highlight === undefined || highlight.size === 0) CSS.highlights.delete(name);
        else if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
      });
    },
  };
}

function byRow(passages: readonly PassageInPage[]): ReadonlyMap<Element, readonly PassageInPage[]> {
  const rows = new Map<Element, PassageInPage[]>();
  for (const passage of passages) {
    const row = passage.element.closest('.row') ?? passage.element;
    const known = rows.get(row);
    if (known === undefined) rows.set(row, [passage]);
    else known.push(passage);
  }
  return rows;
}

/**
 * Draws what is marked near the window, and goes on as it moves. What was drawn before stays until
 * then. Returns what ends it, and leaves what is drawn.
 */
export function paintMarks(passages: readonly PassageInPage[], grouping: Grouping): () => void {
  const rows = byRow(passages);
  const marks = makeMarks(rows, grouping);
  const near = new Set<Element>();
  const close = new Set<Element>();
  if (rows.size === 0) marks.draw(near);

  let begun = false;
  // Which of the two observers is told first is not said anywhere.
  function look(): void {
    if (!begun || [...close].some((row) => !marks.has(row))) marks.draw(near.union(close));
  }
  const observers = [
    { rows: near, rootMargin: drawnReach },
    { rows: close, rootMargin: bareReach },
  ].map(
    ({ rows: seen, rootMargin }) =>
      new IntersectionObserver(
        (entries) => {
          for (const { target, isIntersecting } of entries)
            if (isIntersecting) seen.add(target);
            else seen.delete(target);
          look();
          begun ||= seen === near;
        },
        { rootMargin },
      ),
  );
  for (const observer of observers) for (const row of rows.keys()) observer.observe(row);

  // Paper has no window.
  const ended = new AbortController();
  const { signal } = ended;
  addEventListener(
    'beforeprint',
    () => {
      marks.draw(new Set(rows.keys()));
    },
    { signal },
  );
  addEventListener(
    'afterprint',
    () => {
      marks.draw(near);
    },
    { signal },
  );
  return () => {
    for (const observer of observers) observer.disconnect();
    ended.abort();
  };
}

/** Brings the words of one thread forward, whichever way they are drawn. */
export function paintActive(passages: readonly PassageInPage[], thread: number): void {
  const highlight = new Highlight();
  highlight.priority = groupCount;
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
