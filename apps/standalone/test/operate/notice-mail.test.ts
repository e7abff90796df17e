import { randomUUID } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { publishAll } from '../../src/check/publish-all.ts';
import { startSite, type TestSite } from '../../src/check/test-site.ts';
import { databaseName } from '../../src/database.ts';
import { places, socketUrl } from '../../src/postgres/index.ts';
import { query } from './cluster-database.ts';

/* Following by mail as a person without script has it, from the real start to a mail server. */

const letters: string[] = [];
const server = createServer((socket) => {
  let letter: string | null = null;
  socket.write('220 ready\r\n');
  socket.on('data', (chunk: Buffer) => {
    const text = chunk.toString();
    if (letter !== null) {
      letter += text;
      if (!letter.endsWith('\r\n.\r\n')) return;
      letters.push(letter);
      letter = null;
      socket.write('250 kept\r\n');
    } else if (/^DATA/i.test(text)) {
      letter = '';
      socket.write('354 go on\r\n');
    } else if (/^QUIT/i.test(text)) socket.end('221 bye\r\n');
    else socket.write('250 ok\r\n');
  });
});

let site: TestSite;
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  site = await startSite({ SMTP_URL: `smtp://127.0.0.1:${String(port)}` });
  await publishAll(site.ownerUrl);
}, 120_000);
afterAll(async () => {
  await site.stop();
  server.close();
});

/** The words of a letter, with folded lines, soft line breaks and escapes undone. */
const plain = (letter: string): string =>
  letter
    .replaceAll('=\r\n', '')
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
async function letterTo(email: string, words: RegExp): Promise<string> {
  const found = () =>
    letters.map(plain).findLast((letter) => letter.includes(`To: ${email}`) && words.test(letter));
  await vi.waitUntil(() => found() !== undefined, { timeout: 20_000, interval: 100 });
  return found() ?? '';
}

/** A browser without script: it keeps cookies and sends forms as pages have them. */
class Browser {
  #cookies = new Map<string, string>();
  async get(path: string): Promise<Response> {
    return this.#keep(
      await fetch(site.origin + path, { redirect: 'manual', headers: this.#head() }),
    );
  }
  async post(path: string, form: Record<string, string>): Promise<Response> {
    const headers = { ...this.#head(), origin: site.origin, accept: 'text/html' };
    const body = new URLSearchParams(form);
    return this.#keep(
      await fetch(site.origin + path, { method: 'POST', redirect: 'manual', headers, body }),
    );
  }
  /** What the site's own pages send on. */
  async send(path: string, body: unknown): Promise<Response> {
    const headers = { ...this.#head(), origin: site.origin, 'content-type': 'application/json' };
    return fetch(site.origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
  }
  #head() {
    return { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  }
  #keep(answer: Response): Response {
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      this.#cookies.set(name, value);
    }
    return answer;
  }
}

const password = 'seven loud paper boats';
async function signUp(name: string): Promise<{ browser: Browser; email: string }> {
  const browser = new Browser();
  const email = `${name.toLowerCase()}@example.org`;
  await browser.post('/register', { name, email, password });
  const letter = await letterTo(email, /\/confirm\?token=/);
  const token = /\/confirm\?token=([\w-]+)/.exec(letter)?.[1] ?? '';
  const confirmed = await browser.post('/confirm', { token, password });
  expect(confirmed.headers.get('location')).toBe('/account?done=welcome');
  return { browser, email };
}

test('follow, be told by mail, and end it from the mail, without script and without signing in', async () => {
  const reader = await signUp('Reader');
  const writer = await signUp('Writer');
  const choice = await reader.browser.post('/account?/mail', {
    mail: 'soon',
    zone: 'Asia/Shanghai',
  });
  expect(choice.headers.get('location')).toBe('/account?done=mail#mail');
  const follow = { kind: 'work', target: 'ncss-2016', to: 'followed', back: '/following' };
  expect((await reader.browser.post('/following?/set', follow)).status).toBe(303);

  const written = await writer.browser.send('/api/threads', {
    work: 'ncss-2016',
    target: '4.3.1.2',
    layer: 'public',
    body: 'Unsayable by mail',
    kind: 'comment',
    tags: [],
    seen: ['zh-cac:1.0.0', 'en-creemers:1.0.0'],
    key: randomUUID(),
  });
  expect(written.status).toBe(201);

  const owner = socketUrl(places(site.dataDir).socket, databaseName);
  const due = "update mail_round set due_at = now() - interval '1 second' returning person_id";
  await vi.waitUntil(async () => (await query(owner, due)).length === 1, { timeout: 20_000 });
  const letter = await letterTo(reader.email, /List-Unsubscribe/);
  expect(letter).toContain('A new note on 4.3.1.2');
  expect(letter).toContain('Writer wrote on a work you follow');
  expect(letter).not.toContain('Unsayable');

  const header = /List-Unsubscribe: <http:\/\/[^/]+(\/api\/unsubscribe\?token=[\w-]+)>/.exec(
    letter,
  )?.[1];
  const one = /(\/unsubscribe\?token=[\w-]+)/.exec(letter.replaceAll(header ?? '-', ''))?.[1] ?? '';
  const stands = async () =>
    query(
      owner,
      `select c.notice_mail, f.mails from account c join follow f using (person_id)
      where c.email = '${reader.email}'`,
    );
  const nobody = new Browser();
  // Scanners open what they find.
  const opened = await nobody.get(header ?? '');
  expect(opened.status).toBe(303);
  for (const path of [opened.headers.get('location') ?? '', one]) {
    const asked = await nobody.get(path);
    expect([asked.status, (await asked.text()).includes('Nothing has been changed yet')]).toEqual([
      200,
      true,
    ]);
  }
  expect(await stands()).toEqual([{ notice_mail: 'soon', mails: true }]);

  const token = one.split('=')[1] ?? '';
  for (let n = 0; n < 2; n += 1) {
    const ended = await nobody.post('/unsubscribe', { token });
    expect(ended.headers.get('location')).toBe('/unsubscribe/done?scope=work');
  }
  expect(await stands()).toEqual([{ notice_mail: 'soon', mails: false }]);
  // As a mail program does: of no page, with no cookie.
  const clicked = await fetch(site.origin + (header ?? ''), {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  });
  expect(clicked.status).toBe(200);
  expect(await stands()).toEqual([{ notice_mail: 'off', mails: false }]);
}, 90_000);
