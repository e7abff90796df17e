import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import notes from '../messages/en/notes.json' with { type: 'json' };
import said from '../messages/en/sanctions.json' with { type: 'json' };
import chinese from '../messages/zh-Hans/sanctions.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { reply, rootOf, write } from './support/notes.ts';
import { administrator, linkFor, signIn, signUp } from './support/people.ts';
import { appoint, asAdministrator, confirm, personOf, preview } from './support/sanctions.ts';

const clause = '/t/ncss-2016/3.4.1.2';
const phone = { width: 390, height: 844 };

/** The form of a new note on the clause, with these words in it. */
async function fill(page: Page, words: string): Promise<void> {
  await page.goto(clause);
  const field = page.getByLabel(notes.write_label.replace('{address}', '3.4.1.2'), { exact: true });
  if (!(await field.isVisible()))
    await page.getByText(notes.write_open.replace('{address}', '3.4.1.2')).first().click();
  await field.fill(words);
}
const send = (page: Page): Promise<void> =>
  page.getByRole('button', { name: notes.write_submit, exact: true }).click();

describe.each([
  { script: false, how: 'without JavaScript' },
  { script: true, how: 'with JavaScript' },
])('$how', ({ script }) => {
  journey('a warning stands on every page until it is read', async ({ browser, open }) => {
    await administrator(browser);
    const staff = await asAdministrator(await open({ script }));
    const member = await open({ script });
    await signUp(member, `Warned ${String(script)}`);
    await fill(member, 'Begun before the warning');
    await preview(staff, await personOf(member), {
      kind: 'warning',
      words: 'Please stay with the clause.',
    });
    expect(await staff.locator('section.notice').innerText()).toContain(said.record_preview_read);
    await axe(staff);
    await confirm(staff);
    await axe(staff);

    // What was being written is refused, and stands there still.
    await send(member);
    const refused = member.locator('form.write [role=alert]');
    await refused.waitFor();
    expect(await refused.innerText()).toContain('Please stay with the clause.');
    expect(await member.locator('form.write textarea[name=body]').inputValue()).toBe(
      'Begun before the warning',
    );
    await member.goto('/about');
    await member.getByText(said.sanction_warned_title).waitFor();
    await member.goto(clause);
    await member.getByText(said.sanction_warned_title).waitFor();
    expect(await member.locator('[data-path="3.4.1.2"]').first().isVisible()).toBe(true);
    await axe(member);
    await member.getByRole('button', { name: said.sanction_warned_read }).click();
    await member.waitForURL(`**${clause}`);
    expect(await member.getByText(said.sanction_warned_title).count()).toBe(0);
    await fill(member, 'After the warning');
    await member.getByLabel(notes.layer_public).first().check();
    await send(member);
    await member.locator('.thread.public', { hasText: 'After the warning' }).waitFor();
  });

  journey(
    'a mute says so beforehand, leaves the notebook, and is lifted',
    async ({ browser, open }) => {
      await administrator(browser);
      const staff = await asAdministrator(await open({ script }));
      const member = await open({ script });
      await signUp(member, `Muted ${String(script)}`);
      const own = await rootOf(member, await write(member, { target: '3.4.1.2', body: 'Mine' }));
      await preview(staff, await personOf(member), {
        kind: 'mute',
        work: 'ncss-2016',
        reason: 'abusive',
        words: 'You called Ben a fool.',
      });
      await confirm(staff);

      await fill(member, 'Only for myself');
      const form = member.locator('form.write').first();
      expect(await form.innerText()).toContain('You called Ben a fool.');
      expect(await form.locator('input[name=layer][value=public]').isDisabled()).toBe(true);
      await axe(member);
      await send(member);
      await member.locator('.thread.notebook', { hasText: 'Only for myself' }).waitFor();
      await member.goto(`/n/${own}/edit`);
      await member.getByText(said.sanction_edit_closed).waitFor();
      await member.goto('/account/sanctions');
      await member.getByText('You called Ben a fool.').first().waitFor();
      await axe(member);

      await staff.goto(`/moderation/people/${await personOf(member)}`);
      await staff.locator('summary', { hasText: 'Lift this' }).click();
      await staff.locator('form[action="?/lift"] textarea').fill('Ben forgives you.');
      await staff.locator('form[action="?/lift"] button').click();
      await staff.waitForURL('**?done=sanction-lifted');
      await member.goto(clause);
      expect(await member.getByText('You called Ben a fool.').count()).toBe(0);
      const answer = await reply(member, own, 'I can write again');
      expect(answer).toBeTruthy();
    },
  );

  journey(
    'a ban ends the session; its person objects by mail, and another moderator lifts it',
    async ({ browser, open }) => {
      const first = await administrator(browser);
      const staff = await asAdministrator(await open({ script }));
      const other = await open({ script });
      const second = await signUp(other, `Second ${String(script)}`);
      await appoint(first, second);
      const banned = await open({ script });
      const member = await signUp(banned, `Banned ${String(script)}`);
      const id = await personOf(banned);
      const note = await rootOf(
        banned,
        await write(banned, { target: '3.4.1.3', body: `Buy it ${String(script)}` }),
      );
      await preview(staff, id, { kind: 'ban', reason: 'spam', words: 'It advertises.', days: '' });
      expect(await staff.locator('section.notice').innerText()).toContain(
        said.record_preview_sessions.replace('{count}', '1'),
      );
      await axe(staff);
      await confirm(staff);
      await staff.locator('summary', { hasText: 'Hide the public notes: 1' }).click();
      await staff.locator('form[action="?/hide"] textarea').fill('It advertises.');
      await staff.locator('form[action="?/hide"] button').click();
      await staff.waitForURL('**?done=notes-hidden');

      await banned.goto('/account');
      await banned.waitForURL('**/sign-in?**');
      await banned.locator('#sign-in-email').fill(member.email);
      await banned.locator('#sign-in-password').fill(member.password);
      await banned.locator('#sign-in button').click();
      const notice = banned.locator('.ban');
      await notice.waitFor();
      expect(await notice.innerText()).toContain('It advertises.');
      await axe(banned);

      await banned.goto(await linkFor(browser, member.email));
      await banned.locator('#objection textarea').fill('It was my brother.');
      await axe(banned);
      await banned.locator('#objection button').click();
      await banned.getByText(said.sanction_objection_open).waitFor();
      await axe(banned);

      // Who gave it does not decide.
      await staff.goto('/moderation/objections');
      await staff.getByText('It was my brother.').waitFor();
      await staff.getByText(said.record_decide_not).first().waitFor();
      await other.goto('/moderation/objections');
      const row = other.getByRole('listitem').filter({ hasText: `Banned ${String(script)}` });
      await row.locator('summary').click();
      await row.locator('input[value=overturn]').check();
      await row.locator('textarea').fill('Brothers.');
      await axe(other);
      await row.locator('form button').click();
      await other.waitForURL('**?done=objection-decided');

      await signIn(banned, member);
      await banned.goto('/account/sanctions');
      await banned.getByText('Brothers.').waitFor();
      await other.goto(`/moderation/people/${id}`);
      await other.locator('summary', { hasText: 'Show again' }).click();
      await other.locator('form[action="?/show"] textarea').fill('It was no spam.');
      await other.locator('form[action="?/show"] button').click();
      await other.waitForURL('**?done=notes-shown');
      const shown = await banned.request.get(`/api/annotations/${note}`);
      expect(await shown.json()).toMatchObject({ state: 'published' });
    },
  );

  journey('on a phone, in Chinese, in the dark', async ({ browser, open }) => {
    await administrator(browser);
    const visit = { script, language: 'zh-CN', dark: true, size: phone } as const;
    const staff = await asAdministrator(await open({ ...visit }));
    const member = await open(visit);
    await signUp(member, `甲 ${String(script)}`);
    const id = await personOf(member);
    await preview(staff, id, { kind: 'mute', words: '请就条文发表意见。' });
    await axe(staff);
    await confirm(staff);
    await staff.locator('#note textarea').fill('已另行联系。');
    await staff.locator('#note button').click();
    await staff.waitForURL('**?done=person-note');
    await staff.getByText('已另行联系。').waitFor();
    for (const page of [staff, member]) {
      if (page === member) await page.goto(clause);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(phone.width);
    }
    await member.getByText(chinese.sanction_muted_stays).first().waitFor();
    await axe(member);
  });
});

journey('nobody else learns what is said of a person', async ({ open }) => {
  const member = await open();
  await signUp(member, 'Nobody else');
  const id = await personOf(member);
  const visitor = await open();
  await visitor.goto(`/moderation/people/${id}`);
  expect(new URL(visitor.url()).pathname).toBe('/sign-in');
  for (const path of [`/moderation/people/${id}`, '/moderation/objections'])
    expect((await member.goto(path))?.status()).toBe(404);
});
