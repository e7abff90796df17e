import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { ask } from './support/ask.ts';
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { bringText, proposeText } from './support/own-texts.ts';
import { administrator, signIn, signUp, theAdministrator } from './support/people.ts';
import { origin } from './support/site.ts';
import { appointTextEditor } from './support/text-editors.ts';

const token = 'a'.repeat(43);
const open = [
  '/',
  '/join',
  '/join/0000-0000',
  `/classes/invitation?token=${token}`,
  `/classes/sign-in?token=${token}`,
  '/register',
  '/register/sent',
  `/confirm?token=${token}`,
  '/confirm',
  '/sign-in',
  '/forgot',
  '/forgot/sent',
  `/reset?token=${token}`,
  `/claim?token=${token}`,
  '/goodbye',
  '/search',
  '/search?q=%E4%B8%BB%E6%9D%83',
  '/search?q=kind:nonsense',
  '/search?q=zzqqxx',
  '/t/ncss-2016/shown?at=4.3.1.2&kind=question',
  '/t/ncss-2016/files',
  '/t/ncss-2016/witness',
  '/t/ncss-2016/witness/trace?edition=en-creemers&at=0.0.1.1&c=5',
  '/t/ncss-2016/app',
  '/t/ncss-2016/app/en-creemers/G1',
  '/t/ncss-2016/app/zh-cac/E3',
  '/t/ncss-2016/4.3?view=lines',
  '/t/ncss-2016/print?at=4.3',
  '/t/ncss-2016/print?at=4.4&view=lines&notes=public&apparatus=on',
  '/verify',
  '/verify?work=ncss-2016',
  '/search?q=two+wings+of+one+body+and+two+wheels',
  '/t/ncss-2016/versions',
  '/t/ncss-2016/terms?sort=drift',
  '/t/ncss-2016/terms?at=4.6',
  '/t/ncss-2016/terms/%E7%BB%9F%E7%AD%B9',
  '/about',
  '/ledger',
  '/ledger?work=ncss-2016&action=ban',
  '/transparency',
  '/privacy',
  '/imprint',
];
const closed = [
  '/account?done=name',
  '/account/sessions',
  '/account/drafts',
  '/account/changes',
  '/account/stored',
  '/account/tokens',
  '/account/delete',
  '/classes',
  '/classes/new',
  '/works',
  '/works/new',
  '/reviewing',
  '/promotions',
  '/sign-out',
  '/admin',
  '/admin/site',
  '/admin/people',
  '/admin/moderators',
  '/admin/editors',
  '/moderation/rota',
  '/admin/registrations',
  '/admin/invitations',
  '/admin/outbox',
  '/admin/editions',
];

interface TextEditing {
  readonly editions: readonly {
    readonly id: string;
    readonly proposals: readonly { readonly version: string; readonly sha256: string }[];
  }[];
}

/** Several pages at a time, all of one browser window. */
async function look(first: Page, addresses: readonly string[], lang: string): Promise<void> {
  const waiting = [...addresses];
  const others = await Promise.all([1, 2].map(() => first.context().newPage()));
  await Promise.all([first, ...others].map((page) => lookInTurn(page, waiting, lang)));
}

async function lookInTurn(page: Page, waiting: string[], lang: string): Promise<void> {
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(200);
    expect(await page.locator('html').getAttribute('lang'), address).toBe(lang);
    // A missing text would leave its key.
    expect(await page.locator('body').innerText(), address).not.toMatch(
      /\b[a-z]+_[a-z]+_[a-z_]+\b/,
    );
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, `${address} is wider than the screen`).toBeLessThanOrEqual(0);
    await axe(page);
  }
}

const phone = { width: 390, height: 844 };
const desk = { width: 1440, height: 900 };

describe.each([
  { language: 'en', lang: 'en', dark: false, script: true, size: desk },
  { language: 'zh-CN', lang: 'zh-Hans', dark: true, script: false, size: phone },
] as const)('in $lang, dark: $dark, script: $script', ({ lang, ...visit }) => {
  journey('every open page is accessible and complete', async ({ open: enter }) => {
    const page = await enter(visit);
    await look(page, open, lang);
    const missing = await page.goto('/nowhere');
    expect(missing?.status()).toBe(404);
    await axe(page);
  });

  journey('so is every page of a person and an administrator', async ({ browser, open: enter }) => {
    await administrator(browser);
    const page = await enter(visit);
    // Chosen here, so that the account's own language does not replace it.
    await page.context().addCookies([{ name: 'PARAGLIDE_LOCALE', value: lang, url: origin }]);
    await signIn(page, theAdministrator);
    await page.request.put('/api/drafts/new:ncss-2016:4.3.1.2', {
      headers: { origin },
      data: { body: 'Half a thought', layer: 'public' },
    });
    await look(page, closed, lang);
  });

  journey(
    'so is every page of texts that are brought and edited',
    async ({ browser, open: enter }) => {
      const page = await enter(visit);
      await page.context().addCookies([{ name: 'PARAGLIDE_LOCALE', value: lang, url: origin }]);
      const { email } = await signUp(page, 'Editor of texts');
      await appointTextEditor(browser, email);
      const half = `/works/imports/${await proposeText(page, 'Half done')}`;
      const slug = await bringText(page, 'Wells and bridges');
      const offered = await bringText(page, 'Wells and bridges, offered');
      const offer = { action: 'offer', message: 'I wrote it.' };
      await ask(page, 'POST', `/works/${offered}/standing`, offer);
      const { editions } = await ask<TextEditing>(page, 'GET', '/text-editing');
      const listed = editions.flatMap(({ id, proposals }) =>
        proposals.map(
          ({ version, sha256 }) => `/editing/texts/proposals/${id}/${version}/${sha256}`,
        ),
      );
      expect(listed.length).toBeGreaterThan(0);
      const draft = await ask<{ id: string }>(page, 'POST', '/editions/en-creemers/text-drafts');
      const drafted = `/editing/texts/drafts/${draft.id}`;
      const pages = [
        ...[half, `${half}/furniture`, `${half}/correct`, `${half}/publish`],
        ...['/works', `/works/${slug}`, `/works/${offered}`, `/t/${slug}`, `/t/${offered}`],
        ...['versions', 'files', 'print'].map((part) => `/t/${slug}/${part}`),
        ...['/editing/offered', '/editing/offered?standing=public', `/editing/offered/${offered}`],
        ...['/editing/texts', ...listed, drafted, `${drafted}?at=4.9.2.1`],
      ];
      await look(page, pages, lang);
      await ask(page, 'DELETE', `/text-drafts/${draft.id}`);
    },
  );

  journey('so is a refused form', async ({ open: enter }) => {
    const page = await enter(visit);
    await page.goto('/register');
    await page.locator('#register-name').fill('A name');
    await page.locator('#register button').click();
    await page.locator('#register [role=alert]').waitFor();
    await page.locator('#register-email[aria-invalid=true]').waitFor();
    await axe(page);
    if (visit.script) {
      const focused = await page.evaluate(() => document.activeElement?.getAttribute('role'));
      expect(focused).toBe('alert');
    }
  });
});
