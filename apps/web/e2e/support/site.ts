import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The built site as `start` runs it, and what it printed for the first administrator. */
    site: { origin: string; administratorLink: string; ownerUrl: string };
  }
}

export type Site = {
  readonly origin: string;
  readonly administratorLink: string;
  /** Its database, for what no page does: to let time pass. */
  readonly ownerUrl: string;
};

/** The site that all tests share; a test that stops its site has one of its own. */
export const theSite: Site = inject('site');
export const { origin, administratorLink } = theSite;
