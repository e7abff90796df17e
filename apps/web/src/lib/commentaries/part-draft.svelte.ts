import type { PartText } from './part-text.ts';
import { newFormKey } from '#lib/form-key.ts';

interface Kept {
  readonly text: PartText;
  /** Milliseconds since 1970, by this browser's clock. */
  readonly saved: number;
}

const isText = (value: unknown): value is string => typeof value === 'string';

function parse(json: string | null): Kept | null {
  try {
    const { text, saved } = JSON.parse(json ?? 'null') as { text: PartText; saved: unknown };
    const { label, title, places, body, version } = text;
    const isKept = [label, title, places, body].every(isText) && Number.isSafeInteger(version);
    return isKept && typeof saved === 'number' ? { text, saved } : null;
  } catch {
    return null;
  }
}

/**
 * What is being written of a part, in this browser at every keystroke until it is stored. Each page
 * keeps its own, so that two tabs do not write over one another; what another page has left behind
 * goes on in the next one that is opened.
 */
export class PartDraft {
  /** Something is kept that is not stored. */
  isKept = $state(false);
  /** What was found when the page was opened stands in the form. */
  isFound = $state(false);
  readonly #prefix: string;
  #key: string;

  constructor(person: string, place: string) {
    // Of the kind that is forgotten when its person signs out here.
    this.#prefix = `draft:${person}:${place}:`;
    this.#key = '';
  }

  /** The newest text that is kept for here and says something else than what is stored. */
  find(stored: PartText): PartText | null {
    this.#key = this.#prefix + newFormKey();
    try {
      const [newest] = Object.keys(localStorage)
        .filter((key) => key.startsWith(this.#prefix))
        .flatMap((key) => {
          const kept = parse(localStorage.getItem(key));
          return kept === null ? [] : [{ key, ...kept }];
        })
        .toSorted((a, b) => b.saved - a.saved);
      if (newest === undefined) return null;
      const { text, key } = newest;
      const isStored = (['label', 'title', 'places', 'body'] as const).every(
        (name) => text[name].trim() === stored[name].trim(),
      );
      this.#key = key;
      if (isStored) {
        localStorage.removeItem(key);
        return null;
      }
      this.isKept = true;
      this.isFound = true;
      return text;
    } catch {
      // Storage that is forbidden holds nothing.
      return null;
    }
  }

  keep(text: PartText): void {
    if (this.#key === '') this.#key = this.#prefix + newFormKey();
    try {
      localStorage.setItem(this.#key, JSON.stringify({ text, saved: Date.now() }));
      this.isKept = true;
    } catch {
      this.isKept = false;
    }
  }

  release(): void {
    this.isKept = false;
    this.isFound = false;
    try {
      localStorage.removeItem(this.#key);
    } catch {
      // Nothing was kept.
    }
  }
}
