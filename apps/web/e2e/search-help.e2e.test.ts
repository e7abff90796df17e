import { expect } from 'vitest';
import search from '../messages/en/search.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { write } from './support/notes.ts';
import { signUp } from './support/people.ts';

const mark = () => Math.random().toString(36).slice(2, 8);

journey('a search is completed by keys, and Enter still sends it', async ({ open }) => {
  const page = await open();
  const id = mark();
  await signUp(page, `Sven ${id}`);
  await write(page, { target: '3.1.1.3', body: `Found ${id}`, tags: [`two words ${id}`] });
  await page.goto('/search');
  const field = page.getByLabel(search.search_label);
  const list = page.getByRole('listbox');
  const option = (name: string) => list.getByRole('option', { name });

  await field.pressSequentially('ta');
  await option('tag:').waitFor();
  expect(await field.getAttribute('role')).toBe('combobox');
  expect(await field.getAttribute('aria-expanded')).toBe('true');
  expect(await field.getAttribute('aria-activedescendant')).toBeNull();
  await field.press('ArrowDown');
  expect(await field.getAttribute('aria-activedescendant')).not.toBeNull();
  await axe(page);
  await field.press('Enter');
  expect(await field.inputValue()).toBe('tag:');
  await field.pressSequentially(`"two words ${id.slice(0, 3)}`);
  await option(`two words ${id}`).waitFor();
  await field.press('ArrowDown');
  await field.press('Tab');
  expect(await field.inputValue()).toBe(`tag:"two words ${id}" `);

  await field.pressSequentially(`by:sven-${id.slice(0, 4)}`);
  await option(`Sven-${id}`).click();
  await field.pressSequentially('in:3.1.1');
  await option('3.1.1.3').first().waitFor();
  await field.press('Escape');
  await list.waitFor({ state: 'detached' });
  await field.press('Shift+Home');
  await field.pressSequentially(`by:Sven-${id} since:`);
  await option('today').waitFor();
  // Nothing is chosen: Enter sends what stands there.
  await field.press('Backspace');
  await field.press('Backspace');
  await field.fill(`by:Sven-${id} kind`);
  await option('kind:').waitFor();
  await field.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('q') === `by:Sven-${id} kind`);
  await list.waitFor({ state: 'detached' });
});

journey('nothing comes between while Chinese is being composed', async ({ open }) => {
  const page = await open({ language: 'zh-CN' });
  await page.goto('/search');
  const field = page.locator('#q');
  await field.click();
  await field.pressSequentially('kind:');
  const list = page.getByRole('listbox');
  await list.waitFor();
  await field.press('Escape');
  await field.fill('');
  const keys = await page.context().newCDPSession(page);
  await keys.send('Input.imeSetComposition', { text: 'ki', selectionStart: 2, selectionEnd: 2 });
  await page.waitForTimeout(600);
  expect(await list.count()).toBe(0);
  await keys.send('Input.insertText', { text: '可' });
  await page.waitForTimeout(600);
  expect(await list.count()).toBe(0);
  expect(await field.inputValue()).toBe('可');
});

journey('without script the field stands alone, with what may be typed', async ({ open }) => {
  const page = await open({ script: false });
  await page.goto('/search');
  await page.getByText(search.search_operators).click();
  await axe(page);
  await page.getByRole('link', { name: 'kind:question' }).first().click();
  expect(await page.getByLabel(search.search_label).inputValue()).toBe('kind:question');
});
