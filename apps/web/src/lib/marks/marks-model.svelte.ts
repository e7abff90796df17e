import type { MarksView } from '@glossator/contract';
import { passageOf } from '../annotate/passage-of.ts';
import { offsetOf, passageText } from '../annotate/passage-text.ts';
import { pointedCharacter } from '../annotate/pointed-character.ts';
import { rememberInBrowser } from '../preferences/preferences.ts';
import { asColouring, groupMarks, type Colouring } from './mark-groups.ts';
import { markedPassages, threadsAt, type MarkedPassage } from './mark-spans.ts';

export const colourCookie = 'colour';

/** A passage of the page: a segment of one edition version. */
export const passageKey = (uid: string, edition: string): string => `${edition} ${uid}`;

const byPassage = (marks: MarksView): Readonly<Partial<Record<string, MarkedPassage>>> =>
  Object.fromEntries(
    markedPassages(marks).map((each) => [passageKey(each.uid, each.edition), each]),
  );

/** What is marked in the text by the notes a reader sees, under the filter of the page. */
export class MarksModel {
  marks = $state.raw<MarksView | null>(null);
  colouring = $state<Colouring>('layer');
  readonly grouping = $derived(
    this.marks === null ? { groups: [], of: [] } : groupMarks(this.marks, this.colouring),
  );
  readonly passages = $derived(this.marks === null ? {} : byPassage(this.marks));
  #asked = 0;

  constructor() {
    this.colouring = asColouring(/(?:^|; )colour=([a-z]+)/.exec(document.cookie)?.[1]);
  }

  choose(colouring: Colouring): void {
    this.colouring = colouring;
    rememberInBrowser(colourCookie, colouring);
  }

  /** The browser keeps the last answer and asks whether it still holds. */
  async refresh(slug: string, filter: string): Promise<void> {
    this.#asked += 1;
    const turn = this.#asked;
    try {
      const response = await fetch(`/api/works/${slug}/marks${filter === '' ? '' : `?${filter}`}`);
      if (!response.ok || turn !== this.#asked) return;
      const marks = (await response.json()) as MarksView;
      if (turn === this.#asked) this.marks = marks;
    } catch {
      // The server is away: what is drawn stays until the page hears of it again.
    }
  }

  /** Threads that point at the character under a point, and the clause it stands in. */
  threadsUnder(
    x: number,
    y: number,
    uidOf: (path: string) => string | undefined,
  ): { readonly path: string; readonly threads: readonly string[] } | null {
    const { marks } = this;
    const character = pointedCharacter(x, y);
    const where = passageOf(character?.node.parentElement);
    if (marks === null || character === null || where === null) return null;
    const passage = this.passages[passageKey(uidOf(where.path) ?? '', where.edition)];
    const offset = offsetOf(passageText(where.element), character.node, character.index);
    if (passage === undefined || offset === null) return null;
    const threads = threadsAt(passage.spans, offset).flatMap((n) => marks.threads[n]?.[0] ?? []);
    return threads.length === 0 ? null : { path: where.path, threads };
  }
}
