import type { TestProject } from 'vitest/node';
import { publishAll } from './publish-all.ts';
import { startSite } from './test-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The built site as `start` runs it, and what it printed for the first administrator. */
    site: { origin: string; administratorLink: string; ownerUrl: string };
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Each browser of a test says which address it comes from: budgets are counted by address.
  const site = await startSite({ TRUST_PROXY: 'loopback' });
  await publishAll(site.ownerUrl);
  project.provide('site', {
    origin: site.origin,
    administratorLink: site.administratorLink,
    ownerUrl: site.ownerUrl,
  });
  return site.stop;
}
