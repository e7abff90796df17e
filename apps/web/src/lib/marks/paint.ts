import { passageText, rangeOf } from '../annotate/passage-text.ts';
import { groupCount, type Grouping } from './mark-groups.ts';
import { stretchesByGroup, type MarkedPassage } from './mark-spans.ts';

/*
 * Whenever a style or the page changes, Chromium makes the marks of all ranges anew, in sight or not;
 * under a mouse that rests over the text each scroll changes which row it is over. So while one does,
 * marks stand only near the window: up to `drawnReach` beyond it, and drawn again when unmarked rows
 * come within `bareReach`. Without one they stand everywhere, and scrolling waits for nothing.
 */
const drawnReach = '200% 0px';
const bareReach = '60% 0px';
/** Milliseconds of one piece of work: scrolling and typing get their turn between two. */
const longestPiece = 8;

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
function makeMarks(passages: ReadonlyMap<Element, readonly PassageInPage[]>, grouping: Grouping) {
  const made = new Map<Element, Drawn>();
  const drawn = new Set<Element>();
  const highlights = names.map((_, priority) => {
    const highlight = new Highlight();
    // The same one on top, whichever comes near first.
    highlight.priority = priority;
    return highlight;
  });

  function make(row: Element): Drawn {
    const known = made.get(row) ?? rangesOf(passages.get(row) ?? [], grouping);
    made.set(row, known);
    return known;
  }
  function each(row: Element, todo: (highlight: Highlight, range: StaticRange) => unknown): void {
    make(row).forEach((ranges, group) => {
      const highlight = highlights[group];
      if (highlight !== undefined) for (const range of ranges) todo(highlight, range);
    });
  }

  return {
    make,
    has: (row: Element): boolean => drawn.has(row),
    /** Draws these rows and no others. */
    draw: (wanted: ReadonlySet<Element>): void => {
      for (const row of drawn.difference(wanted))
        each(row, (highlight, range) => highlight.delete(range));
      for (const row of wanted.difference(drawn))
        each(row, (highlight, range) => highlight.add(range));
      drawn.clear();
      for (const row of wanted) drawn.add(row);
      names.forEach((name, n) => {
        const highlight = highlights[n];
        if (highlight === undefined || highlight.size === 0) CSS.highlights.delete(name);
        else if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
      });
    },
  };
}
type Marks = ReturnType<typeof makeMarks>;

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

/** Keeps the marks near the window drawn, and no others. Returns what ends it. */
function followWindow(marks: Marks, rows: ReadonlySet<Element>): () => void {
  const near = new Set<Element>();
  const close = new Set<Element>();
  let knowsNear = false;
  let begun = false;
  let due: ReturnType<typeof setTimeout> | undefined;
  // Both observers are told in one task; which of them first is not said anywhere.
  function look(): void {
    due ??= setTimeout(() => {
      due = undefined;
      if (!begun || [...close].some((row) => !marks.has(row))) marks.draw(near.union(close));
      begun = knowsNear;
    });
  }
  const observers = [
    { seen: near, rootMargin: drawnReach },
    { seen: close, rootMargin: bareReach },
  ].map(
    ({ seen, rootMargin }) =>
      new IntersectionObserver(
        (entries) => {
          for (const { target, isIntersecting } of entries)
            if (isIntersecting) seen.add(target);
            else seen.delete(target);
          knowsNear ||= seen === near;
          look();
        },
        { rootMargin },
      ),
  );
  for (const observer of observers) for (const row of rows) observer.observe(row);
  return () => {
    clearTimeout(due);
    for (const observer of observers) observer.disconnect();
  };
}

/** A moment for the browser to draw and to answer. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Makes all marks ready to be drawn; false where it was called off meanwhile. */
async function makeAll(
  marks: Marks,
  rows: ReadonlySet<Element>,
  off: AbortSignal,
): Promise<boolean> {
  let since = performance.now();
  for (const row of rows) {
    if (performance.now() - since > longestPiece) {
      await pause();
      if (off.aborted) return false;
      since = performance.now();
    }
    marks.make(row);
  }
  return true;
}

/**
 * Draws what is marked. What was drawn before stays until then. Returns what ends it, and leaves what
 * is drawn.
 */
export function paintMarks(passages: readonly PassageInPage[], grouping: Grouping): () => void {
  const inRows = byRow(passages);
  const rows = new Set(inRows.keys());
  const text = passages[0]?.element.closest('.rows') ?? null;
  const marks = makeMarks(inRows, grouping);
  const ended = new AbortController();
  const { signal } = ended;
  let unfollow: (() => void) | null = null;

  function hover(isOver: boolean): void {
    unfollow?.();
    unfollow = isOver ? followWindow(marks, rows) : null;
    if (!isOver) marks.draw(rows);
  }
  function listen(element: EventTarget, type: string, heard: (event: Event) => void): void {
    element.addEventListener(type, heard, { signal });
  }

  void makeAll(marks, rows, signal).then((isMade) => {
    if (!isMade) return;
    hover(text?.matches(':hover') === true);
    if (text === null) return;
    const isMouse = (event: Event): boolean =>
      event instanceof PointerEvent && event.pointerType === 'mouse';
    listen(text, 'pointerenter', (event) => {
      if (isMouse(event)) hover(true);
    });
    listen(text, 'pointerleave', (event) => {
      if (isMouse(event)) hover(false);
    });
    // Paper has no window.
    listen(window, 'beforeprint', () => {
      hover(false);
    });
  });
  return () => {
    ended.abort();
    unfollow?.();
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
