import type { WritingEvent } from '@glossator/contract';
import { SvelteMap } from 'svelte/reactivity';
import { m } from '../paraglide/messages.js';
import { loadReading, type Reading, type ReadingRequest } from '../reader/load-reading.ts';
import { concerns, newNotes } from './concerns.ts';
import { keepOrder } from './keep-order.ts';
import { joinStream } from './shared-source.ts';
import type { Told } from './source.ts';

/** What the page shows, asked anew at each turn. */
export interface Shown {
  readonly reading: Reading;
  readonly request: ReadingRequest;
}

/** Milliseconds. Many readers hear of one note at once: they do not all ask at once. */
const soon = () => 60 + Math.random() * 240;
const later = () => 1_500 + Math.random() * 2_500;
const offlineAfter = 4_000;
/** Somebody who says nothing more for so long has stopped writing. */
const silence = 8_000;

/** Keeps one page of the reader as it is now, without touching what its reader types. */
export class LiveReading {
  /** What was just written by others, for those who do not see it appear. */
  news = $state<{ readonly text: string; readonly note: string } | null>(null);
  /** True once the connection has been away for a while. */
  offline = $state(false);
  #fresh = $state.raw<{ readonly base: Reading; readonly reading: Reading } | null>(null);
  readonly #writers = new SvelteMap<string, WritingEvent & { readonly until: number }>();
  readonly #shown: () => Shown;
  readonly #self: string | null;
  readonly #leave: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = Infinity;
  #failures = 0;
  #away: ReturnType<typeof setTimeout> | undefined;
  readonly #sweep: ReturnType<typeof setInterval>;

  constructor(self: string | null, shown: () => Shown) {
    this.#self = self;
    this.#shown = shown;
    const { viewer, live } = shown().reading;
    // The stream would tell whoever looks, not the student they look as.
    this.#leave = viewer.viewAs
      ? () => undefined
      : joinStream(self ?? 'visitor', live, (told) => {
          this.#hear(told);
        });
    this.#sweep = setInterval(() => {
      this.#forgetSilent();
    }, 1_000);
  }

  /** The page as it was loaded, or as it has become since. */
  over(base: Reading): Reading {
    return this.#fresh?.base === base ? this.#fresh.reading : base;
  }

  writersOf(thread: string): readonly string[] {
    return [...this.#writers.values()].flatMap((each) =>
      each.thread === thread && each.person.id !== this.#self ? [each.person.name] : [],
    );
  }

  close(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#away);
    clearInterval(this.#sweep);
    this.#leave();
  }

  #hear(told: Told): void {
    const { reading, request } = this.#shown();
    if (told.kind === 'state') this.#connection(told.connected);
    else if (told.kind === 'reset') this.#refreshIn(soon());
    else if (!('data' in told) || told.data.work !== request.slug) return;
    else if (told.kind === 'change')
      this.#refreshIn(concerns(this.over(reading), told.data) ? soon() : later());
    else
      this.#writers.set(`${told.data.thread} ${told.data.person.id}`, {
        ...told.data,
        until: performance.now() + silence,
      });
  }

  #connection(connected: boolean): void {
    if (connected) {
      clearTimeout(this.#away);
      this.#away = undefined;
      this.offline = false;
      if (this.#failures > 0) this.#refreshIn(soon());
    } else
      // Every try that fails says so again: it is the first that counts.
      this.#away ??= setTimeout(() => {
        this.offline = true;
      }, offlineAfter);
  }

  #refreshIn(delay: number): void {
    const due = performance.now() + delay;
    if (due >= this.#due) return;
    this.#due = due;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh(), delay);
  }

  async #refresh(): Promise<void> {
    this.#due = Infinity;
    const { reading: base, request } = this.#shown();
    let reading: Reading;
    try {
      reading = await loadReading(fetch, request);
    } catch {
      // The server is away or busy. The stream has told of this already: it is asked again until
      // it answers, less and less often.
      this.#failures += 1;
      this.#refreshIn(Math.min(60_000, 2_000 * 2 ** this.#failures));
      return;
    }
    this.#failures = 0;
    if (this.#shown().reading !== base) return;
    const before = this.over(base);
    const items = [...keepOrder(before.threads.items, reading.threads.items)];
    reading = { ...reading, threads: { ...reading.threads, items } };
    this.#fresh = { base, reading };
    const [first, ...more] = newNotes(before, reading, this.#self);
    if (first === undefined) return;
    for (const { id } of [first, ...more]) this.#writersDone(reading, id);
    this.news = {
      text:
        more.length === 0
          ? m.live_new({ name: first.name })
          : m.live_new_many({ count: more.length + 1 }),
      note: first.id,
    };
  }

  /** Whoever has written is no longer writing. */
  #writersDone(reading: Reading, note: string): void {
    for (const { id, annotations } of reading.threads.items) {
      const author = annotations.find((each) => each.id === note)?.author;
      if (author) this.#writers.delete(`${id} ${author.id}`);
    }
  }

  #forgetSilent(): void {
    for (const [key, { until }] of this.#writers)
      if (until < performance.now()) this.#writers.delete(key);
  }
}
