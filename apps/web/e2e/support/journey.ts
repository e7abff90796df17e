import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { collectComplaints } from './complaints.ts';
import { start } from './launch.ts';
import type {} from './setup-browser.ts';
import { theSite, type Site } from './site.ts';

export interface Visit {
  /** False: a browser with JavaScript switched off. */
  readonly script?: boolean;
  readonly language?: 'en' | 'zh-CN';
  readonly dark?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
  /** The server goes away in this test: that it was not reached is no complaint. */
  readonly outage?: boolean;
  /** Where it is not the site that all tests share. */
  readonly site?: Site;
}

export type Open = (visit?: Visit) => Promise<Page>;

/** Contexts in which no script of any kind runs. */
export const withoutScript = new WeakSet<BrowserContext>();

let visitors = 0;

/** Each browser comes from an address of its own, as people do: budgets are counted by address. */
export function nextAddress(): string {
  visitors += 1;
  return `10.${String(process.pid % 256)}.${String(visitors >> 8)}.${String(visitors & 255)}`;
}

/** Tests in a real browser: one for the file, a context of its own for every page opened. */
export const journey = test
  // eslint-disable-next-line no-empty-pattern -- the runner reads the names of what is needed here
  .extend<'browser', Browser>('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await start(inject('chromium'));
    onCleanup(() => browser.close());
    return browser;
  })
  .extend<'open', Open>('open', async ({ browser }, { onCleanup }) => {
    const closing: (() => Promise<void>)[] = [];
    const seen: (readonly string[])[] = [];
    onCleanup(async () => {
      for (const close of closing) await close();
      expect(seen.flat(), 'complaints of the browser').toEqual([]);
    });
    return async (visit = {}) => {
      const { script = true, language = 'en', dark = false, size, outage = false } = visit;
      const context = await browser.newContext({
        baseURL: (visit.site ?? theSite).origin,
        javaScriptEnabled: script,
        locale: language,
        colorScheme: dark ? 'dark' : 'light',
        viewport: size ?? { width: 1280, height: 800 },
        reducedMotion: 'reduce',
        extraHTTPHeaders: { 'x-forwarded-for': nextAddress() },
      });
      if (!script) withoutScript.add(context);
      context.setDefaultTimeout(20_000);
      closing.push(() => context.close());
      seen.push(collectComplaints(context, outage));
      return context.newPage();
    };
  });
