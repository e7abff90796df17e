import { createServer, type AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { ConfigError, readApiConfig } from '../src/config.ts';
import { senderOf, smtpTransport } from '../src/features/mail/transport.ts';

/** A server that takes every mail and keeps what it was told. */
async function smtpServer(): Promise<{ port: number; heard: () => string }> {
  let heard = '';
  const server = createServer((socket) => {
    let isData = false;
    socket.write('220 ready\r\n');
    socket.on('data', (chunk: Buffer) => {
      const text = chunk.toString();
      heard += text;
      if (isData) {
        if (!heard.endsWith('\r\n.\r\n')) return;
        isData = false;
        socket.write('250 kept\r\n');
      } else if (/^EHLO/i.test(text)) socket.write('250-here\r\n250 SMTPUTF8\r\n');
      else if (/^DATA/i.test(text)) {
        isData = true;
        socket.write('354 go on\r\n');
      } else if (/^QUIT/i.test(text)) socket.end('221 bye\r\n');
      else socket.write('250 ok\r\n');
    });
  });
  await new Promise<void>((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      resolve();
    }),
  );
  onTestFinished(() => {
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, heard: () => heard };
}

test('a mail reaches a server as one message to one address', async () => {
  const { port, heard } = await smtpServer();
  const url = `smtp://127.0.0.1:${String(port)}/?from=Gloss%20%3Cgloss%40x.org%3E`;
  await smtpTransport(url).sendMail({
    from: senderOf(url, new URL('https://gloss.example')),
    to: { name: '', address: 'åsa@exämple.org' },
    subject: '重设密码\r\nBcc: evil@x.org',
    text: 'https://gloss.example/reset?token=abc\n',
    messageId: '<1@gloss.example>',
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
  expect(heard()).toContain('MAIL FROM:<gloss@x.org>');
  expect(heard().match(/^RCPT TO:.*$/gm)).toHaveLength(1);
  expect(heard()).toContain('Auto-Submitted: auto-generated');
  // Folded into the subject: no header of its own.
  expect(heard()).not.toMatch(/^Bcc:/im);
});

test('a mail of notices keeps its head whole, in Chinese and with a long link', async () => {
  const { port, heard } = await smtpServer();
  const link = `<https://gloss.example/api/unsubscribe?token=${'x'.repeat(90)}>`;
  await smtpTransport(`smtp://127.0.0.1:${String(port)}/`).sendMail({
    from: 'gloss@x.org',
    to: { name: '', address: 'a@x.org' },
    subject: '4.3.1.2 等处有 30 则新注解',
    text: '采取一切必要措施\n',
    html: '<p>采取一切必要措施</p>',
    messageId: '<1@gloss.example>',
    headers: { 'List-Unsubscribe': link, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  });
  const unfolded = heard().replaceAll(/\r\n[ \t]+/g, ' ');
  expect(unfolded).toMatch(
    new RegExp(`^List-Unsubscribe: ${link.replaceAll(/[?]/g, String.raw`\?`)}\r?$`, 'm'),
  );
  expect(unfolded).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
  expect(unfolded).toMatch(/^Message-ID: <1@gloss\.example>\r?$/m);
  expect(unfolded).toMatch(/^Subject: =\?UTF-8\?[BQ]\?/m);
  expect(heard()).toMatch(/multipart\/alternative/);
  // Longer lines are cut by servers (RFC 5322, 2.1.1).
  expect(
    Math.max(
      ...heard()
        .split('\r\n')
        .map((line) => line.length),
    ),
  ).toBeLessThan(998);
});

test('without a sender named, mail comes from an address that takes no answers', () => {
  const origin = new URL('https://gloss.example:8443');
  expect(senderOf('smtps://mail.example', origin)).toBe('Glossator <noreply@gloss.example>');
});

test.each(['mail.example', 'http://mail.example', 'smtp://', 'smtp:secret'])(
  'SMTP_URL %s is refused without repeating it',
  (text) => {
    const env = { DATABASE_URL: 'x', SMTP_URL: text, SECRET_FILE: '/etc/hostname' };
    const read = () => readApiConfig({ ...env, SECRET_FILE: import.meta.filename });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/^(?!.*secret).*$/);
  },
);
