import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The built site as `start` runs it, and what it printed for the first administrator. */
    site: { origin: string; administratorLink: string };
  }
}

export const { origin, administratorLink } = inject('site');
