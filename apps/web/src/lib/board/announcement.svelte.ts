import type { Board } from '@glossator/contract';
import { m } from '#lib/paraglide/messages.js';

/** Milliseconds between two sentences: whoever listens to the room is not talked over. */
const pause = 20_000;

type Totals = Board['totals'];
const said = ({ notes, replies, questions }: Totals): string =>
  m.board_news({ notes, replies, questions });

/** Says what a board has become, now and then, to those who do not see it change. */
export class Announcement {
  text = $state('');
  #last = -Infinity;

  changed(before: Totals, now: Totals): void {
    const at = performance.now();
    if (said(before) === said(now) || at - this.#last < pause) return;
    this.#last = at;
    this.text = said(now);
  }
}
