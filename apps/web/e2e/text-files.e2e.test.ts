import { expect } from 'vitest';
import words from '../messages/en/text-files.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';

for (const script of [true, false])
  journey(
    `a text is taken away in every form, and a section alone (script: ${String(script)})`,
    async ({ open }) => {
      const page = await open({ script });
      await page.goto('/t/ncss-2016');
      await page.getByRole('link', { name: words.tf_title }).click();
      await page.getByRole('heading', { name: words.tf_title, level: 1 }).waitFor();
      if (script) await axe(page);
      const links = await page
        .getByRole('main')
        .getByRole('link')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
      const files = links.filter((href) => /\.(txt|json|jsonld|xml|tmx|zip)(\?|$)/.test(href));
      expect(files.length).toBeGreaterThanOrEqual(12);
      for (const href of files) {
        const answer = await page.request.get(href);
        expect([href, answer.status()]).toEqual([href, 200]);
        expect((await answer.body()).length).toBeGreaterThan(1_000);
      }
      const section = await page.request.get('/t/ncss-2016/3.1.tei.xml?ed=en-creemers');
      expect(section.headers()['content-type']).toBe('application/tei+xml');
      expect(await section.text()).toContain('n="3.1.1.2"');
      expect((await page.request.get('/t/ncss-2016/9.9.json')).status()).toBe(404);
    },
  );

/** A face for figures that are compared sign by sign: one height, one width. */
journey('digests are set alike wherever they stand', async ({ open }) => {
  const page = await open();
  const faces: string[][] = [];
  for (const address of ['/t/ncss-2016/versions', '/t/ncss-2016/files']) {
    await page.goto(address);
    const digests = page.locator('main code').filter({ hasText: /^[0-9a-f]{64}$/ });
    expect(await digests.count()).toBeGreaterThan(1);
    faces.push(
      await digests.first().evaluate((code) => {
        const { fontFamily, fontVariantNumeric } = getComputedStyle(code);
        return [fontFamily, fontVariantNumeric];
      }),
    );
  }
  expect(faces[0]).toEqual(faces[1]);
  expect(faces[0]).toEqual([expect.stringMatching(/^ui-monospace,/), 'lining-nums tabular-nums']);
});
