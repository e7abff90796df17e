import { announces, endsSentence } from './characters.ts';
import { isTitleLike, restOf } from './outline.ts';
import type { Passage } from './passage.ts';
import type { Numbered } from './series.ts';

const BULLET = /^[-–—*•·‣▪]\s/u;

/** Lists inside a paragraph: which series are open, outermost first. */
export class Lists {
  #open: string[] = [];

  /** Whether a passage goes on in the paragraph before it. */
  takes(numbered: Numbered, before: Passage | null): boolean {
    const { passage, marker } = numbered;
    const isAnnounced = before !== null && announces(before.text);
    const isBullet = passage.kind === 'item' || BULLET.test(passage.text);
    const series = marker?.series ?? (isBullet ? 'bullet' : null);
    if (series === null) {
      if (this.#open.length > 0 && /^\p{Ll}/u.test(passage.text)) return true;
      this.#open = [];
      return false;
    }
    const at = this.#open.indexOf(series);
    if (at !== -1) {
      const isAgain =
        marker?.number === 1 && at === 0 && before !== null && endsSentence(before.text);
      this.#open = this.#open.slice(0, at + 1);
      return !isAgain || isAnnounced;
    }
    const isNested = this.#open.length > 0 && (marker === null || marker.number === 1);
    if (isAnnounced || isNested) {
      this.#open.push(series);
      return true;
    }
    this.#open = [];
    return false;
  }

  /** Whether a passage that looks like a heading by its number is a point of a list all the same. */
  holds(numbered: Numbered, before: Passage | null): boolean {
    const { marker } = numbered;
    if (marker?.division !== null || isTitleLike(restOf(numbered))) return false;
    return this.#open.includes(marker.series) || (before !== null && announces(before.text));
  }

  get isOpen(): boolean {
    return this.#open.length > 0;
  }

  clear(): void {
    this.#open = [];
  }
}
