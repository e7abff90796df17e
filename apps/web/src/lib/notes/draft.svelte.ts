import type { Pointing } from '@glossator/contract';
import type { LayerKind, NoteKind } from '@glossator/domain';
import { page } from '$app/state';
import { newFormKey } from '#lib/form-key.ts';
import { chooseDraft, now, type DraftText } from './choose-draft.ts';
import { dropDraft, heldDrafts, holdDraft, releaseDraft, saveDraft } from './draft-store.ts';

export type DraftStatus = 'clean' | 'here' | 'saved' | 'offline';

export interface DraftOptions {
  /** `new:<work>:<address>`, `reply:<note>` or `edit:<note>`. */
  readonly place: string;
  /** Whose; drafts of one person never show to the next at the same browser. */
  readonly person: string;
  readonly layer: LayerKind;
  readonly kind: NoteKind;
  readonly tags: string;
  /** What was pointed at just now, whatever a stored version says. */
  readonly pointing?: Pointing | null | undefined;
  /** The version of the note that an edit begins from. */
  readonly begun?: number;
  /** Versions on the server, the newest first. */
  readonly stored: readonly DraftText[];
  /** What the form starts with where there is no draft; text equal to it needs no saving. */
  readonly initial: string;
}

const pause = 1_200;
/** Until the next try where the server could not be reached. */
const patience = 8_000;

/**
 * A text being written: in this browser at every keystroke, on the server a moment after the last
 * one. `resume` is called once in the browser; until then the server's newest version stands. What
 * other devices and tabs have written is offered beside it until somebody decides.
 */
export class Draft {
  body = $state('');
  layer = $state<LayerKind>('public');
  kind = $state<NoteKind>('comment');
  tags = $state('');
  pointing = $state.raw<Pointing | null>(null);
  status = $state<DraftStatus>('clean');
  /** Notes made of it so far: what stands beside the text begins anew after each. */
  made = $state(0);
  offered = $state.raw<readonly DraftText[]>([]);
  /** Who writes here; nobody until script has taken over. */
  writer = $state('');
  /** The version that this text goes on from. */
  version = $state('');
  /** The version of the note that this text was begun from; 0 for what is new. */
  begun = $state(0);
  readonly #options: DraftOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: DraftOptions) {
    this.#options = options;
    const [newest] = options.stored;
    this.body = newest?.body ?? options.initial;
    this.layer = newest?.layer ?? options.layer;
    this.kind = newest?.kind ?? options.kind;
    this.tags = newest?.tags ?? options.tags;
    this.pointing = options.pointing === undefined ? (newest?.pointing ?? null) : options.pointing;
    this.version = newest?.version ?? '';
    this.begun = this.#begunOf(newest);
    if (newest !== undefined) this.status = 'saved';
  }

  get #key(): string {
    return `draft:${this.#options.person}:${this.#options.place}`;
  }

  resume(): void {
    this.writer = newFormKey();
    const { shown, offered } = chooseDraft(heldDrafts(this.#key), this.#options.stored);
    this.offered = offered;
    // What was typed before script took over goes on; nothing is put in its place.
    if (this.body !== (this.#options.stored[0]?.body ?? this.#options.initial)) {
      const isBegunFrom = shown === null || shown.version === this.version;
      if (!isBegunFrom) this.offered = [shown, ...offered];
      this.changed();
      return;
    }
    if (shown === null) return;
    this.#take(shown);
    this.status = this.#options.stored.includes(shown) ? 'saved' : 'here';
  }

  /** The other version goes on here; this one stays beside it, and where it is kept. */
  takeOffered(chosen: DraftText): void {
    const aside = this.#text();
    this.offered = [
      ...(aside.body.trim() === '' ? [] : [aside]),
      ...this.offered.filter((each) => each !== chosen),
    ];
    this.writer = newFormKey();
    this.#take(chosen);
    this.changed();
  }

  dropOffered(chosen: DraftText): void {
    this.offered = this.offered.filter((each) => each !== chosen);
    releaseDraft(this.#key, chosen.body);
    if (chosen.version !== this.version)
      void dropDraft(this.#options.place, { writer: '', version: chosen.version });
  }

  /** What is meant from now on; without a text there is nothing to keep it with. */
  point(pointing: Pointing | null): void {
    this.pointing = pointing;
    if (this.body.trim() !== '') this.changed();
  }

  changed(): void {
    if (this.writer === '') this.writer = newFormKey();
    holdDraft(this.#key, { ...this.#text(), writer: this.writer });
    this.status = 'here';
    this.#sendAfter(pause);
  }

  /** The text is on its way: nothing is saved behind the back of what becomes of it. */
  hold(): void {
    clearTimeout(this.#timer);
  }

  /** The text has become a note; the server has let go of its draft already. */
  finish(): void {
    this.hold();
    releaseDraft(this.#key, this.body);
    this.#clear('');
    this.made += 1;
  }

  discard(): void {
    this.hold();
    releaseDraft(this.#key, this.body);
    if (this.status !== 'clean')
      void dropDraft(this.#options.place, { writer: this.writer, version: this.version });
    this.#clear(this.#options.initial);
  }

  #text(): DraftText {
    const { body, layer, kind, tags, pointing, version, begun } = this;
    return { body, layer, kind, tags, pointing, version, begun, saved: now(), device: '' };
  }

  #take(text: DraftText): void {
    const { body, layer, kind, tags, pointing, version } = text;
    Object.assign(this, { body, layer, kind, tags, pointing, version, begun: this.#begunOf(text) });
  }

  #begunOf(text: DraftText | undefined): number {
    return text?.begun || (this.#options.begun ?? 0);
  }

  #clear(body: string): void {
    this.body = body;
    this.kind = this.#options.kind;
    this.tags = this.#options.tags;
    this.pointing = null;
    this.version = '';
    this.begun = this.#begunOf(undefined);
    this.status = 'clean';
  }

  #sendAfter(time: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), time);
  }

  async #send(): Promise<void> {
    // Who looks with a student's eyes writes nothing on the server.
    if (page.data.viewer?.viewAs) return;
    const draft = this.#text();
    const { writer, version } = this;
    const { place, initial } = this.#options;
    const isEmpty = draft.body.trim() === '' || draft.body === initial;
    const saved = isEmpty ? null : await saveDraft(place, { draft, writer, over: version });
    const done = isEmpty ? await dropDraft(place, { writer, version }) : saved !== null;
    if (writer !== this.writer) return;
    if (saved !== null) this.#saved(saved.version, saved.others);
    if (this.body !== draft.body) return;
    this.status = done ? (isEmpty ? 'clean' : 'saved') : 'offline';
    if (done && isEmpty) releaseDraft(this.#key, draft.body);
    if (!done) this.#sendAfter(patience);
  }

  /** What stands beside it on the server is offered; what this tab has put aside stays offered. */
  #saved(version: string, others: readonly DraftText[]): void {
    this.version = version;
    holdDraft(this.#key, { ...this.#text(), writer: this.writer });
    const bodies = [this.body, ...others.map(({ body }) => body)];
    this.offered = [...others, ...this.offered.filter(({ body }) => !bodies.includes(body))];
  }
}
