import { joinStream } from '#lib/live/shared-source.ts';

/** Milliseconds: a class writes all at once, and one board is asked for in between. */
const soon = () => 300 + Math.random() * 700;
const apart = 5_000;
/** What time alone changes nobody tells: what it opens, and who goes quiet. */
const anyway = 60_000;

export interface Watched {
  readonly work: string;
  readonly uids: ReadonlySet<string>;
}

/** Asks anew whenever something on the board may have changed, but not while nobody looks. Returns what ends it. */
export function watchBoard(
  person: string,
  watched: () => Watched,
  renew: () => Promise<void>,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = performance.now();
  let isMissed = false;
  let isClosed = false;

  async function ask(): Promise<void> {
    timer = undefined;
    if (document.hidden) {
      isMissed = true;
      return;
    }
    isMissed = false;
    // The board stays as it is where the server is away: the stream opens again, and it is asked then.
    await renew().catch(() => undefined);
    last = performance.now();
  }
  function askSoon(): void {
    if (!isClosed)
      timer ??= setTimeout(() => void ask(), Math.max(soon(), last + apart - performance.now()));
  }
  const seen = (): void => {
    if (!document.hidden && isMissed) askSoon();
  };

  let wasAway = false;
  const leave = joinStream(person, '', (heard) => {
    if (heard.kind === 'state') {
      if (heard.connected && wasAway) askSoon();
      wasAway = !heard.connected;
    } else if (heard.kind === 'reset') askSoon();
    else if (
      heard.kind === 'change' &&
      heard.data.work === watched().work &&
      heard.data.uids.some((uid) => watched().uids.has(uid))
    )
      askSoon();
  });
  const beat = setInterval(askSoon, anyway);
  document.addEventListener('visibilitychange', seen);
  return () => {
    isClosed = true;
    clearTimeout(timer);
    clearInterval(beat);
    document.removeEventListener('visibilitychange', seen);
    leave();
  };
}
