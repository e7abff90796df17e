import type { Page } from 'playwright-core';
import en from '../../messages/en/ledger.json' with { type: 'json' };

/** How often each of these was said. */
export function tally(said: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const each of said.toSorted()) counts[each] = (counts[each] ?? 0) + 1;
  return counts;
}

/** The whole ledger, page after page: `what: reason`, and whether it was taken back. */
export async function readLedger(page: Page): Promise<{ said: string; undone: boolean }[]> {
  const rows: { said: string; undone: boolean }[] = [];
  const undone = en.ledger_undone.split('{')[0] ?? '';
  const because = en.ledger_reason_is.split('{')[0] ?? '';
  await page.goto('/ledger');
  for (;;) {
    const texts = await page.locator('ol.rows > li').evaluateAll((all) =>
      all.map((each) => ({
        what: each.querySelector('strong')?.textContent ?? '',
        lines: [...each.querySelectorAll('p')].map((line) => line.textContent.trim()),
      })),
    );
    for (const { what, lines } of texts) {
      const reason = lines.find((line) => line.startsWith(because))?.slice(because.length) ?? '';
      rows.push({
        said: `${what}: ${reason}`,
        undone: lines.some((line) => line.startsWith(undone)),
      });
    }
    const next = page.getByRole('link', { name: en.ledger_next, exact: true });
    if ((await next.count()) === 0) return rows;
    await page.goto((await next.getAttribute('href')) ?? '');
  }
}

/** A table of the transparency report: its lines with their numbers, without those that are nought. */
export async function readTable(page: Page, title: string): Promise<Record<string, number>> {
  const rows = await page
    .getByRole('table', { name: title, exact: true })
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((each): [string, number] => [
        each.querySelector('th')?.textContent ?? '',
        Number(each.querySelector('td')?.textContent),
      ]),
    );
  return Object.fromEntries(rows.filter(([, count]) => count > 0));
}
