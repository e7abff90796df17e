import { describe, expect } from 'vitest';
import account from '../messages/en/account.json' with { type: 'json' };
import notes from '../messages/en/notes.json' with { type: 'json' };
import words from '../messages/en/follow.json' with { type: 'json' };
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { write } from './support/notes.ts';
import { signUp } from './support/people.ts';

const clause = (script: boolean): string => (script ? '3.2.1.2' : '3.2.1.3');

describe('a clause is followed, and what others write on it is told', () => {
  journey.for([true, false])('(script: %s)', async (script, { open }) => {
    const at = clause(script);
    const reader = await open({ script });
    await signUp(reader, `Follower ${String(script)}`);
    await reader.goto('/notices');
    await reader.getByText(words.notices_none).waitFor();
    await axe(reader);

    await reader.goto(`/t/ncss-2016/${at}`);
    const button = reader.locator('#thread').getByRole('button', { name: `Follow clause ${at}` });
    await button.click();
    await reader.getByRole('button', { name: `Following clause ${at}` }).waitFor();
    expect(new URL(reader.url()).pathname).toBe(`/t/ncss-2016/${at}`);
    await axe(reader);

    await reader.goto('/account');
    await reader.getByLabel(account.account_mail_daily, { exact: true }).check();
    await reader.getByLabel(account.account_mail_zone).selectOption('Asia/Shanghai');
    await reader.locator('#mail-choice button').click();
    await reader.getByText(account.account_done_mail).waitFor();
    expect(await reader.getByLabel(account.account_mail_zone).inputValue()).toBe('Asia/Shanghai');
    await axe(reader);

    const writer = await open({ script });
    const { name } = await signUp(writer, `Writer ${String(script)}`);
    await writer.goto(`/t/ncss-2016/${at}`);
    const field = writer.getByLabel(notes.write_label.replace('{address}', at), { exact: true });
    // Open already where nobody has written yet.
    if (!(await field.isVisible()))
      await writer.getByText(notes.write_open.replace('{address}', at)).first().click();
    await field.fill(`Told of ${String(script)}`);
    await writer.getByRole('button', { name: notes.write_submit, exact: true }).click();
    await writer
      .getByText(`Told of ${String(script)}`)
      .first()
      .waitFor();
    // Taking part follows.
    await writer.getByRole('button', { name: `Following this thread on ${at}` }).waitFor();

    // The bell counts by itself, wherever its reader is.
    if (script) await reader.locator('header .told b').waitFor({ timeout: 20_000 });
    await reader.goto('/notices');
    const told = reader.getByText(`Told of ${String(script)}`);
    for (let tries = 0; tries < 20 && (await told.count()) === 0; tries += 1) {
      await reader.waitForTimeout(500);
      await reader.goto('/notices');
    }
    expect(await told.count()).toBe(1);
    expect(await reader.getByText(words.notices_reason_clause).count()).toBe(1);
    expect(await reader.locator('header .told b').innerText()).toContain('1');
    await axe(reader);
    await reader.getByRole('button', { name: `Open the note by ${name} on ${at}` }).click();
    await reader.waitForURL(`**/t/ncss-2016/${at}**`);
    await reader
      .getByText(`Told of ${String(script)}`)
      .first()
      .waitFor();
    await reader.goto('/notices');
    expect(await reader.locator('header .told b').count()).toBe(0);

    await reader.goto(`/t/ncss-2016/${at}`);
    const link = reader.locator('head link[type="application/atom+xml"]');
    const address = (await link.getAttribute('href')) ?? '';
    const feed = await reader.request.get(address);
    expect(feed.headers()['content-type']).toContain('application/atom+xml');
    expect(await feed.text()).toContain(`Told of ${String(script)}`);
    const known = { 'if-none-match': feed.headers()['etag'] ?? '' };
    expect((await reader.request.get(address, { headers: known })).status()).toBe(304);

    await reader.goto('/following');
    await reader.getByRole('link', { name: at, exact: true }).waitFor();
    await reader.getByText(words.follow_mail_daily.replace('{zone}', 'Asia/Shanghai')).waitFor();
    await reader.getByRole('button', { name: `No mail about ${at}` }).click();
    await reader.getByRole('button', { name: `By mail: ${at}` }).waitFor();
    await axe(reader);
    await reader.getByLabel(words.follow_person_label).fill('nobody-at-all');
    await reader.locator('#person button').click();
    await reader.getByText(words.follow_person_unknown).waitFor();
    expect(await reader.getByLabel(words.follow_person_label).inputValue()).toBe('nobody-at-all');
    await reader.getByRole('button', { name: `${words.follow_end} ${at}` }).click();
    await reader.getByText(words.follow_none).waitFor();

    await writer.context().clearCookies();
    await writer.goto('/unsubscribe?token=of-no-letter-that-was-ever-sent');
    await writer.getByText(account.account_link_incomplete).waitFor();
    await axe(writer);
  });
});

journey('what is read in one tab is counted no more in another', async ({ open }) => {
  const [reader, writer] = [await open(), await open()];
  await signUp(reader, 'Two Tabs');
  await reader.goto('/t/ncss-2016/3.3.1.2');
  await reader.locator('#thread').getByRole('button', { name: 'Follow clause 3.3.1.2' }).click();
  await reader.getByRole('button', { name: 'Following clause 3.3.1.2' }).waitFor();
  await reader.goto('/privacy');
  const other = await reader.context().newPage();
  await other.goto('/about');

  await signUp(writer, 'Writer for two');
  await write(writer, { target: '3.3.1.2', body: 'Told in two tabs' });
  for (const tab of [reader, other])
    await tab.locator('header .told b').waitFor({ timeout: 20_000 });
  await other.goto('/notices');
  await other.getByRole('button', { name: words.notices_read_all }).click();
  await reader.locator('header .told b').waitFor({ state: 'detached', timeout: 20_000 });
});
