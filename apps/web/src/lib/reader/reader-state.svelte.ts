import { goto } from '$app/navigation';
import { tick } from 'svelte';
import { clauseHref, type WorkPlace } from './reader-address.ts';
import { keysCookie, rememberInBrowser, viewCookie } from '#lib/preferences/preferences.ts';

/** What the reader holds beside its address: made per page, in the browser and on the server. */
export class ReaderState {
  view = $state('both');
  singleKeys = $state(true);
  /** On a phone: the sheet with the threads is up. */
  sheet = $state(false);

  constructor(initial: { view: string; singleKeys: boolean }) {
    this.view = initial.view;
    this.singleKeys = initial.singleKeys;
  }

  /** Changes the columns and keeps the clause that is being read where it is. */
  async chooseView(view: string): Promise<void> {
    const anchor = firstVisibleRow();
    const before = anchor?.getBoundingClientRect().top ?? 0;
    this.view = view;
    rememberInBrowser(viewCookie, view);
    await tick();
    const after = anchor?.getBoundingClientRect().top ?? 0;
    scrollBy({ top: after - before, behavior: 'instant' });
  }

  chooseKeys(enabled: boolean): void {
    this.singleKeys = enabled;
    rememberInBrowser(keysCookie, enabled ? 'on' : 'off');
  }

  async open(href: string): Promise<void> {
    await goto(href, { reset: false });
  }

  /** Opens the form of a clause, going there first. */
  async writeOn(path: string, current: string, place: WorkPlace): Promise<void> {
    if (path !== current) await this.open(clauseHref(place, path));
    await this.raise('write');
  }

  /** Raises the threads and puts the focus there, or into the text to be written. */
  async raise(target: 'thread' | 'write'): Promise<void> {
    this.sheet = true;
    await tick();
    const section = document.getElementById('thread');
    if (target === 'thread') {
      section?.focus({ preventScroll: true });
      return;
    }
    const write = document.getElementById('write');
    if (write instanceof HTMLDetailsElement) write.open = true;
    const field =
      write?.querySelector<HTMLElement>('textarea[name=body]') ?? write?.querySelector('a');
    field?.focus();
    field?.scrollIntoView({ block: 'nearest' });
  }

  /** Begins to mark a phrase; whoever may not write is told of that instead. */
  async mark(
    selection: { mark: (path: string | undefined) => Promise<void> } | undefined,
    path: string | undefined,
  ): Promise<void> {
    if (selection === undefined) return this.raise('write');
    if (this.sheet) this.lower();
    await selection.mark(path);
  }

  lower(): void {
    this.sheet = false;
    document.querySelector<HTMLElement>('.row.in-focus')?.focus({ preventScroll: true });
  }
}

function firstVisibleRow(): Element | undefined {
  const inFocus = document.querySelector('.row.in-focus');
  const visible = (row: Element): boolean => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom > 80 && top < innerHeight;
  };
  if (inFocus !== null && visible(inFocus)) return inFocus;
  return [...document.querySelectorAll('.row')].find(visible);
}
