import { expect } from 'vitest';
import tokens from '../messages/en/tokens.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { signUp } from './support/people.ts';
import { origin } from './support/site.ts';

for (const script of [true, false])
  journey(
    `a token is made, used by a program and ended (script: ${String(script)})`,
    async ({ open }) => {
      const page = await open({ script });
      await signUp(page, 'Tokena');
      await page.goto('/account');
      await page.getByRole('link', { name: tokens.tokens_nav }).click();
      await page.getByText(tokens.tokens_none).waitFor();
      // Without a name there is none; what was chosen stays.
      await page.getByLabel(tokens.tokens_write).check();
      await page.getByRole('button', { name: tokens.tokens_submit }).click();
      await page.locator('#make [role=alert]').first().waitFor();
      expect(await page.getByLabel(tokens.tokens_write).isChecked()).toBe(true);
      await page.getByLabel(tokens.tokens_name, { exact: true }).fill('My <script>');
      await page.getByRole('button', { name: tokens.tokens_submit }).click();
      const token = await page
        .getByLabel(tokens.tokens_made.replace('{name}', 'My <script>'))
        .inputValue();
      expect(page.url()).not.toContain(token);
      await axe(page);

      const ask = () =>
        fetch(`${origin}/api/works/ncss-2016/threads`, {
          headers: { authorization: `Bearer ${token}` },
        });
      expect((await ask()).status).toBe(200);
      await page.goto('/account/tokens');
      expect(await page.locator('body').innerText()).not.toContain(token);
      await page
        .getByRole('button', { name: tokens.tokens_end_named.replace('{name}', 'My <script>') })
        .click();
      await page.getByText(tokens.account_done_token).waitFor();
      expect((await ask()).status).toBe(401);
    },
  );
