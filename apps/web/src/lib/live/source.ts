import type { ChangeEvent, WritingEvent } from '@glossator/contract';

/** What a stream tells, in this tab or through the one that holds it. */
export type Told =
  | { readonly kind: 'change'; readonly id: string; readonly data: ChangeEvent }
  | { readonly kind: 'writing'; readonly data: WritingEvent }
  /** What was missed cannot be told one by one. */
  | { readonly kind: 'reset'; readonly id: string }
  | { readonly kind: 'state'; readonly connected: boolean };

/** Milliseconds; the browser itself tries again where the server was away, not where it refused. */
const reopenAfter = { first: 2_000, longest: 60_000 };

/** One stream from the server, opened again whenever it ends. Returns what closes it. */
export function openSource(after: string, tell: (told: Told) => void): () => void {
  let last = after;
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let delay = reopenAfter.first;

  function open(): void {
    source = new EventSource(`/api/live?after=${encodeURIComponent(last)}`);
    source.addEventListener('open', () => {
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
