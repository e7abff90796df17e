import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import notes from '../messages/en/notes.json' with { type: 'json' };
import reader from '../messages/en/reader.json' with { type: 'json' };
import words from '../messages/en/writing.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { hydrated } from './support/hydrated.ts';
import { mark, wordsIn } from './support/marking.ts';
import { openFold, unfold, write } from './support/notes.ts';
import { signIn, signUp } from './support/people.ts';

const clause = '/t/ncss-2016/2.0.5.1';
const label = notes.write_label.replace('{address}', '2.0.5.1');
const entry = words.target_entry.replace('{number}', 'E1');
const onEntry = reader.entry_write.replace('{number}', 'E1');
const body = (page: Page) => page.getByLabel(label, { exact: true });
const threadWith = (page: Page, text: string) => page.locator('.thread', { hasText: text });

async function send(page: Page, text: string): Promise<void> {
  await body(page).fill(text);
  await page.getByRole('button', { name: notes.write_submit, exact: true }).click();
  await threadWith(page, text).first().waitFor();
}

async function toEntry(page: Page): Promise<void> {
  const link = page.locator('#thread').getByRole('link', { name: onEntry });
  // What is written meanwhile can come with a panel of its own, whose folds are closed.
  await expect
    .poll(
      async () => {
        await openFold(page.locator('#thread summary', { hasText: 'E1' }));
        return link.click({ timeout: 2000 }).then(
          () => true,
          () => false,
        );
      },
      { timeout: 20_000 },
    )
    .toBe(true);
  await page.locator('#write').getByRole('link', { name: entry }).waitFor();
}

for (const script of [true, false])
  journey(
    `an entry of the apparatus is written on (script: ${String(script)})`,
    async ({ open }) => {
      const page = await open({ script });
      await signUp(page, 'Critic');
      await page.goto(clause);
      await toEntry(page);
      if (script)
        await expect
          .poll(() => body(page).evaluate((e) => e === document.activeElement))
          .toBe(true);
      await axe(page);
      const text = `On the reading, script ${String(script)}`;
      await send(page, text);
      const thread = threadWith(page, text);
      await thread.getByRole('link', { name: entry }).waitFor();
      await thread.locator('q:lang(en)', { hasText: 'Openness' }).waitFor();
      // The clause alone, instead.
      await toEntry(page);
      await page
        .getByRole('link', { name: words.pointing_whole.replace('{address}', '2.0.5.1') })
        .click();
      await page.getByText(words.words_label).first().waitFor();
      await send(page, `${text}: on all of it`);
      expect(
        await threadWith(page, 'on all of it').getByRole('link', { name: entry }).count(),
      ).toBe(0);
    },
  );

journey('what is unfolded before the script has come stays unfolded', async ({ open }) => {
  const page = await open();
  await signUp(page, 'Early hand');
  await write(page, { target: '2.0.5.1', body: 'So that the form begins folded' });
  const held: (() => Promise<void>)[] = [];
  let holding = true;
  await page.route(/\/_app\/.*\.js$/, (route) => {
    const go = () => route.continue();
    if (holding) held.push(go);
    else return go();
  });
  await page.goto(clause, { waitUntil: 'commit' });
  const folds = [
    page.locator('#thread details', { has: page.locator('summary', { hasText: 'E1' }) }),
    page.locator('#write'),
  ];
  for (const fold of folds) {
    expect(await fold.getAttribute('open')).toBeNull();
    await fold.locator('summary').first().click();
    expect(await fold.getAttribute('open')).not.toBeNull();
  }
  holding = false;
  await Promise.all(held.map((go) => go()));
  await hydrated(page);
  for (const fold of folds) expect(await fold.getAttribute('open')).not.toBeNull();
});

journey('a visitor is led to sign in, and back to the place', async ({ open }) => {
  const page = await open();
  const member = await signUp(page, 'Returner');
  await page.context().clearCookies();
  await page.goto(clause);
  const link = page.locator('#thread').getByRole('link', { name: onEntry });
  await openFold(page.locator('#thread summary', { hasText: 'E1' }));
  await link.click();
  await page.locator('#write').getByRole('link', { name: notes.write_sign_in }).click();
  await page.locator('#sign-in-email').fill(member.email);
  await page.locator('#sign-in-password').fill(member.password);
  await page.locator('#sign-in button').click();
  await page.locator('#write').getByRole('link', { name: entry }).waitFor();
});

for (const script of [true, false])
  journey(
    `a public note is written about in one’s notebook (script: ${String(script)})`,
    async ({ open }) => {
      const writer = await open();
      const { name } = await signUp(writer, `Author ${String(script)}`);
      const text = `Worth a note ${String(script)}`;
      await write(writer, { target: '2.0.5.1', body: text });
      const page = await open({ script });
      await signUp(page, 'Annotator');
      await page.goto(clause);
      const note = page.getByRole('article').filter({ hasText: text }).first();
      await (await unfold(note)).getByRole('link', { name: notes.note_about, exact: true }).click();
      const about = words.target_note_by.replace('{name}', name);
      await page.locator('#write').getByRole('link', { name: about }).waitFor();
      expect(await page.getByRole('radio', { name: notes.layer_notebook }).isChecked()).toBe(true);
      await axe(page);
      await send(page, `Mine alone ${String(script)}`);
      const thread = threadWith(page, `Mine alone ${String(script)}`);
      await thread.getByText(text).waitFor();
      await thread.getByRole('link', { name: about }).click();
      await page.waitForURL(/note=[0-9a-f-]{36}#n-/);
      // Its author learns nothing of it.
      await writer.goto(clause);
      await writer.getByRole('article').filter({ hasText: text }).first().waitFor();
      expect(await writer.getByText('Mine alone').count()).toBe(0);
    },
  );

journey('a draft brings back what it points at, here and on another device', async ({ open }) => {
  const desk = await open();
  const member = await signUp(desk, 'Drafter');
  const saved = async (text: string): Promise<void> => {
    const kept = desk.waitForResponse(
      (answer) =>
        answer.request().method() === 'PUT' && (answer.request().postData() ?? '').includes(text),
    );
    await body(desk).fill(text);
    expect((await kept).ok()).toBe(true);
  };
  await desk.goto(clause);
  await mark(desk, ['2.0.5.1', '，'], ['2.0.5.1', 'Openness']);
  await desk
    .getByRole('button', { name: words.words_hinge.replace('{address}', '2.0.5.1') })
    .click();
  await expect.poll(() => wordsIn(desk, 'en').inputValue()).toBe('Openness');
  const hinged = await wordsIn(desk, 'zh-Hans').inputValue();
  await saved('Half a thought on the hinge');
  for (const page of [desk, await open(), await open({ script: false })]) {
    if (page === desk) await page.reload();
    else {
      await signIn(page, member);
      await page.goto(clause);
    }
    expect(await body(page).inputValue()).toBe('Half a thought on the hinge');
    expect(await wordsIn(page, 'en').inputValue()).toBe('Openness');
    expect(await wordsIn(page, 'zh-Hans').inputValue()).toBe(hinged);
  }
  // What is pointed at now is kept with what was written already.
  const kept = desk.waitForResponse(
    (answer) =>
      answer.request().method() === 'PUT' && (answer.request().postData() ?? '').includes('E1'),
  );
  await toEntry(desk);
  expect((await kept).ok()).toBe(true);
  await desk.goto(clause);
  await desk.locator('#write').getByRole('link', { name: entry }).waitFor();
  expect(await body(desk).inputValue()).toBe('Half a thought on the hinge');
  await desk.getByRole('button', { name: notes.write_submit, exact: true }).click();
  await threadWith(desk, 'Half a thought').getByRole('link', { name: entry }).waitFor();
  // The form that follows points at nothing.
  await desk.reload();
  expect(await desk.locator('#write').getByRole('link', { name: entry }).count()).toBe(0);
  expect(await desk.locator('textarea[name=words][lang=en]').inputValue()).toBe('');
});
