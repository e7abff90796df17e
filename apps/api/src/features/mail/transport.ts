import { createTransport } from 'nodemailer';

export interface Message {
  readonly from: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** The same at every attempt, so that a server can tell one that comes twice. */
  readonly messageId: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What hands a message over for delivery, or throws. */
export interface MailTransport {
  sendMail(message: Message): Promise<unknown>;
}

/** The sender: `from` in SMTP_URL, else an address that takes no answers. */
export function senderOf(smtpUrl: string | null, origin: URL): string {
  const named = smtpUrl === null ? null : new URL(smtpUrl).searchParams.get('from');
  return named ?? `Glossator <noreply@${origin.hostname}>`;
}

export function smtpTransport(smtpUrl: string): MailTransport {
  const url = new URL(smtpUrl);
  url.searchParams.delete('from');
  const transport = createTransport({
    url: url.href,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // A mail is made of our own words only.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    sendMail: ({ to, headers, ...rest }) =>
      transport.sendMail({ ...rest, to: { ...to }, headers: { ...headers } }),
  };
}
