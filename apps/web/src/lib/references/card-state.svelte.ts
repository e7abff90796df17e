import type { ClauseCard, EntryCard, NoteCard, PersonCard } from '@glossator/contract';

export type Card =
  | { readonly kind: 'clause'; readonly view: ClauseCard }
  | { readonly kind: 'entry'; readonly view: EntryCard }
  | { readonly kind: 'note'; readonly view: NoteCard }
  | { readonly kind: 'person'; readonly view: PersonCard }
  /** Nothing there for this reader, or no connection. */
  | { readonly kind: 'gone' | 'offline' };

/** Milliseconds before it opens for a pointer, and before it closes behind one. */
const opening = 250;
const closing = 250;

/** Where its card is read; null where none is shown of it. */
function addressOf(link: HTMLElement): string | null {
  const url = new URL((link as HTMLAnchorElement).href);
  const [, first, second, third] = url.pathname.split('/');
  switch (link.dataset['ref']) {
    case 'clause':
      return `/api/works/${second ?? ''}/card?at=${encodeURIComponent(decodeURIComponent(third ?? ''))}`;
    case 'entry': {
      // In what is being written it leads to a part that nobody else reads yet.
      if (first !== 'c') return null;
      const [slug = '', number] = (second ?? '').split('@');
      const of = number === undefined ? '' : `?number=${number}`;
      return `/api/releases/${slug}/entries/${third ?? ''}/card${of}`;
    }
    case 'note':
      return first === 'n' ? `/api/annotations/${second ?? ''}/card` : null;
    case 'person':
      return `/api/people/${encodeURIComponent(url.searchParams.get('by') ?? '')}/card`;
    default:
      return null;
  }
}

async function read(link: HTMLElement, address: string): Promise<Card> {
  try {
    const answer = await fetch(address);
    if (!answer.ok) return { kind: answer.status < 500 ? 'gone' : 'offline' };
    return { kind: link.dataset['ref'], view: await answer.json() } as Card;
  } catch {
    return { kind: 'offline' };
  }
}

/**
 * Which reference is shown. Pointed at, it opens after a moment and stays while the pointer is on it
 * or on its card; at the keyboard, while the link has the focus. Escape puts it away.
 */
export class CardState {
  link = $state.raw<HTMLElement | null>(null);
  card = $state.raw<Card | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listening: AbortController | undefined;

  point(link: HTMLElement, atOnce: boolean): void {
    clearTimeout(this.#timer);
    if (this.link === link) return;
    const address = addressOf(link);
    if (address === null) {
      this.close();
      return;
    }
    this.#follow(link);
    this.#timer = setTimeout(() => void this.#open(link, address), atOnce ? 0 : opening);
  }

  stay(): void {
    clearTimeout(this.#timer);
  }

  leave(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.close(), closing);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#listening?.abort();
    this.link = null;
    this.card = null;
  }

  /** Until another is pointed at. */
  #follow(link: HTMLElement): void {
    this.#listening?.abort();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    link.addEventListener('pointerleave', () => this.leave(), { signal });
    link.addEventListener('blur', () => this.close(), { signal });
    link.addEventListener('click', () => this.close(), { signal });
  }

  async #open(link: HTMLElement, address: string): Promise<void> {
    this.card = null;
    this.link = link;
    const card = await read(link, address);
    if (this.link === link) this.card = card;
  }
}
