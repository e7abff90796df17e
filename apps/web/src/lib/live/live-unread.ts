import type { ViewerView } from '@glossator/contract';
import { joinStream } from './shared-source.ts';

/** Milliseconds. The page has begun to be read, and its own stream, where it has one, is open. */
const calm = 3_000;
const soon = () => 100 + Math.random() * 200;
/** What is hidden or moved changes few people's numbers, and many hear of it. */
const later = () => 2_000 + Math.random() * 3_000;

/**
 * Tells a person's number of unread notices anew whenever it may have changed, also by another tab.
 * The stream says only that; the number is asked for under the person's rights. Returns what ends it.
 */
export function followUnread(person: string, told: (unread: number) => void): () => void {
  // Without locks every tab would hold a second connection, of which a browser has few.
  if (!('locks' in navigator)) return () => undefined;
  let leave: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Infinity;

  function askIn(delay: number): void {
    const at = performance.now() + delay;
    if (at >= due) return;
    due = at;
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), delay);
  }
  async function ask(): Promise<void> {
    due = Infinity;
    // The number stays as it was where the server is away: the stream opens again, and it is asked then.
    const answer = await fetch('/api/session').catch(() => null);
    if (answer?.ok !== true) return;
    const viewer = (await answer.json()) as ViewerView;
    if (viewer.person?.id === person) told(viewer.unread);
  }

  const begin = setTimeout(() => {
    leave = joinStream(person, '', (heard) => {
      if (heard.kind === 'notices' || heard.kind === 'reset') askIn(soon());
      else if (heard.kind === 'state' && heard.connected) askIn(soon());
      else if (heard.kind === 'change' && ['state', 'moved'].includes(heard.data.what))
        askIn(later());
    });
  }, calm);
  return () => {
    clearTimeout(begin);
    clearTimeout(timer);
    leave?.();
  };
}
