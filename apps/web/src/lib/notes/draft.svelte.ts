import type { LayerKind } from '@glossator/domain';
import { chooseDraft, now, parseDraft, type DraftText } from './choose-draft.ts';

export type DraftStatus = 'clean' | 'here' | 'saved' | 'offline';

export interface DraftOptions {
  /** `new:<work>:<address>`, `reply:<note>` or `edit:<note>`. */
  readonly place: string;
  /** Whose; drafts of one person never show to the next at the same browser. */
  readonly person: string;
  readonly layer: LayerKind;
  readonly stored: DraftText | null;
  /** What the form starts with where there is no draft; text equal to it needs no saving. */
  readonly initial: string;
}

const pause = 1200;

/**
 * A text being written: in this browser at every keystroke, on the server a moment after the last
 * one. `resume` is called once in the browser; until then the server's draft stands.
 */
export class Draft {
  body = $state('');
  layer = $state<LayerKind>('public');
  status = $state<DraftStatus>('clean');
  /** Notes made of it so far: what stands beside the text begins anew after each. */
  made = $state(0);
  offered = $state.raw<DraftText | null>(null);
  readonly #options: DraftOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: DraftOptions) {
    this.#options = options;
    this.body = options.stored?.body ?? options.initial;
    this.layer = options.stored?.layer ?? options.layer;
    if (options.stored !== null) this.status = 'saved';
  }

  get #key(): string {
    return `draft:${this.#options.person}:${this.#options.place}`;
  }

  resume(): void {
    const here = parseDraft(read(this.#key));
    const { shown, offered } = chooseDraft(here, this.#options.stored);
    this.offered = offered;
    if (shown === null) return;
    this.body = shown.body;
    this.layer = shown.layer;
    this.status = shown === here ? 'here' : 'saved';
  }

  takeOffered(): void {
    const { offered } = this;
    if (offered === null) return;
    this.offered = { body: this.body, layer: this.layer, saved: now() };
    this.body = offered.body;
    this.layer = offered.layer;
    this.changed();
  }

  changed(): void {
    const draft: DraftText = {
      body: this.body,
      layer: this.layer,
      saved: now(),
    };
    write(this.#key, JSON.stringify(draft));
    this.status = 'here';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), pause);
  }

  /** The text is on its way: nothing is saved behind the back of what becomes of it. */
  hold(): void {
    clearTimeout(this.#timer);
  }

  /** The text has become a note; the server has let go of its draft already. */
  finish(): void {
    this.hold();
    forget(this.#key);
    this.body = '';
    this.offered = null;
    this.status = 'clean';
    this.made += 1;
  }

  discard(): void {
    clearTimeout(this.#timer);
    forget(this.#key);
    if (this.status !== 'clean') void request('DELETE', this.#options.place);
    this.body = this.#options.initial;
    this.status = 'clean';
  }

  async #send(): Promise<void> {
    const { body, layer } = this;
    const empty = body.trim() === '' || body === this.#options.initial;
    const sent = empty
      ? await request('DELETE', this.#options.place)
      : await request('PUT', this.#options.place, { body, layer });
    if (this.body !== body) return;
    this.status = sent ? (empty ? 'clean' : 'saved') : 'offline';
    if (sent && empty) forget(this.#key);
  }
}

async function request(method: 'PUT' | 'DELETE', place: string, body?: object): Promise<boolean> {
  try {
    const response = await fetch(`/api/drafts/${encodeURIComponent(place)}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    return response.ok || (method === 'DELETE' && response.status === 404);
  } catch {
    return false;
  }
}

// Storage may be full or forbidden; writing must go on all the same.
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The server's copy remains.
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
