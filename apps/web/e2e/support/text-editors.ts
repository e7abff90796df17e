import type { Browser } from 'playwright-core';
import { ask } from './ask.ts';
import { administrator } from './people.ts';
import { theSite, type Site } from './site.ts';

/** The administrator lets somebody edit texts; `who` is their address. */
export async function appointTextEditor(
  browser: Browser,
  who: string,
  site: Site = theSite,
): Promise<void> {
  const page = await administrator(browser, site);
  await ask(page, 'POST', '/editors', { who, office: 'texts' });
}
