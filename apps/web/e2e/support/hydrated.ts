import type { Page } from 'playwright-core';

/**
 * Script has taken over a page: the router, which begins once all of it is hydrated, then minds the
 * scrolling. For what script alone does; anything else has to do without.
 */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => history.scrollRestoration === 'manual');
}
