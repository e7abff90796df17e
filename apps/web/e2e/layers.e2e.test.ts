import { expect } from 'vitest';
import notes from '../messages/en/notes.json' with { type: 'json' };
import words from '../messages/en/layers.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { signUp } from './support/people.ts';

const clause = '/t/ncss-2016/3.3.1.2';

journey.for([true, false])(
  'a note ripens in the notebook and is copied or moved to the public (script: %s)',
  async (script, { open }) => {
    const page = await open({ script });
    await signUp(page, `Ripe ${String(script)}`);
    await page.goto(clause);
    const field = page.getByLabel(notes.write_label.replace('{address}', '3.3.1.2'), {
      exact: true,
    });
    if (!(await field.isVisible()))
      await page.getByText(notes.write_open.replace('{address}', '3.3.1.2')).first().click();
    const body = `Not yet for others, ${String(script)}`;
    await field.fill(body);
    await page.getByLabel(notes.layer_notebook).first().check();
    await page.getByRole('button', { name: notes.write_submit, exact: true }).click();
    const own = page.locator('.thread.notebook', { hasText: body });
    await own.getByRole('link', { name: words.carry_link }).click();
    await page.getByRole('heading', { name: words.carry_title }).waitFor();
    await axe(page);
    await page.getByRole('button', { name: words.carry_copy, exact: true }).click();
    const copied = page.locator('.thread.public', { hasText: body });
    await copied.waitFor();
    expect(await own.count()).toBe(1);

    await own.getByRole('link', { name: words.carry_link }).click();
    await page.getByRole('button', { name: words.carry_move, exact: true }).click();
    await page.locator('.thread.public', { hasText: body }).nth(1).waitFor();
    expect(await own.count()).toBe(0);
  },
);
