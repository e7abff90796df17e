import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import reader from '../messages/en/reader.json' with { type: 'json' };
import moderation from '../messages/en/moderation.json' with { type: 'json' };
import notes from '../messages/en/notes.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { unfold } from './support/notes.ts';
import { administrator, signUp } from './support/people.ts';

const on = (address: string) => notes.write_label.replace('{address}', address);

/** The form stands open where nobody has written yet, and behind its title elsewhere. */
async function form(page: Page, address: string) {
  const field = page.getByLabel(on(address), { exact: true });
  if (!(await field.isVisible()))
    await page.getByText(notes.write_open.replace('{address}', address)).first().click();
  return field;
}

async function post(page: Page, address: string, text: string): Promise<void> {
  await page.goto(`/t/ncss-2016/${address}`);
  await (await form(page, address)).fill(text);
  await page.getByRole('button', { name: notes.write_submit, exact: true }).click();
  await noteWith(page, text).waitFor();
}

const noteWith = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });

describe('addresses', () => {
  journey('every kind opens what it names', async ({ open }) => {
    const page = await open({ script: false });
    for (const [address, said] of [
      ['4.3.1.2', '采取一切必要措施'],
      ['4.3', '（三）保护关键信息基础设施'],
      ['2.0.2.1-2.0.3.2', 'Cybersecurity talents are to satisfy demands'],
      ['4.2.1.1b', '窃取、泄露国家秘密'],
    ] as const) {
      const answer = await page.goto(`/t/ncss-2016/${address}`);
      expect(answer?.status(), address).toBe(200);
      expect(await page.locator('main').innerText(), address).toContain(said);
    }
    const pinned = await page.goto('/t/ncss-2016@en-creemers:1.0.0/2.0.5.1');
    expect(pinned?.status()).toBe(200);
    expect(await page.locator('body').innerText()).toContain(reader.pinned_notice);
    await page.goto('/id/s-ck0wd8v6');
    expect(new URL(page.url()).pathname).toBe('/t/ncss-2016/4.3.1.2');
  });

  journey('a clause is found as it is cited, in either language', async ({ open }) => {
    const page = await open({ script: false });
    for (const citation of ['IV(3) ¶1 s. 2', '四（三）第1段第2句', '4.3.1.2']) {
      await page.goto('/t/ncss-2016');
      // Contents stand beside the text where there is room, and behind their title elsewhere.
      const field = page.getByLabel(reader.go_label).filter({ visible: true });
      if ((await field.count()) === 0)
        await page.getByText(reader.contents_title, { exact: true }).first().click();
      await field.fill(citation);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/t/ncss-2016/4.3.1.2#thread');
      await page.goto(`/t/ncss-2016/${encodeURIComponent(citation)}`);
      expect(new URL(page.url()).pathname, citation).toBe('/t/ncss-2016/4.3.1.2');
    }
    await page.goto('/t/ncss-2016/go?c=the+clause+on+hosts');
    expect(await page.getByLabel(reader.go_label).inputValue()).toBe('the clause on hosts');
    expect(await page.locator('main').innerText()).toContain('the clause on hosts');
    await axe(page);
  });

  journey('what is not there says what to do', async ({ open }) => {
    const page = await open({ script: false });
    for (const [address, status] of [
      ['/t/unknown', 404],
      ['/t/ncss-2016/9.9.9.9', 404],
      ['/t/ncss-2016/4.3.2-4.3.1', 422],
      ['/t/ncss-2016@en-creemers:7.0.0/4.3', 422],
      [`/t/ncss-2016/${'4'.repeat(10_000)}`, 414],
      ['/id/s-00000000', 404],
      ['/n/00000000-0000-4000-8000-000000000000', 404],
    ] as const) {
      const answer = await page.goto(address);
      expect(answer?.status(), address.slice(0, 40)).toBe(status);
      expect(
        await page.locator('main a, #content a').count(),
        address.slice(0, 40),
      ).toBeGreaterThan(0);
    }
    await page.goto('/t/ncss-2016/4.3.2-4.3.1');
    await page.getByRole('link', { name: '4.3.1-4.3.2' }).click();
    expect(new URL(page.url()).pathname).toBe('/t/ncss-2016/4.3.1-4.3.2');
  });

  journey('the plain text has a line for each segment', async ({ open }) => {
    const page = await open();
    for (const edition of ['zh-cac', 'en-creemers'])
      for (const address of [
        `/t/ncss-2016.${edition}.txt`,
        `/t/ncss-2016.${edition}@1.0.0.txt?form=diplomatic`,
      ]) {
        const answer = await page.request.get(address);
        expect(answer.headers()['content-type'], address).toBe('text/plain; charset=utf-8');
        const lines = (await answer.text()).split('\n');
        expect(lines.pop(), address).toBe('');
        expect(lines).toHaveLength(142);
        for (const line of lines) expect(line).toMatch(/^\d+(\.\d+){2,3}\t/);
      }
    expect(await (await page.request.get('/t/ncss-2016.en-creemers.txt')).text()).toContain(
      '\n4.3.1.2\t\n',
    );
  });
});

journey('a language alone has the whole width of its row', async ({ open }) => {
  const page = await open({ size: { width: 1280, height: 800 } });
  for (const [view, columns] of [
    ['both', 2],
    ['zh', 1],
    ['en', 1],
  ] as const) {
    await page.goto(`/t/ncss-2016/3.2.1.1?view=${view}`);
    const [row, ...passages] = await page
      .locator('#c-3-2-1-1 .texts, #c-3-2-1-1 .passage')
      .evaluateAll((boxes) => boxes.map((box) => box.getBoundingClientRect().width));
    expect(passages).toHaveLength(columns);
    const taken = passages.reduce((sum, width) => sum + width, 0);
    expect(taken / (row ?? 0), view).toBeGreaterThan(0.9);
  }
});

journey('the whole way by keyboard alone', async ({ open }) => {
  const page = await open({ size: { width: 1440, height: 900 } });
  await signUp(page, 'Kai Keyboard');
  await page.goto('/t/ncss-2016/3.2.1.1');
  // Addresses leave the order of Tab once script is there; a key pressed before it is nobody's.
  await page.locator('.row .address[tabindex="-1"]').first().waitFor();
  await page.locator('#c-3-2-1-1').focus();
  await page.keyboard.press('j');
  await page.waitForURL('**/3.2.1.2');
  await page.keyboard.press('k');
  await page.waitForURL('**/3.2.1.1');
  await page.keyboard.press('j');
  await page.waitForURL('**/3.2.1.2');
  await page.keyboard.press('Enter');
  const field = page.getByLabel(on('3.2.1.2'), { exact: true });
  await field.waitFor();
  await expect.poll(() => field.evaluate((node) => node === document.activeElement)).toBe(true);
  // The keys of the reader are letters here.
  await page.keyboard.type('jk: on the Charter');
  expect(await field.inputValue()).toBe('jk: on the Charter');
  await page.keyboard.press('Tab');
  for (let n = 0; n < 6; n += 1) {
    const name = await page.evaluate(() => document.activeElement?.textContent.trim());
    if (name === notes.write_submit) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  const note = noteWith(page, 'jk: on the Charter');
  await note.waitFor();
  await expect.poll(() => note.evaluate((node) => node === document.activeElement)).toBe(true);
  await axe(page);
});

journey('a draft outlives the page, and is gone once it is posted', async ({ open }) => {
  const page = await open();
  await signUp(page, 'Dora Draft');
  await page.goto('/t/ncss-2016/3.3.1.1');
  await (await form(page, '3.3.1.1')).fill('Half a thought on law');
  await page.getByText(notes.draft_saved).first().waitFor();
  await page.reload();
  await expect
    .poll(async () => (await form(page, '3.3.1.1')).inputValue())
    .toBe('Half a thought on law');
  // The same draft in another browser of the same person, from the server.
  await page.evaluate(() => {
    localStorage.clear();
  });
  await page.reload();
  await expect
    .poll(async () => (await form(page, '3.3.1.1')).inputValue())
    .toBe('Half a thought on law');
  await page.getByRole('button', { name: notes.write_submit, exact: true }).click();
  await noteWith(page, 'Half a thought on law').waitFor();
  await page.goto('/account/drafts');
  expect(await page.locator('main').innerText()).not.toContain('Half a thought');
});

journey(
  'of two tabs that edit one note the second is told and keeps its text',
  async ({ open }) => {
    const first = await open();
    await signUp(first, 'Tess Tabs');
    await post(first, '3.4.1.1', 'The first wording');
    const second = await first.context().newPage();
    await second.goto('/t/ncss-2016/3.4.1.1');
    for (const page of [first, second])
      await noteWith(page, 'The first wording').getByText(notes.note_edit, { exact: true }).click();
    const edit = async (page: Page, text: string) => {
      const field = page.getByLabel(notes.edit_label, { exact: true });
      await field.fill(text);
      await page
        .locator('form.write')
        .filter({ has: field })
        .getByRole('button', { name: notes.edit_submit, exact: true })
        .click();
    };
    await edit(first, 'From the first tab');
    await noteWith(first, 'From the first tab').waitFor();
    await edit(second, 'From the second tab');
    await second.getByText(notes.edit_stored).waitFor();
    expect(await second.getByLabel(notes.edit_label, { exact: true }).inputValue()).toBe(
      'From the second tab',
    );
    expect(await second.locator('body').innerText()).toContain('From the first tab');
    await axe(second);
  },
);

journey('a double click makes one note', async ({ open }) => {
  const page = await open();
  await signUp(page, 'Dan Double');
  await page.goto('/t/ncss-2016/3.4.1.2');
  await (await form(page, '3.4.1.2')).fill('Once only');
  await page.getByRole('button', { name: notes.write_submit, exact: true }).dblclick();
  await noteWith(page, 'Once only').first().waitFor();
  await page.goto('/t/ncss-2016/3.4.1.2');
  expect(await noteWith(page, 'Once only').count()).toBe(1);
});

describe.each([true, false])('JavaScript %s', (script) => {
  journey('a note is deleted and taken back, hidden and shown again', async ({ open, browser }) => {
    const address = script ? '3.4.1.3' : '3.4.1.4';
    const author = await open({ script });
    await signUp(author, 'Nora Note');
    await post(author, address, `Words to take back ${address}`);
    const note = noteWith(author, `Words to take back ${address}`);
    await (await unfold(note)).getByText(notes.note_delete, { exact: true }).click();
    await author.getByRole('button', { name: notes.delete_submit, exact: true }).click();
    await author.getByRole('button', { name: notes.note_restore }).click();
    await note.waitFor();

    const keeper = await administrator(browser);
    await keeper.goto(`/t/ncss-2016/${address}`);
    const kept = noteWith(keeper, `Words to take back ${address}`);
    await (await unfold(kept)).getByText(notes.note_hide, { exact: true }).click();
    await axe(keeper);
    await keeper.getByLabel(notes.reason_class_label).selectOption('personal-data');
    await keeper.getByLabel(notes.reason_label, { exact: true }).fill('Names a private person.');
    await keeper.getByRole('button', { name: notes.hide_submit, exact: true }).click();
    await keeper.waitForURL('**/t/**');

    const reader = await open({ script });
    await reader.goto(`/t/ncss-2016/${address}`);
    const shown = await reader.locator('body').innerText();
    const why = moderation.reason_personal_data_class;
    expect(shown).toContain(notes.note_hidden_because.replace('{why}', why));
    expect(shown).not.toContain('Words to take back');
    expect(shown).not.toContain('Names a private person.');
    await axe(reader);
    await author.goto(`/t/ncss-2016/${address}`);
    expect(await author.locator('body').innerText()).toContain('Names a private person.');

    await keeper.goto(`/t/ncss-2016/${address}`);
    await (await unfold(kept)).getByText(notes.note_unhide, { exact: true }).click();
    await keeper.getByLabel(notes.reason_label).fill('A mistake.');
    await keeper.getByRole('button', { name: notes.unhide_submit, exact: true }).click();
    await keeper.waitForURL('**/t/**');
    await reader.reload();
    expect(await reader.locator('body').innerText()).toContain('Words to take back');
  });
});

journey('a notebook is its owner’s alone, in the page and in its data', async ({ open }) => {
  const owner = await open();
  await signUp(owner, 'Nell Notebook');
  await owner.goto('/t/ncss-2016/4.1.1.1');
  await (await form(owner, '4.1.1.1')).fill('Xyzzy for myself');
  await owner.getByText(notes.layer_notebook, { exact: true }).first().click();
  await owner.getByRole('button', { name: notes.write_submit, exact: true }).click();
  await noteWith(owner, 'Xyzzy for myself').waitFor();
  const other = await open();
  await signUp(other, 'Otto Other');
  for (const address of ['/t/ncss-2016', '/t/ncss-2016/4.1.1.1', '/t/ncss-2016/4', '/']) {
    await other.goto(address);
    expect(await other.content(), address).not.toContain('Xyzzy');
  }
});

journey('a phone reads within its means: script, fonts, no shift', async ({ open }) => {
  const page = await open({ size: { width: 390, height: 844 } });
  await page.addInitScript(() => {
    const store = window as unknown as { shift: number };
    store.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[])
        if (!entry.hadRecentInput) store.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('/t/ncss-2016/4.3.1.2', { waitUntil: 'networkidle' });
  const weighed = await page.evaluate(() => {
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const weigh = (pattern: RegExp) =>
      resources
        .filter(({ name }) => pattern.test(new URL(name).pathname))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
    return {
      script: weigh(/\.js$/),
      preloadedFonts: [...document.querySelectorAll<HTMLLinkElement>('link[rel=preload][as=font]')]
        .map(({ href }) => resources.find(({ name }) => name === href)?.encodedBodySize ?? 0)
        .reduce((sum, size) => sum + size, 0),
      shift: (window as unknown as { shift: number }).shift,
    };
  });
  expect(weighed.script).toBeGreaterThan(0);
  expect(weighed.script).toBeLessThan(80_000);
  expect(weighed.preloadedFonts).toBeLessThanOrEqual(150_000);
  expect(weighed.shift).toBe(0);
  await axe(page);
});
