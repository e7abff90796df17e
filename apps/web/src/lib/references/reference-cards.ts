const links = 'a[data-ref]';

function wake(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>(links) : null;
  if (link === null) return;
  // A finger follows the link; there is no hovering to begin with.
  if (event instanceof PointerEvent && event.pointerType === 'touch') return;
  const byKeys = event.type === 'focusin';
  if (byKeys && !link.matches(':focus-visible')) return;
  show(link, byKeys);
}

function show(link: HTMLElement, byKeys: boolean): void {
  void import('./show-card.ts').then(({ showCard }) => {
    showCard(link, byKeys);
  });
}

/** Links of a note that refer to a clause, a note or a person show what it is when pointed at. */
export function referenceCards(text: HTMLElement): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  text.addEventListener('pointerover', wake, { signal });
  text.addEventListener('focusin', wake, { signal });
  // The pointer may rest on one since before script was there; a finger leaves no trace.
  const early = matchMedia('(hover)').matches && text.querySelector<HTMLElement>(`${links}:hover`);
  if (early) show(early, false);
  return () => {
    listening.abort();
  };
}
