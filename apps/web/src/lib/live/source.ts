import type { ChangeEvent, WritingEvent } from '@glossator/contract';

/** What a stream tells, in this tab or through the one that holds it. */
export type Told =
  | { readonly kind: 'change'; readonly id: string; readonly data: ChangeEvent }
  | { readonly kind: 'writing'; readonly data: WritingEvent }
  /** The person's own notices have changed. */
  | { readonly kind: 'notices' }
  /** What waits where the person moderates has changed. */
  | { readonly kind: 'cases' }
  /** What was missed cannot be told one by one. */
  | { readonly kind: 'reset'; readonly id: string }
  | { readonly kind: 'state'; readonly connected: boolean };

/** Milliseconds; the browser itself tries again where the server was away, not where it refused. */
const reopenAfter = { first: 2_000, longest: 60_000 };

/**
 * One stream from the server, opened again whenever it ends. Returns what closes it. `after` is '' for
 * a page that has no place in the stream: it begins now.
 */
export function openSource(after: string, tell: (told: Told) => void): () => void {
  let last = after;
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let delay = reopenAfter.first;
  let wasOpen = false;

  function open(): void {
    source = new EventSource(
      last === '' ? '/api/live' : `/api/live?after=${encodeURIComponent(last)}`,
    );
    source.addEventListener('open', () => {
      // Without a place nothing says what was told meanwhile.
      if (wasOpen && last === '') tell({ kind: 'reset', id: '' });
      wasOpen = true;
      delay = reopenAfter.first;
      tell({ kind: 'state', connected: true });
    });
    source.addEventListener('change', (event: MessageEvent<string>) => {
      last = event.lastEventId;
      tell({ kind: 'change', id: last, data: JSON.parse(event.data) as ChangeEvent });
    });
    source.addEventListener('writing', (event: MessageEvent<string>) => {
      tell({ kind: 'writing', data: JSON.parse(event.data) as WritingEvent });
    });
    for (const kind of ['notices', 'cases'] as const)
      source.addEventListener(kind, () => {
        tell({ kind });
      });
    source.addEventListener('reset', (event: MessageEvent<string>) => {
      last = event.lastEventId;
      tell({ kind: 'reset', id: last });
    });
    source.addEventListener('error', () => {
      tell({ kind: 'state', connected: false });
      if (source.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, delay);
      delay = Math.min(delay * 2, reopenAfter.longest);
    });
  }

  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
