import { isComposing } from '#lib/keys/is-composing.ts';
import { replaceIn, type TextField } from './replace-in.ts';
import { askedAt, type Asked, type Trigger } from './trigger.ts';

export interface CompletionOptions<Kind extends string, Item> {
  readonly triggers: readonly Trigger<Kind>[];
  readonly load: (asked: Asked<Kind>, signal: AbortSignal) => Promise<readonly Item[]>;
  /** What stands in the text for an item. */
  readonly insert: (item: Item, asked: Asked<Kind>) => string;
  /** False where Enter has a meaning of its own: nothing is chosen until an arrow chooses it. */
  readonly preselects?: boolean;
  /** What was put in asks for more. */
  readonly goesOn?: (item: Item) => boolean;
}

/** Milliseconds after the last key. */
const pause = 120;

/**
 * What a text field is completed by while one types in it: asked for after a pause, chosen by arrows
 * and Enter or Tab, put away by Escape. While Chinese is being composed the keys belong to the
 * input method.
 */
export class Completion<Kind extends string, Item> {
  asked = $state.raw<Asked<Kind> | null>(null);
  items = $state.raw<readonly Item[]>([]);
  /** The one that Enter takes; -1: none yet. */
  active = $state(0);
  readonly isOpen = $derived(this.asked !== null && this.items.length > 0);
  readonly #options: CompletionOptions<Kind, Item>;
  #field: TextField | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request: AbortController | undefined;
  /** Where one has put it away: it stays away until something else is asked for. */
  #refused: number | null = null;

  constructor(options: CompletionOptions<Kind, Item>) {
    this.#options = options;
  }

  /** Listens to a field; what it returns lets go again. */
  attach(field: TextField): () => void {
    this.#field = field;
    const listening = new AbortController();
    const { signal } = listening;
    field.addEventListener('input', (event) => this.#typed(event), { signal });
    field.addEventListener('compositionend', () => this.#look(), { signal });
    field.addEventListener('click', () => this.#look(), { signal });
    field.addEventListener('blur', () => this.close(), { signal });
    // Before the page's own keys: Escape puts away the list, not the form it belongs to.
    field.addEventListener('keydown', (event) => this.#key(event as KeyboardEvent), {
      signal,
      capture: true,
    });
    // What was typed while this was on its way.
    if (document.activeElement === field) this.#look();
    return () => {
      listening.abort();
      this.close();
      this.#field = null;
    };
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.asked = null;
    this.items = [];
  }

  choose(item: Item): void {
    const { asked } = this;
    if (asked === null || this.#field === null) return;
    const insert = this.#options.insert(item, asked);
    this.close();
    replaceIn(this.#field, { start: asked.start, end: asked.end, insert });
    this.close();
    if (this.#options.goesOn?.(item) === true) this.#look();
  }

  #typed(event: Event): void {
    if (!(event as InputEvent).isComposing) this.#look();
  }

  #look(): void {
    const field = this.#field;
    if (field === null) return;
    const caret = field.selectionStart ?? 0;
    const isRange = field.selectionEnd !== caret;
    const asked = isRange ? null : askedAt(field.value, caret, this.#options.triggers);
    if (asked === null) this.#refused = null;
    if (asked === null || asked.start === this.#refused) {
      this.close();
      return;
    }
    this.asked = asked;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#load(asked), pause);
  }

  async #load(asked: Asked<Kind>): Promise<void> {
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    try {
      const items = await this.#options.load(asked, request.signal);
      if (request.signal.aborted) return;
      this.items = items;
      this.active = this.#options.preselects === false ? -1 : 0;
    } catch {
      // Without a connection one writes on without help.
      if (!request.signal.aborted) this.items = [];
    }
  }

  #key(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const isTaking = event.key === 'Enter' || event.key === 'Tab';
    if (!this.isOpen || (isTaking && this.active === -1)) {
      // The key goes where it would without help, and nothing comes up behind it.
      if (event.key === 'Enter') this.close();
      return;
    }
    const act = this.#acts[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  #move(by: number): void {
    const count = this.items.length;
    const from = this.active === -1 && by < 0 ? 0 : this.active;
    this.active = (from + by + count) % count;
  }

  #accept(): void {
    const item = this.items[this.active];
    if (item !== undefined) this.choose(item);
  }

  readonly #acts: Readonly<Record<string, (() => void) | undefined>> = {
    ArrowDown: () => this.#move(1),
    ArrowUp: () => this.#move(-1),
    Enter: () => this.#accept(),
    Tab: () => this.#accept(),
    Escape: () => {
      this.#refused = this.asked?.start ?? null;
      this.close();
    },
  };
}
