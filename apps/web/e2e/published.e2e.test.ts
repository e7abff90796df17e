import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import writing from '../messages/en/notes.json' with { type: 'json' };
import words from '../messages/en/published.json' with { type: 'json' };
import chinese from '../messages/zh-Hans/published.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { signUp } from './support/people.ts';
import { theSite } from './support/site.ts';
import { askOwner } from '../../standalone/src/check/ask-owner.ts';

const notes = '/c/ncss-2016-textual-notes';
const phone = { width: 390, height: 844 };
const follow = (page: Page, name: string | RegExp) =>
  page
    .getByRole('main')
    .getByRole('link', typeof name === 'string' ? { name, exact: true } : { name })
    .first()
    .click();
const at = (page: Page): string => new URL(page.url()).pathname;
const arrive = (page: Page, path: string) => page.waitForURL((url) => url.pathname === path);
const headings = (page: Page): Promise<number[]> =>
  page
    .locator('main :is(h1, h2, h3, h4, h5, h6)')
    .evaluateAll((all) => all.map(({ tagName }) => Number(tagName.slice(1))));

/** One h1, first, and no level skipped on the way down. */
async function orderly(page: Page): Promise<void> {
  const levels = await headings(page);
  expect(levels[0]).toBe(1);
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  for (const [index, level] of levels.entries())
    if (index > 0) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
}

for (const script of [true, false])
  journey(
    `a published commentary is found, read and cited (script: ${String(script)})`,
    async ({ open }) => {
      const page = await open({ script });
      const checked = async () => {
        await orderly(page);
        if (script) await axe(page);
      };
      await page.goto('/');
      await follow(page, words.pub_home);
      await arrive(page, '/c');
      await page.getByText('Not peer-reviewed.').first().waitFor();
      await checked();
      await follow(page, /^Textual notes on the National/);
      await arrive(page, notes);
      await page.getByText(words.pub_entries.replace('{count}', '80')).waitFor();
      const { sha256 } = (await (
        await page.request.get('/api/releases/ncss-2016-textual-notes')
      ).json()) as { sha256: string };
      await page.getByText(sha256, { exact: true }).waitFor();
      await page.getByText('en-creemers 1.0.0').waitFor();
      await checked();

      // An entry, with the words of both languages, leads to the text and to other entries.
      await page.getByRole('link', { name: /^T40/ }).click();
      await arrive(page, `${notes}@1.0/T40`);
      await page.locator('q:lang(zh)', { hasText: '保护本国信息系统和信息资源' }).waitFor();
      await page.locator('q:lang(en)', { hasText: 'all countries’ information systems' }).waitFor();
      await checked();
      await follow(page, 'T41');
      await arrive(page, `${notes}@1.0/T41`);
      await page.locator('main nav a[rel=prev]').click();
      await arrive(page, `${notes}@1.0/T40`);
      await follow(page, '3.1.1.2b');
      await arrive(page, '/t/ncss-2016/3.1.1.2b');

      // Beside the text: folded, and from there back to its own page.
      await page.goto('/t/ncss-2016/3.1.1.2');
      const beside = page.locator('#thread .commentary');
      const entry = beside.locator('details', { hasText: 'A right that ends' });
      expect(await entry.getByText('A right that ends at the border').isVisible()).toBe(false);
      await entry.locator('summary').click();
      await entry.getByText('A right that ends at the border').waitFor();
      if (script) await axe(page);
      await entry.getByRole('link', { name: new RegExp(words.said_page) }).click();
      await arrive(page, `${notes}@1.0/T40`);
      await page.goto('/t/ncss-2016/4.3.1.2');
      expect(await page.locator('#thread .commentary').count()).toBe(0);

      // The whole of it.
      await page.goto(`${notes}@1.0/T12`);
      await follow(page, words.pub_in_book);
      await arrive(page, `${notes}@1.0/book`);
      expect(new URL(page.url()).hash).toBe('#p13');
      expect(await page.locator('article').count()).toBe(81);
      expect(await (await page.request.get(`${notes}@1.0/book`)).text()).not.toContain('<script');
      await checked();
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('body > * header.ui').first().isVisible()).toBe(false);
      await page.getByText(`${notes}@1.0`).last().waitFor();
      await page.emulateMedia({ media: 'screen' });
    },
    120_000,
  );

for (const script of [true, false])
  journey(
    `a note cites an entry, which is followed to its page (script: ${String(script)})`,
    async ({ open }) => {
      const clause = '/t/ncss-2016/2.0.5.1';
      const author = await open({ script });
      await signUp(author, 'Rita Reader');
      await author.goto(clause);
      const field = author.getByLabel(writing.write_label.replace('{address}', '2.0.5.1'), {
        exact: true,
      });
      if (!(await field.isVisible()))
        await author.getByText(writing.write_open.replace('{address}', '2.0.5.1')).first().click();
      const said = `Said before, ${randomUUID()}`;
      await field.fill(`${said}: [[ncss-2016-textual-notes/T12]], of [[4.3.1.2]].`);
      await author.getByRole('button', { name: writing.write_submit, exact: true }).click();
      await author.getByRole('article').filter({ hasText: said }).first().waitFor();

      const page = await open({ script });
      await page.goto(clause);
      const link = page
        .getByRole('article')
        .filter({ hasText: said })
        .getByRole('link', { name: 'ncss-2016-textual-notes T12', exact: true });
      if (script) {
        await link.hover();
        const card = page.getByRole('tooltip');
        await card.getByText('T12', { exact: true }).waitFor();
        await card.getByText('Textual notes on the National', { exact: false }).waitFor();
        await axe(page);
        await page.keyboard.press('Escape');
        await card.waitFor({ state: 'detached' });
      }
      await link.click();
      await arrive(page, `${notes}/T12`);
      await page.getByRole('heading', { level: 1, name: /^T12/ }).waitFor();
      // From there references lead on: to another entry of the release, and to the text.
      await page.locator('main article a[data-ref=clause]').first().click();
      await page.waitForURL((url) => url.pathname.startsWith('/t/ncss-2016/'));
    },
  );

journey('what is not there says what is', async ({ open }) => {
  const page = await open();
  for (const [path, sentence, way] of [
    ['/c/no-such-notes', 'no-such-notes', words.pub_all],
    ['/c/NCSS-2016-textual-notes', 'NCSS-2016-textual-notes', words.pub_all],
    [`${notes}@7.0`, 'It has: 1.0.', words.pub_open_newest],
    [`${notes}@x`, 'It has: 1.0.', words.pub_open_newest],
    [`${notes}@1.0/t12`, 'T1 to T80', words.pub_open_contents],
    [`${notes}@1.0/part/999`, words.pub_no_part, words.pub_open_contents],
    [`${notes}@1.0/book/2`, words.pub_no_page.replace('{count}', '1'), words.pub_read_whole],
  ] as const) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    expect(at(page)).toBe(path);
    await page.getByText(sentence).waitFor();
    await follow(page, way);
    await page.waitForURL((url) => url.pathname !== path);
  }
  await axe(page);
});

journey('on a phone, in Chinese, dark', async ({ open }) => {
  const page = await open({ language: 'zh-CN', dark: true, size: phone });
  for (const path of [
    '/c',
    notes,
    `${notes}@1.0/part/1`,
    `${notes}@1.0/T66`,
    `${notes}@1.0/book`,
  ]) {
    await page.goto(path);
    await orderly(page);
    await axe(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, path).toBeLessThanOrEqual(phone.width);
  }
  await page.goto(notes);
  await page.getByRole('link', { name: chinese.pub_begin, exact: true }).click();
  await arrive(page, `${notes}@1.0/part/1`);
  await page.goto('/t/ncss-2016/3.1.1.2');
  await page.locator('.bar .said', { hasText: '评注' }).waitFor();
});

journey('a release that was superseded or retracted says so, and stays', async ({ open }) => {
  const slug = `law-${randomUUID().slice(0, 8)}`;
  await askOwner(
    theSite.ownerUrl,
    `with known as (select * from commentary where slug = 'ncss-2016-textual-notes'),
         named as (insert into commentary_slug values ('${slug}')),
         made as (insert into commentary (id, work_id, slug, title, language)
           select gen_random_uuid(), work_id, '${slug}', title, language from known returning id),
         released as (
           insert into commentary_release (id, commentary_id, major, minor, document, sha256, front, released_at, retracted_at, retraction)
           select gen_random_uuid(), made.id, 1, m, r.document, r.sha256,
             r.front || jsonb_build_object('slug', '${slug}', 'number', '1.' || m, 'change', 'Change ' || m),
             now(), case m when 1 then now() end, case m when 1 then 'It was wrong.' else '' end
           from known join commentary_release r on r.commentary_id = known.id, made, generate_series(0, 2) m
           returning id, commentary_id)
       select 1`,
  );
  await askOwner(
    theSite.ownerUrl,
    `insert into release_part (release_id, n, kind, label, title, words, places, body, born)
     select r.id, 1, 'entry', 'A1', 'The only one', 3, '[]', 'Words of it.', '1.0#1'
     from commentary_release r join commentary c on c.id = r.commentary_id where c.slug = '${slug}'`,
  );
  const page = await open();
  await page.goto(`/c/${slug}@1.0`);
  await page.getByText(words.pub_superseded.replace('{number}', '1.0')).waitFor();
  await axe(page);
  await follow(page, words.pub_to_release.replace('{number}', '1.2'));
  await arrive(page, `/c/${slug}@1.2`);
  expect(await page.getByRole('note').count()).toBe(0);
  await page.getByText('Change 1', { exact: true }).waitFor();
  await page.goto(`/c/${slug}@1.1/A1`);
  await page.getByRole('note').getByText('It was wrong.').waitFor();
  await page.getByText('Words of it.').waitFor();
  await axe(page);
});
