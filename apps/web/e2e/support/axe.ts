import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { withoutScript } from './journey.ts';

/** Fails on any violation of WCAG 2.2 AA or of axe's best practices, naming the elements. */
export async function axe(page: Page): Promise<void> {
  const found = withoutScript.has(page.context()) ? await onTwin(page) : await violations(page);
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}

async function violations(page: Page) {
  // Without frames of other origins, results need not travel by a page of their own, which takes the most time.
  const results = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  return results.violations.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.map((node) => `${node.target.join(' ')}: ${node.html.slice(0, 160)}`),
  }));
}

/** axe is a script itself: the page as it stands, its own scripts taken out, is opened where one runs. */
async function onTwin(page: Page) {
  const html = (await page.content()).replace(/<script\b[\s\S]*?<\/script>/g, '');
  const twin = await (await twinOf(page)).newPage();
  try {
    await twin.route(page.url(), (route) =>
      route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }),
    );
    await twin.goto(page.url());
    return await violations(twin);
  } finally {
    await twin.close();
  }
}

const twins = new WeakMap<BrowserContext, Promise<BrowserContext>>();

function twinOf(page: Page): Promise<BrowserContext> {
  const context = page.context();
  const known = twins.get(context) ?? makeTwin(page);
  twins.set(context, known);
  return known;
}

async function makeTwin(page: Page): Promise<BrowserContext> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page has no browser');
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const twin = await browser.newContext({
    colorScheme: dark ? 'dark' : 'light',
    viewport: page.viewportSize(),
    reducedMotion: 'reduce',
  });
  page.context().once('close', () => {
    // The browser may be ending, and all its windows with it.
    twin.close().catch(() => undefined);
  });
  return twin;
}
