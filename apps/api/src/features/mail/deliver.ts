import type { Db } from '../../db/client.ts';
import { noteError, settleMail, waitingMail } from './repository.ts';
import { mailLife } from './texts.ts';
import type { MailTransport } from './transport.ts';

export interface Delivery {
  readonly db: Db;
  readonly transport: MailTransport;
  readonly from: string;
}

/** A server's answer may repeat addresses, names and passwords: only its codes are kept. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
  const answer =
    'responseCode' in error && typeof error.responseCode === 'number'
      ? ` ${String(error.responseCode)}`
      : '';
  return `${code.slice(0, 40)}${answer}`;
}

/**
 * Sends one mail that still waits. Throws where it should be tried again; on the last attempt the
 * failure is written down instead.
 */
export async function deliver(
  { db, transport, from }: Delivery,
  id: string,
  isLast: boolean,
): Promise<void> {
  const mail = await waitingMail(db, id);
  if (mail === null) return;
  if (mail.age > mailLife[mail.kind]) {
    await settleMail(db, id, 'failed', 'too old');
    return;
  }
  const failure = await transport
    .sendMail({
      from,
      to: { name: '', address: mail.recipient },
      subject: mail.subject,
      text: mail.body,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    .then(() => null, describe);
  if (failure === null) {
    await settleMail(db, id, 'sent', '');
  } else if (isLast) {
    await settleMail(db, id, 'failed', failure);
  } else {
    await noteError(db, id, failure);
    // Not the error itself: the queue stores what is thrown.
    throw new Error(failure);
  }
}
