import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import commentaries from '../messages/en/commentaries.json' with { type: 'json' };
import notes from '../messages/en/notes.json' with { type: 'json' };
import words from '../messages/en/published.json' with { type: 'json' };
import writing from '../messages/en/writing.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { rootOf, write } from './support/notes.ts';
import { signUp } from './support/people.ts';
import { origin } from './support/site.ts';

const entry = '/c/ncss-2016-textual-notes@1.0/T41';
const phone = { width: 390, height: 844 };
const onEntry = writing.target_part.replace('{label}', 'T41').replace('{number}', '1.0');

for (const script of [true, false])
  journey(
    `an entry is talked about, and the talk stands with it (script: ${String(script)})`,
    async ({ open }) => {
      const page = await open({ script });
      const checked = async () => {
        if (script) await axe(page);
      };
      const body = `Is this so? ${randomUUID()}`;
      await signUp(page, 'Rita Reader');
      await page.goto(entry);
      await page.getByRole('heading', { name: words.pub_remarks }).waitFor();
      await checked();
      await page
        .getByRole('link', { name: /^Write about T41 at / })
        .first()
        .click();
      const form = page.locator('#write form').first();
      await form.getByRole('link', { name: onEntry }).waitFor();
      await checked();
      await form.locator('textarea[name=body]').fill(body);
      await form.getByRole('button', { name: notes.write_submit, exact: true }).click();

      // At the clause by the name of the entry, and with the entry for everybody.
      const thread = page.locator('#thread .thread', { hasText: body });
      await thread.waitFor();
      await thread.getByRole('link', { name: /^T41 / }).click();
      await page.waitForURL((url) => url.pathname === entry);
      await page.getByText(body).waitFor();
      await checked();
      const visitor = await open({ script });
      await visitor.goto(entry);
      await visitor.locator('li', { hasText: body }).first().waitFor();
    },
    120_000,
  );

journey('on a phone, in Chinese, dark, what is said of an entry fits', async ({ open }) => {
  const page = await open({ language: 'zh-CN', dark: true, size: phone });
  await page.goto(entry);
  await axe(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(phone.width);
});

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

for (const script of [true, false])
  journey(
    `a note is asked for, and its author consents (script: ${String(script)})`,
    async ({ open }) => {
      const writer = await open({ script });
      await signUp(writer, 'Nora Noter');
      const body = `Worth quoting. ${randomUUID()}`;
      const note = await rootOf(writer, await write(writer, { target: '4.3.1.2', body }));
      const lead = await open({ script });
      await signUp(lead, 'Lena Lead');
      const answer = await lead.request.post(`${origin}/api/commentaries`, {
        headers: { origin },
        data: {
          ...{ work: 'ncss-2016', slug: `q-${randomUUID().slice(0, 8)}` },
          ...{ title: 'The Strategy, quoted', language: 'en' },
        },
      });
      const { id } = (await answer.json()) as { id: string };

      await lead.goto(`/commentaries/${id}/promotions`);
      if (script) await axe(lead);
      await field(lead, commentaries.com_quoting_note).fill('no note');
      await field(lead, commentaries.com_quoting_message).fill('May we?');
      await press(lead, commentaries.com_quoting_ask);
      await lead.getByRole('alert').first().waitFor();
      expect(await field(lead, commentaries.com_quoting_message).inputValue()).toBe('May we?');
      await field(lead, commentaries.com_quoting_note).fill(`${origin}/n/${note}`);
      await press(lead, commentaries.com_quoting_ask);
      await lead.getByText(commentaries.com_done_asked, { exact: true }).first().waitFor();

      await writer.goto('/promotions');
      await writer.getByText('The Strategy, quoted').first().waitFor();
      await writer.getByText(body).first().waitFor();
      if (script) await axe(writer);
      await writer
        .getByRole('radio', { name: new RegExp(commentaries.com_credit_pseudonym) })
        .check();
      await field(writer, commentaries.com_wanted_credit).fill('A Friend');
      await press(writer, /^Consent/);
      await writer.getByText(commentaries.com_done_answered, { exact: true }).first().waitFor();

      await lead.reload();
      await lead.getByText('[[quote:1]]', { exact: true }).waitFor();
      await lead.getByText(commentaries.com_credit_as.replace('{credit}', 'A Friend')).waitFor();
      if (script) await axe(lead);
    },
    120_000,
  );
