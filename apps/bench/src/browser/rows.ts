import { startSite } from '@glossator/standalone/test-site';
import { launch } from '@glossator/web/browser';
import type { Browser } from 'playwright-core';
import { populateMarks } from '../data/populate-marks.ts';
import { say, type Ground } from '../ground.ts';
import type { Row } from '../report.ts';
import { bundlePeers, type Bundle } from './bundle.ts';
import { Figures, rowsOf } from './figures.ts';
import { kinds, memory, openContext, openPage, type Kind } from './pages.ts';
import { press } from './press.ts';
import { scroll } from './scroll.ts';

const sizes = [0, 1_000, 10_000] as const;
const rounds = 5;
const paints = 9;

interface Place {
  readonly origin: string;
  readonly notes: number;
  readonly bundle: Bundle;
}

async function visit(browser: Browser, kind: Kind, place: Place, figures: Figures): Promise<void> {
  const { notes } = place;
  const { page, cdp, drawn, before, close } = await openPage(browser, kind, place);
  try {
    await page.waitForTimeout(500);
    figures.add(`memory ${kind}`, notes, (await memory(cdp)) - (before ?? 0));
    if (notes === 0) return;
    figures.add(`drawn ${kind}`, notes, drawn);
    for (const overText of [false, true]) {
      const { work, longest } = await scroll(page, cdp, overText);
      const how = overText ? 'mouse' : 'away';
      figures.add(`work ${how} ${kind}`, notes, work);
      figures.add(`longest ${how} ${kind}`, notes, longest);
    }
    if (kind !== 'bare') figures.add(`press ${kind}`, notes, await press(page, kind));
  } finally {
    await close();
  }
}

async function firstPaint(browser: Browser, origin: string): Promise<number> {
  const context = await openContext(browser);
  try {
    const page = await context.newPage();
    await page.goto(`${origin}/t/ncss-2016`);
    await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint').length > 0,
    );
    return await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    );
  } finally {
    await context.close();
  }
}

/** Our reader in a real browser beside one bare highlight and beside Recogito, the same text and notes. */
export async function browserRows(ground: Ground): Promise<Row[]> {
  const bundle = await bundlePeers();
  const sites: { origin: string; notes: number; stop: () => Promise<void> }[] = [];
  const { browser, close } = await launch();
  const figures = new Figures();
  try {
    for (const notes of sizes) {
      const database = await ground.database(`marks_${String(notes)}`, (client) =>
        populateMarks(client, notes),
      );
      const settings = { DATABASE_URL: database.owner, APP_DATABASE_URL: database.app };
      const site = await startSite({ ...settings, TRUST_PROXY: 'loopback' });
      ground.onClose(site.stop);
      sites.push({ origin: site.origin, notes, stop: site.stop });
    }
    say(`First paint: ${String(paints)} rounds. Reading: ${String(rounds)} rounds.`);
    for (let round = 0; round <= paints; round += 1)
      for (const { origin, notes } of sites.slice(0, 2)) {
        const painted = await firstPaint(browser, origin);
        // The first round fills caches.
        if (round > 0) figures.add('paint', notes, painted);
      }
    for (let round = 0; round < rounds; round += 1)
      for (const { origin, notes } of sites)
        for (const kind of kinds)
          if (notes > 0 || kind === 'ours')
            await visit(browser, kind, { origin, notes, bundle }, figures);
  } finally {
    await close();
    for (const { stop } of sites) await stop();
  }
  return rowsOf(figures, sizes);
}
