import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import type { Bundle } from './bundle.ts';
import type { InPage } from './in-page.ts';

declare global {
  var peers: InPage;
  /** When our reader last drew marks, on the page's own clock. */
  var marksDrawn: number;
}

export const kinds = ['ours', 'bare', 'recogito'] as const;
export type Kind = (typeof kinds)[number];

export interface Opened {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** Milliseconds from having the answer with the notes until they are drawn. */
  readonly drawn: number;
  /** Megabytes that the page held before any note was drawn; null where that cannot be seen. */
  readonly before: number | null;
  readonly close: () => Promise<void>;
}

const longest = 120_000;
let visitors = 0;

export async function openContext(browser: Browser): Promise<BrowserContext> {
  visitors += 1;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    // The scripts of peers come from outside the page.
    bypassCSP: true,
    // Budgets of requests are counted by address.
    extraHTTPHeaders: {
      'x-forwarded-for': `10.9.${String(visitors >> 8)}.${String(visitors & 255)}`,
    },
  });
  context.setDefaultTimeout(longest);
  return context;
}

const megabyte = 1024 * 1024;

/** Megabytes that script and page hold, after what nobody needs has been collected. */
export async function memory(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  const usage = (await cdp.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    embedderHeapUsedSize?: number;
  };
  return (usage.usedSize + (usage.embedderHeapUsedSize ?? 0)) / megabyte;
}

const address = '/t/ncss-2016';

async function openOurs(page: Page, origin: string, notes: number): Promise<number> {
  await page.addInitScript(() => {
    const { prototype } = HighlightRegistry;
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the registry below
    const set = prototype.set;
    prototype.set = function (...given) {
      requestAnimationFrame(() => setTimeout(() => (globalThis.marksDrawn = performance.now())));
      return set.apply(this, given);
    };
  });
  const answered = page.waitForResponse((response) => response.url().endsWith('/marks'));
  await page.goto(origin + address);
  // The reader begins to draw when somebody begins to read.
  await page.mouse.move(640, 20);
  await (await answered).finished();
  if (notes === 0) return Number.NaN;
  await page.waitForFunction(() => globalThis.marksDrawn > 0);
  return page.evaluate(() => {
    const [answer] = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('/marks')) as PerformanceResourceTiming[];
    return globalThis.marksDrawn - (answer?.responseEnd ?? Number.NaN);
  });
}

/** The page of our reader as the server makes it, without our scripts. */
async function openPlain(page: Page, origin: string): Promise<void> {
  await page.route(`**${address}`, async (route) => {
    const answer = await route.fetch();
    const html = (await answer.text())
      .replaceAll(/<script[\s\S]*?<\/script>/g, '')
      .replaceAll(/<link[^>]*modulepreload[^>]*>/g, '');
    await route.fulfill({ response: answer, body: html });
  });
  await page.goto(origin + address);
}

export async function openPage(
  browser: Browser,
  kind: Kind,
  { origin, notes, bundle }: { origin: string; notes: number; bundle: Bundle },
): Promise<Opened> {
  const context = await openContext(browser);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const close = () => context.close();
  if (kind === 'ours') {
    const drawn = await openOurs(page, origin, notes);
    return { page, cdp, drawn, before: null, close };
  }
  await openPlain(page, origin);
  await page.addStyleTag({ content: bundle.style });
  await page.addScriptTag({ content: bundle.script });
  await page.evaluate(() => globalThis.peers.load());
  const before = await memory(cdp);
  const drawn = await page.evaluate((which) => globalThis.peers[which](), kind);
  return { page, cdp, drawn, before, close };
}
