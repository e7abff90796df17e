import { inject } from 'vitest';
import type { SharedSite } from '../../../standalone/src/check/setup-e2e.ts';

export type Site = SharedSite;

function ofThisWorker(): Site {
  const site = inject('sites')[Number(process.env['VITEST_POOL_ID']) - 1];
  if (site === undefined) throw new Error('this worker has no site');
  return site;
}

/** The site that the tests of one worker share; a test that stops its site has one of its own. */
export const theSite: Site = ofThisWorker();
export const { origin, administratorLink } = theSite;
