import { describe, expect } from 'vitest';
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { administrator, signIn, signUp, theAdministrator } from './support/people.ts';
import { origin } from './support/site.ts';

const phone = { width: 390, height: 844 };
const laptop = { width: 1280, height: 800 };
const day = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe.each([
  { script: false, how: 'without JavaScript', size: phone },
  { script: true, how: 'with JavaScript', size: laptop },
])('a moderator $how', ({ script, size }) => {
  journey('chooses days, is away, and says when the mail comes', async ({ browser, open }) => {
    await administrator(browser);
    const admin = await open({ script });
    await signIn(admin, theAdministrator);
    const page = await open({ script, size });
    const { name, email } = await signUp(page, `Rota ${script ? 'scripted' : 'plain'}`);
    const before = await page.goto('/moderation/rota');
    expect(before?.status()).toBe(404);
    const appointed = await admin.request.post(`${origin}/api/moderators`, {
      headers: { origin },
      data: { who: email, work: 'ncss-2016' },
    });
    expect(appointed.status()).toBe(201);

    await page.goto('/moderation/rota');
    const row = page.getByRole('row').filter({ hasText: name });
    expect(await row.getByText('on duty', { exact: true }).count()).toBe(7);
    await axe(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    for (const weekday of ['Saturday', 'Sunday'])
      await page.getByRole('checkbox', { name: weekday }).uncheck();
    await page.getByRole('button', { name: 'Save your days' }).click();
    await page.waitForURL('**/moderation/rota?done=duty');
    expect(await row.getByText('on duty', { exact: true }).count()).toBe(5);
    expect(await page.getByRole('checkbox', { name: 'Sunday' }).isChecked()).toBe(false);

    await page.locator('#away-from').fill(day(5));
    await page.locator('#away-to').fill(day(2));
    await page.locator('#away button').click();
    await page.locator('#away-to[aria-invalid=true]').waitFor();
    expect(await page.locator('#away-from').inputValue()).toBe(day(5));
    await axe(page);
    await page.locator('#away-from').fill(day(-1));
    await page.locator('#away-to').fill(day(5));
    await page.locator('#away button').click();
    await page.waitForURL('**/moderation/rota?done=absence');
    expect(await row.innerText()).toContain('away until');
    await axe(page);
    await page.getByRole('button', { name: /^Remove/ }).click();
    await page.waitForURL('**/moderation/rota?done=absence-ended');
    expect(await row.innerText()).not.toContain('away until');

    await page.locator('#summary-hour').selectOption('6');
    await page.locator('#summary-zone').selectOption('Asia/Shanghai');
    await page.locator('#summary-form button').click();
    await page.waitForURL('**/moderation/rota?done=summary');
    expect(await page.locator('#summary-hour').inputValue()).toBe('6');
    expect(await page.locator('#summary-zone').inputValue()).toBe('Asia/Shanghai');
    expect(await page.locator('input[name=mails]').isChecked()).toBe(true);

    await admin.goto('/admin/moderators');
    await admin.locator('#alarm-days').fill('0');
    await admin.locator('#alarm button').click();
    await admin.locator('#alarm [role=alert]').waitFor();
    expect(await admin.locator('#alarm-days').inputValue()).toBe('0');
    await admin.locator('#alarm-days').fill(script ? '3' : '4');
    await admin.locator('#alarm button').click();
    await admin.waitForURL('**/admin/moderators?done=alarm');
    expect(await admin.locator('#alarm-days').inputValue()).toBe(script ? '3' : '4');
    await admin.goto('/moderation/rota');
    expect(await admin.locator('main').innerText()).toContain(name);
    expect(await admin.locator('#summary-form').count()).toBe(0);
  });
});
