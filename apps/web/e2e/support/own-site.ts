import { once } from 'node:events';
import { startSite, type TestSite } from '../../../standalone/src/check/test-site.ts';
import { publishAll } from '../../../standalone/src/check/publish-all.ts';
import type { Site } from './site.ts';

/** A site of one test, which it may end and start again on the same data. */
export interface OwnSite extends Site {
  readonly dataDir: string;
  /** Ends the process: asked to, or killed in the middle of whatever it does. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
  readonly startAgain: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

export async function ownSite(more: Record<string, string> = {}): Promise<OwnSite> {
  const settings = { TRUST_PROXY: 'loopback', ...more };
  let site: TestSite = await startSite(settings);
  const { origin, administratorLink, ownerUrl, dataDir } = site;
  await publishAll(ownerUrl);
  return {
    origin,
    administratorLink,
    ownerUrl,
    dataDir,
    end: async (signal) => {
      const gone = once(site.process, 'close');
      site.process.kill(signal);
      await gone;
    },
    startAgain: async () => {
      site = await startSite({ ...settings, DATA_DIR: dataDir, PORT: new URL(origin).port });
    },
    remove: () => site.stop(),
  };
}
