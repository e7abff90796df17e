import { openSource, type Told } from './source.ts';

/** Milliseconds after which a tab that holds no stream takes it that another one does. */
const patience = 400;

/**
 * One stream for all tabs of a person: a browser opens only six connections to a site. The tab that
 * holds the lock holds the stream and passes on what it hears; when it goes, another takes over from
 * the last place heard. Where locks are missing (plain http on a network) each tab has its own.
 */
export function joinStream(person: string, after: string, heard: (told: Told) => void): () => void {
  if (!('locks' in navigator) || !('BroadcastChannel' in globalThis))
    return openSource(after, heard);

  const name = `glossator-live-${person}`;
  const channel = new BroadcastChannel(name);
  const leaving = new AbortController();
  let last = after;
  let close: (() => void) | undefined;

  const hear = (told: Told): void => {
    if (told.kind === 'change' || told.kind === 'reset') last = told.id;
    heard(told);
  };
  channel.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    hear(data);
  });
  // What was told between the making of this page and now, nobody passes on any more.
  const late = setTimeout(() => {
    if (close === undefined) heard({ kind: 'reset', id: last });
  }, patience);

  navigator.locks
    .request(name, { signal: leaving.signal }, () => {
      close = openSource(last, (told) => {
        hear(told);
        channel.postMessage(told);
      });
      return new Promise<void>((done) => {
        leaving.signal.addEventListener('abort', () => {
          done();
        });
      });
    })
    .catch(() => undefined);

  return () => {
    clearTimeout(late);
    close?.();
    leaving.abort();
    channel.close();
  };
}
