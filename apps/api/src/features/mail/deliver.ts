import type { Db } from '../../db/client.ts';
import { claimMail, dropMail, noteError, settleMail, waitingMail } from './repository.ts';
import { lateKinds, mailLife, type LateKind } from './texts.ts';
import type { MailTransport, Message } from './transport.ts';

/** Who writes the mails of a kind that is written when it is sent. */
export interface LateWriter {
  /** Null where nothing is left to be told. */
  readonly compose: (db: Db, id: string) => Promise<LateWords | null>;
  /** Sent, or given up. */
  readonly settled: (db: Db, id: string) => Promise<void>;
}
export type LateWords = Pick<Message, 'subject' | 'text' | 'html' | 'headers'>;

export interface Delivery {
  readonly db: Db;
  readonly transport: MailTransport;
  readonly from: string;
  /** Of the site: the right half of each message's id. */
  readonly host: string;
  readonly late: Readonly<Record<LateKind, LateWriter>>;
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

/** Names that lead nowhere (RFC 2606), as made-up people have: a server would send each mail back. */
const leadsNowhere = (address: string): boolean => address.toLowerCase().endsWith('.invalid');

/**
 * Sends one mail that still waits. Throws where it should be tried again; on the last attempt the
 * failure is written down instead. A mail that signs somebody in is sent again when it is not known
 * whether it went; one that tells of notes is not: they stand in the list in any case.
 */
export async function deliver(delivery: Delivery, id: string, isLast: boolean): Promise<void> {
  const { db, transport, from, host } = delivery;
  const mail = await waitingMail(db, id);
  if (mail === null) return;
  const kind = lateKinds.find((each) => each === mail.kind);
  const late = kind === undefined ? null : delivery.late[kind];
  const settle = async (state: 'sent' | 'failed', lastError: string): Promise<void> => {
    await settleMail(db, id, state, lastError);
    await late?.settled(db, id);
  };
  if (late !== null && mail.state === 'sending') {
    await settle('failed', 'interrupted');
    return;
  }
  if (mail.age > mailLife[mail.kind]) {
    await settle('failed', 'too old');
    return;
  }
  if (leadsNowhere(mail.recipient)) {
    await settle('failed', 'leads nowhere');
    return;
  }
  const words: LateWords | null =
    late === null
      ? { subject: mail.subject, text: mail.body, headers: {} }
      : await late.compose(db, id);
  if (words === null) {
    await dropMail(db, id);
    return;
  }
  if (late !== null && !(await claimMail(db, id))) return;
  const failure = await transport
    .sendMail({
      from,
      to: { name: '', address: mail.recipient },
      messageId: `<${id}@${host}>`,
      ...words,
      headers: { 'Auto-Submitted': 'auto-generated', ...words.headers },
    })
    .then(() => null, describe);
  if (failure === null) {
    await settle('sent', '');
  } else if (isLast) {
    await settle('failed', failure);
  } else {
    await noteError(db, id, failure);
    // Not the error itself: the queue stores what is thrown.
    throw new Error(failure);
  }
}
