import type { TestProject } from 'vitest/node';
import { publishAll } from './publish-all.ts';
import { startSite, type TestSite } from './test-site.ts';

/** The built site as `start` runs it, and what it printed for the first administrator. */
export interface SharedSite {
  readonly origin: string;
  readonly administratorLink: string;
  /** Its database, for what no page does: to let time pass. */
  readonly ownerUrl: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** One for each worker. */
    sites: readonly SharedSite[];
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const sites: TestSite[] = [];
  const stop = async () => {
    await Promise.all(sites.map((site) => site.stop()));
  };
  try {
    for (let n = 0; n < project.config.maxWorkers; n += 1) {
      // Each browser of a test says which address it comes from: budgets are counted by address.
      const site = await startSite({ TRUST_PROXY: 'loopback' });
      sites.push(site);
      await publishAll(site.ownerUrl);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide(
    'sites',
    sites.map(({ origin, administratorLink, ownerUrl }) => ({
      origin,
      administratorLink,
      ownerUrl,
    })),
  );
  return stop;
}
