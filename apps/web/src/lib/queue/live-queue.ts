import type { CasePage } from '@glossator/contract';
import { joinStream } from '#lib/live/shared-source.ts';

/** Milliseconds: many moderators hear of one case at once, they do not all ask at once. */
const soon = () => 150 + Math.random() * 350;

/**
 * Gives the list anew whenever something in it may have changed. The stream says only that something
 * has; it is asked for under the moderator's rights, and told with the list that it is newer than.
 * Returns what ends it.
 */
export function watchQueue(
  person: string,
  asking: () => { readonly query: string; readonly over: CasePage },
  told: (now: CasePage, over: CasePage) => void,
): () => void {
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function read(): Promise<void> {
    timer = undefined;
    // The list stays as it is where the server is away: the stream opens again, and it is asked then.
    const { query, over } = asking();
    const answer = await fetch(`/api/moderation/cases?${query}`).catch(() => null);
    if (answer?.ok === true && !closed) told((await answer.json()) as CasePage, over);
  }
  const leave = joinStream(person, '', (heard) => {
    const concerns =
      heard.kind === 'cases' ||
      heard.kind === 'reset' ||
      (heard.kind === 'state' && heard.connected);
    if (concerns) timer ??= setTimeout(() => void read(), soon());
  });
  return () => {
    closed = true;
    clearTimeout(timer);
    leave();
  };
}
