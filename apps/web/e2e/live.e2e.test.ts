import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import words from '../messages/en/live.json' with { type: 'json' };
import notes from '../messages/en/notes.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { reply, unfold, write } from './support/notes.ts';
import { signUp } from './support/people.ts';

const clause = '/t/ncss-2016/2.0.4.1';
const fill = (text: string, values: Record<string, string>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');

async function post(page: Page, body: string, address = '2.0.4.1'): Promise<void> {
  const field = page.getByLabel(fill(notes.write_label, { address }), { exact: true });
  if (!(await field.isVisible()))
    await page.getByText(fill(notes.write_open, { address })).first().click();
  await field.fill(body);
  await page.getByRole('button', { name: notes.write_submit, exact: true }).click();
  await page.locator('.note', { hasText: body }).waitFor();
}

journey(
  'two people see each other write, and nothing half-typed is lost',
  async ({ open }) => {
    const ada = await open();
    const ben = await open({ size: { width: 390, height: 800 } });
    await signUp(ada, 'Ada Live');
    await signUp(ben, 'Ben Live');
    await ada.goto(clause);
    await post(ada, 'The first word');
    await ben.goto(`${clause}#thread`);
    const first = ben.locator('.note', { hasText: 'The first word' });
    await first.getByRole('link', { name: notes.note_reply }).click();
    const reply = ben.getByLabel(fill(notes.reply_label, { name: 'Ada Live' }));
    await reply.pressSequentially('Half a sente', { delay: 450 });
    await ada.getByText(words.live_writing).waitFor();

    await post(ada, 'A second word, meanwhile');
    await ben.locator('.note', { hasText: 'A second word, meanwhile' }).waitFor({ timeout: 3_000 });
    await ben.getByText(fill(words.live_new, { name: 'Ada Live' })).waitFor();
    expect(await reply.inputValue()).toBe('Half a sente');
    expect(await reply.evaluate((field) => field === document.activeElement)).toBe(true);
    await axe(ben);

    await reply.pressSequentially('nce.');
    await ben.getByRole('button', { name: notes.reply_submit }).click();
    await ada.locator('.note', { hasText: 'Half a sentence.' }).waitFor({ timeout: 3_000 });
    // What was withdrawn goes from the other's page as well.
    await (
      await unfold(ada.locator('.note', { hasText: 'A second word' }))
    )
      .getByRole('link', { name: notes.note_delete })
      .click();
    await ada.getByRole('button', { name: notes.delete_submit }).click();
    await ben
      .locator('.note', { hasText: 'A second word, meanwhile' })
      .waitFor({ state: 'detached', timeout: 5_000 });
  },
  120_000,
);

journey('seven tabs share one stream', async ({ open }) => {
  const first = await open();
  await signUp(first, 'Many Tabs');
  const context = first.context();
  let streams = 0;
  context.on('request', (request) => {
    if (request.url().includes('/api/live?')) streams += 1;
  });
  const tabs = [first];
  for (let n = 1; n < 7; n += 1) tabs.push(await context.newPage());
  for (const tab of tabs) await tab.goto(clause);
  await first.waitForTimeout(3_500);
  const [writer, ...others] = tabs;
  if (writer === undefined) throw new Error('no tab');
  await post(writer, 'Seen in seven tabs');
  for (const tab of others)
    await tab.locator('.note', { hasText: 'Seen in seven tabs' }).waitFor({ timeout: 5_000 });
  expect(streams).toBe(1);
  // The one that holds it goes: another takes over.
  await writer.close();
  const [next, ...rest] = others;
  if (next === undefined) throw new Error('no tab');
  await next.waitForTimeout(500);
  await post(next, 'And after the first is closed');
  for (const tab of rest)
    await tab
      .locator('.note', { hasText: 'And after the first is closed' })
      .waitFor({ timeout: 5_000 });
  expect(streams).toBe(2);
});

journey('a note that arrives folds nothing away that somebody has open', async ({ open }) => {
  const address = '2.0.3.1';
  const ada = await open();
  const ben = await open();
  await signUp(ada, 'Ada Folds');
  await signUp(ben, 'Ben Folds');
  // The form of a clause on which nobody has written stands open.
  await ada.goto(`/t/ncss-2016/${address}`);
  await ben.goto(`/t/ncss-2016/${address}`);
  const form = ada.getByLabel(fill(notes.write_label, { address }), { exact: true });
  await form.pressSequentially('First w');
  await post(ben, 'First of all', address);
  await ada.locator('.note', { hasText: 'First of all' }).waitFor({ timeout: 6_000 });
  await form.pressSequentially('ords');
  expect(await form.inputValue()).toBe('First words');
  expect(await form.evaluate((field) => field === document.activeElement)).toBe(true);

  const thread = await ben.locator('.thread').first().getAttribute('aria-labelledby');
  const root = ben.locator('.note').first();
  const parent = (await root.getAttribute('id'))?.slice(2) ?? '';
  for (let n = 1; n <= 17; n += 1) await reply(ben, parent, `Answer ${String(n)}`);
  await ada.reload();
  const rest = ada.locator(`[aria-labelledby="${thread ?? ''}"] details`);
  await rest.getByText(fill(notes.thread_rest, { count: '6' })).click();
  await rest.getByText('Answer 17').waitFor();
  await reply(ben, parent, 'Answer 18');
  await rest.getByText('Answer 18').waitFor({ timeout: 6_000 });
});

journey.for([
  ['beside the text', { width: 1280, height: 800 }],
  ['in the sheet of a phone', { width: 390, height: 844 }],
] as const)(
  'among many notes one that arrives above moves nothing: %s',
  async ([, size], { open }) => {
    const address = size.width < 600 ? '2.0.6.1' : '2.0.6.2';
    const ada = await open();
    const ben = await open({ size });
    await signUp(ada, 'Ada Writes');
    for (let n = 1; n <= 40; n += 1)
      await write(ada, {
        target: address,
        body: `Note ${String(n)}. ${'Much is said. '.repeat(n % 9)}`,
      });
    await ben.goto(`/t/ncss-2016/${address}#thread`);
    const read = ben.locator('.note', { hasText: 'Note 20.' });
    await read.waitFor();
    // Twice: what was never in sight has had a height that was guessed.
    for (let n = 0; n < 2; n += 1) {
      await read.evaluate((note) => {
        note.scrollIntoView({ block: 'center' });
      });
      await ben.waitForTimeout(300);
    }
    const top = () => read.evaluate((note) => note.getBoundingClientRect().top);
    const before = await top();
    await write(ada, { target: address, body: 'Newest of all' });
    await ben.locator('.note', { hasText: 'Newest of all' }).waitFor({ state: 'attached' });
    await ben.waitForTimeout(300);
    expect(Math.abs((await top()) - before)).toBeLessThan(2);
    await axe(ben);
  },
);
