import type { SubmitFunction } from '$app/forms';
import { goto } from '$app/navigation';
import { tick } from 'svelte';

interface Hooks {
  /** The form was taken; its page follows. */
  readonly done?: () => void;
  readonly busy?: (busy: boolean) => void;
  /** It did not arrive; the text is still there. */
  readonly failed?: () => void;
}

const isReading = (url: URL): boolean => url.pathname.startsWith('/api/works/');

let announce: (said: string) => void = () => undefined;

/** The reader tells where results are spoken: what a note says of itself, if anything. Set in the browser alone. */
export function onNoteWritten(listener: (said: string) => void): void {
  announce = listener;
}

/** Sends a form without a reload; the focus then goes to the note it made or changed. */
export function sendForm({ done, busy, failed }: Hooks = {}): SubmitFunction {
  return () => {
    busy?.(true);
    return async ({ result, update }) => {
      if (result.type === 'redirect') {
        done?.();
        // eslint-disable-next-line svelte/no-navigation-without-resolve -- the server's own redirect
        await goto(result.location, { invalidate: [isReading], reset: false });
        await tick();
        const target = new URL(result.location, location.href).hash.slice(1);
        if (target.startsWith('n-')) {
          const note = document.getElementById(target);
          note?.scrollIntoView({ block: 'nearest' });
          note?.focus({ preventScroll: true });
          // Of one that waits it is never said that it is there for all.
          const said = note?.querySelectorAll<HTMLElement>('[data-said]') ?? [];
          announce(Array.from(said, (part) => part.innerText).join(' '));
        }
      } else if (result.type === 'error' && failed !== undefined) {
        // An error page would take the text with it.
        failed();
      } else {
        // A refused form keeps its text, and its page: the address of the action has not the question
        // that this one may have, and going there would shut what is open here.
        await update({ reset: false, navigate: false });
      }
      busy?.(false);
    };
  };
}
