import { mount, unmount } from 'svelte';
import { CardState } from './card-state.svelte.ts';
import ReferenceCard from './ReferenceCard.svelte';

let shown: { readonly holder: CardState; readonly host: Element; readonly end: () => void } | null =
  null;

/** One card serves the page: two would lie on one another. It stands in the page's main part. */
export function showCard(link: HTMLElement, atOnce: boolean): void {
  const host = link.closest('main') ?? document.body;
  if (shown !== null && (shown.host !== host || !host.isConnected)) {
    shown.end();
    shown = null;
  }
  if (shown === null) {
    const holder = new CardState();
    const card = mount(ReferenceCard, { target: host, props: { holder } });
    shown = { holder, host, end: () => void unmount(card) };
  }
  shown.holder.point(link, atOnce);
}
