import { expect } from 'vitest';
import words from '../messages/en/search.json' with { type: 'json' };
import notes from '../messages/en/notes.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { signUp } from './support/people.ts';

const clause = '/t/ncss-2016/3.1.1.3';

journey.for([true, false])(
  'who searches the Chinese finds the note on the English of the clause (script: %s)',
  async (script, { open }) => {
    const page = await open({ script });
    const mark = `Heron${String(script)}`;
    await signUp(page, `Seeker ${String(script)}`);
    await page.goto(clause);
    const field = page.getByLabel(notes.write_label.replace('{address}', '3.1.1.3'), {
      exact: true,
    });
    if (!(await field.isVisible()))
      await page.getByText(notes.write_open.replace('{address}', '3.1.1.3')).first().click();
    await field.fill(`The English says *double standards*, ${mark}`);
    await page.getByRole('button', { name: notes.write_submit, exact: true }).click();
    await page.locator('.note', { hasText: mark }).waitFor();

    await page.getByRole('link', { name: words.search_title, exact: true }).click();
    await page.getByLabel(words.search_label).fill('双重标准');
    await page.getByRole('button', { name: words.search_submit, exact: true }).click();
    await page.locator('mark', { hasText: '双重标准' }).waitFor();
    await axe(page);
    const there = page.getByRole('link', {
      name: new RegExp(words.search_notes_there.replace('{count}', '\\d+')),
    });
    await there.click();
    await page.locator('.note', { hasText: mark }).waitFor();

    await page.goto(`/search?q=${mark.toLowerCase()}`);
    await page.locator('mark', { hasText: mark }).waitFor();
    expect(await page.locator('li p:lang(zh)').first().innerText()).toContain(
      '任何国家都不搞网络霸权',
    );
    // A facet narrows, and is taken away again.
    const facet = page.getByRole('main').getByRole('link', { name: /Comment/ });
    await facet.click();
    await facet.and(page.locator('[aria-current]')).click();
    await page.waitForURL((url) => !url.search.includes('kind='));
    await page.getByText(mark).first().waitFor();
  },
);
