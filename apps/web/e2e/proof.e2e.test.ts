import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import cite from '../messages/en/cite.json' with { type: 'json' };
import search from '../messages/en/search.json' with { type: 'json' };
import words from '../messages/en/verify.json' with { type: 'json' };
import { ask } from './support/ask.ts';
import { axe } from './support/axe.ts';
import { essay, type Quoted } from './support/essay.ts';
import { journey } from './support/journey.ts';
import { hydrated } from './support/hydrated.ts';
import { mark } from './support/marking.ts';
import { ownSite, type OwnSite } from './support/own-site.ts';
import { signUp } from './support/people.ts';
import { origin } from './support/site.ts';
import { appointTextEditor } from './support/text-editors.ts';

const questions = [
  words.verify_verbatim,
  words.verify_address,
  words.verify_version,
  words.verify_since,
] as const;

/** What stands below each of the four questions. */
async function answers(page: Page): Promise<readonly [string, string, string, string]> {
  const section = page.locator('#answer');
  await section.waitFor();
  const text = await section.innerText();
  const at = questions.map((question) => text.indexOf(question));
  expect(at.toSorted((a, b) => a - b)).toEqual(at);
  const cut = (n: number) => text.slice(at[n], at[n + 1]).trim();
  return [cut(0), cut(1), cut(2), cut(3)];
}

async function check(page: Page, text: string, at = ''): Promise<void> {
  await page.getByLabel(words.verify_text, { exact: true }).fill(text);
  await page.getByLabel(words.verify_at, { exact: true }).fill(at);
  // The answer before it, where there is one, stands until this one has come.
  await page.locator('#answer').evaluateAll((all) => {
    for (const each of all) each.setAttribute('data-former', '');
  });
  await page.getByRole('button', { name: words.verify_submit, exact: true }).click();
  await page.locator('#answer:not([data-former])').waitFor();
}

async function quotedIn(page: Page): Promise<(which: Quoted) => Promise<string>> {
  await page.setContent(essay);
  const said = await page
    .locator('blockquote')
    .evaluateAll((all) => all.map((each) => [each.id, (each as HTMLElement).innerText] as const));
  const found = new Map<string, string>(said);
  return (which) => Promise.resolve(found.get(which) ?? '');
}

const fill = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? '');

describe.each([true, false])('script %s', (script) => {
  journey('each quotation of an essay is answered in four ways', async ({ open }) => {
    const page = await open({ script });
    const quoted = await quotedIn(page);

    await page.goto('/verify');
    await check(page, await quoted('straightened'), '4.9.3.2');
    let said = await answers(page);
    expect(said[0]).toContain(
      fill(words.verify_variant, { how: words.verify_variant_quotation_marks }),
    );
    expect(said[1]).toContain(fill(words.verify_there, { citation: 'IV(9) ¶3 s. 2' }));
    expect(said[2]).toContain(words.verify_no_version);
    expect(said[2]).toContain(fill(words.verify_versions_have, { versions: 'en-creemers 1.0.0' }));
    expect(said[3]).toContain(
      fill(words.verify_newest, { edition: 'en-creemers', version: '1.0.0' }),
    );
    await axe(page);

    await check(page, await quoted('changed'), '4.9');
    said = await answers(page);
    expect(said[0]).toContain(words.verify_changed);
    const differing = page.locator('#answer').locator('del, ins');
    expect(await differing.evaluateAll((all) => all.map((each) => each.textContent))).toEqual(
      ['body', 'bird', 'cart', 'wagon', 'abc', 'abc'].map(
        (each) => expect.stringContaining(each) as string,
      ),
    );
    expect(said[1]).toContain(fill(words.verify_elsewhere, { citation: 'IV(9)' }));
    expect(said[1]).toContain('III(4) ¶1 s. 2');
    await axe(page);

    await check(page, await quoted('invented'));
    said = await answers(page);
    expect(said[0]).toContain(words.verify_absent);
    expect(said[1]).toContain(words.verify_nowhere);
    expect(said[3]).toContain(words.verify_since_nothing);
    await axe(page);

    await check(page, await quoted('wide'), 'III(1)');
    said = await answers(page);
    expect(said[0]).toContain(words.verify_variant_width);
    expect(said[1]).toContain(fill(words.verify_there, { citation: 'III(1)' }));
    // It leads to where it stands, in the version that was compared.
    const pinned = page.locator('#answer').getByRole('link', { name: words.verify_pinned });
    expect(await pinned.getAttribute('href')).toBe('/t/ncss-2016@en-creemers:1.0.0/3.1.1.3');
  });

  journey('nobody needs to be told where quotations are checked', async ({ open }) => {
    const page = await open({ script });
    await page.goto('/search');
    expect(
      await page.getByRole('link', { name: search.search_sentence }).getAttribute('href'),
    ).toBe('/verify');
    const sentence = 'Every citizen owns a plot of cyberspace';
    const field = page.getByLabel(search.search_label);
    await field.focus();
    // Words typed before script has taken over stay, a press in that moment may not.
    if (script) await page.locator('#q[role=combobox]').waitFor();
    await field.fill(sentence);
    await page.getByRole('button', { name: search.search_submit, exact: true }).click();
    await page.getByText(search.search_none).waitFor();
    await axe(page);
    await page.getByRole('button', { name: search.search_sentence_this }).click();
    expect((await answers(page))[0]).toContain(words.verify_absent);
    // What is asked is in no address.
    expect(new URL(page.url()).search).toBe('');
    expect(await page.locator('#verify-text').inputValue()).toBe(sentence);

    // More words than a search takes.
    const long = `${'so '.repeat(25)}on and on`;
    await page.goto(`/search?q=${encodeURIComponent(long)}`);
    await page.getByRole('button', { name: search.search_sentence_this }).click();
    expect((await answers(page))[0]).toContain(words.verify_absent);

    await page.goto('/t/ncss-2016');
    for (const place of [page.locator('main'), page.locator('footer')])
      expect(await place.getByRole('link', { name: words.verify_link }).count()).toBe(1);
    await page.locator('main').getByRole('link', { name: words.verify_link }).click();
    await page.getByRole('heading', { name: words.verify_title, level: 1 }).waitFor();
  });
});

journey('words copied from the reader carry their proof, and verify', async ({ open }) => {
  const page = await open();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/t/ncss-2016/3.4.1.2');
  await hydrated(page);
  await mark(page, ['3.4.1.2', 'two wings of one body']);
  await page.getByRole('button', { name: cite.cite_proof_copy }).click();
  await page.getByRole('button', { name: cite.cite_proof_copied }).waitFor();
  await axe(page);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const [quotation, , citation, address, digest] = copied.split('\n');
  expect(quotation).toBe('two wings of one body');
  expect(citation).toContain('III(4) ¶1 s. 2 (en-creemers 1.0.0)');
  expect(address).toBe(`${origin}/t/ncss-2016@en-creemers:1.0.0/3.4.1.2`);
  expect(digest).toMatch(/^SHA256 \(ncss-2016@en-creemers:1\.0\.0\/3\.4\.1\.2\) = [0-9a-f]{64}$/);

  await page.goto('/verify');
  await check(page, copied);
  const said = await answers(page);
  expect(said[0]).toContain(words.verify_exact);
  expect(said[1]).toContain(fill(words.verify_there, { citation: 'III(4) ¶1 s. 2' }));
  expect(said[2]).toContain(words.verify_digest_match);

  // One letter of the words, and one of the digest.
  await check(page, copied.replace('wings', 'rings'));
  expect((await answers(page))[0]).toContain(words.verify_changed);
  await check(
    page,
    copied.replace(digest ?? '', (digest ?? '').replace(/[0-9a-f]{8}$/, '01234567')),
  );
  const altered = await answers(page);
  expect(altered[0]).toContain(words.verify_exact);
  expect(altered[2]).toContain(words.verify_digest_differ);
});

journey('without script a clause is copied with its proof where it is cited', async ({ open }) => {
  const page = await open({ script: false });
  await page.goto('/t/ncss-2016/3.4.1.2');
  await page.locator('#thread').getByRole('link', { name: cite.cite_title, exact: true }).click();
  const proof = page.getByLabel(cite.cite_proof, { exact: true });
  const copied = await proof.inputValue();
  expect(copied).toMatch(/^SHA256 \(/m);
  await axe(page);
  await page.getByRole('main').getByRole('link', { name: words.verify_link }).click();
  await check(page, copied);
  const said = await answers(page);
  expect(said[0]).toContain(words.verify_exact);
  expect(said[2]).toContain(words.verify_digest_match);
});

describe('after a release that corrects it', () => {
  let site: OwnSite;
  beforeAll(async () => {
    site = await ownSite();
  }, 120_000);
  afterAll(() => site.remove());

  journey('a quotation is told what was corrected, and how', async ({ browser, open }) => {
    const editor = await open({ site });
    const { email } = await signUp(editor, 'Editor', site);
    await appointTextEditor(browser, email, site);
    const { editions } = await ask<{
      editions: readonly {
        readonly id: string;
        readonly proposals: readonly { readonly version: string; readonly sha256: string }[];
      }[];
    }>(editor, 'GET', '/text-editing');
    const proposal = editions
      .find(({ id }) => id === 'en-creemers')
      ?.proposals.find(({ version }) => version === '1.0.1');
    const path = `/text-proposals/en-creemers/1.0.1/${proposal?.sha256 ?? ''}/release`;
    await ask(editor, 'POST', path, { number: '1.0.1' });

    for (const script of [true, false]) {
      const page = await open({ site, script });
      const quoted = await quotedIn(page);
      await page.goto('/verify');
      await check(page, await quoted('corrected'), '4.9.2.1');
      const said = await answers(page);
      expect(said[0]).toContain(
        fill(words.verify_variant, { how: words.verify_variant_quotation_marks }),
      );
      expect(said[2]).toContain(
        fill(words.verify_versions_lack, { versions: 'en-creemers 1.0.1' }),
      );
      expect(said[3]).toContain(words.verify_corrected);
      expect(said[3]).toContain('1.0.1');
      const since = page.locator('#answer');
      expect(await since.locator('del').innerText()).toContain('cooperation’s');
      expect(await since.locator('ins').innerText()).toMatch(/\bcooperation\b/);
      await axe(page);
    }
  });
});
