import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import reading from '../messages/en/assignment-reading.json' with { type: 'json' };
import notes from '../messages/en/notes.json' with { type: 'json' };
import { assign, classOf } from './support/assignments.ts';
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { signUp } from './support/people.ts';

const [one, two] = ['4.3.1.2', '4.3.2.1'] as const;
const panel = (page: Page) => page.locator('#thread');
const words = (page: Page) => panel(page).locator('.note .body, article').allInnerTexts();

async function write(page: Page, text: string): Promise<void> {
  const form = page.locator('#write');
  if (!(await form.evaluate((node: HTMLDetailsElement) => node.open)))
    await form.locator('summary').first().click();
  await form.locator('textarea[name=body]').fill(text);
  await form.getByRole('button', { name: notes.write_submit, exact: true }).click();
  await panel(page).getByText(text, { exact: true }).first().waitFor();
}

for (const script of [true, false])
  journey(
    `a clause opens by a note of one’s own, and the box says who reads it (script: ${String(script)})`,
    async ({ open }) => {
      const [teacher, ada, ben] = [await open(), await open({ script }), await open()];
      await signUp(teacher, 'Tess Teacher');
      await signUp(ada, 'Ada Student');
      await signUp(ben, 'Ben Student');
      const classId = await classOf(teacher, {}, ada, ben);
      const id = await assign(teacher, classId, [one, two]);
      const at = (address: string) => `/t/ncss-2016/${address}?assignment=${id}`;

      await ben.goto(at(one));
      await write(ben, 'Ben thinks of borders in a network');

      await ada.goto(at(one));
      await ada.getByRole('heading', { name: 'Whose cyberspace?', exact: true }).waitFor();
      await panel(ada)
        .getByText(reading.assignment_gate_count[0]?.match['count=one'] ?? '')
        .waitFor();
      expect((await words(ada)).join()).not.toContain('Ben thinks');
      await ada
        .locator('#write')
        .getByText(/Classmates see you as [A-Z]/)
        .waitFor();
      if (script) await axe(ada);
      await write(ada, 'Ada thinks of a state and its territory');
      await panel(ada).getByText('Ben thinks of borders in a network', { exact: true }).waitFor();
      expect(new URL(ada.url()).searchParams.get('assignment')).toBe(id);
      // Under a pseudonym.
      expect(await panel(ada).innerText()).not.toContain('Ben Student');

      // A question that the teachers alone read.
      await ada.goto(at(two));
      const form = ada.locator('#write');
      await form.getByText(reading.layer_ask_staff, { exact: true }).click();
      await write(ada, 'Is the English of this clause reliable?');
      await ben.goto(at(two));
      await write(ben, 'Ben on the second clause, long enough');
      expect(await panel(ben).innerText()).not.toContain('reliable');
      await teacher.goto(at(two));
      await panel(teacher).getByText('Is the English of this clause reliable?').waitFor();
      expect(await panel(teacher).innerText()).toContain('Ada Student');

      // What is refused keeps its text, in the assignment.
      await ada.goto(at('4.1.1.1'));
      await panel(ada).getByText(reading.assignment_gate_outside).waitFor();

      // Outside the class nothing of it stands.
      await ada.goto(`/t/ncss-2016/${one}`);
      expect(await panel(ada).innerText()).not.toContain('Ben thinks');
    },
  );
