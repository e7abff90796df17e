import type { CasePage } from '@glossator/contract';
import { mergeList } from './merge-list.ts';

/** The list of a page, with what was heard since the page was made; a new page knows better. */
export class HeardQueue {
  readonly #list: () => CasePage;
  #heard = $state.raw<{ readonly over: CasePage; readonly now: CasePage }>();
  readonly now = $derived.by(() => (this.#heard?.over === this.#list() ? this.#heard.now : null));
  readonly merged = $derived.by(() => mergeList(this.#list().items, this.now));

  constructor(list: () => CasePage) {
    this.#list = list;
  }

  hear(now: CasePage, over: CasePage): void {
    this.#heard = { over, now };
  }

  /** Whether a case is decided or gone, as far as was heard. */
  isOver(id: string): boolean {
    return this.merged.cases.some(({ it, over }) => over && it.id === id);
  }
}
