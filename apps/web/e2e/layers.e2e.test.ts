import { expect } from 'vitest';
import notes from '../messages/en/notes.json' with { type: 'json' };
import words from '../messages/en/layers.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { unfold } from './support/notes.ts';
import { signUp } from './support/people.ts';

const clause = '/t/ncss-2016/3.3.1.2';

journey.for([true, false])(
  'a note ripens in the notebook and is copied or moved to the public (script: %s)',
  async (script, { open }) => {
    const page = await open({ script });
    await signUp(page, `Ripe ${String(script)}`);
    const own = (body: string) => page.locator('.thread.notebook', { hasText: body });
    const note = async (body: string): Promise<void> => {
      await page.goto(clause);
      const field = page.getByLabel(notes.write_label.replace('{address}', '3.3.1.2'), {
        exact: true,
      });
      if (!(await field.isVisible()))
        await page.getByText(notes.write_open.replace('{address}', '3.3.1.2')).first().click();
      await field.fill(body);
      await page.getByLabel(notes.layer_notebook).first().check();
      await page.getByRole('button', { name: notes.write_submit, exact: true }).click();
      await (await unfold(own(body))).getByRole('link', { name: words.carry_link }).click();
      await page.getByRole('heading', { name: words.carry_title }).waitFor();
    };
    const copied = `Not yet for others, ${String(script)}`;
    await note(copied);
    await axe(page);
    await page.getByRole('button', { name: words.carry_copy, exact: true }).click();
    await page.locator('.thread.public', { hasText: copied }).waitFor();
    expect(await own(copied).count()).toBe(1);

    const moved = `For everybody by now, ${String(script)}`;
    await note(moved);
    await page.getByRole('button', { name: words.carry_move, exact: true }).click();
    await page.locator('.thread.public', { hasText: moved }).waitFor();
    expect(await own(moved).count()).toBe(0);
  },
);
