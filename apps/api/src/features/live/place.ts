import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** A place in the log of changes: everything up to it has been told. */
export interface Place {
  /** Of the log: another one after a restore. */
  readonly epoch: string;
  readonly xid: bigint;
  readonly id: bigint;
}

export const isAfter = (
  left: Pick<Place, 'xid' | 'id'>,
  right: Pick<Place, 'xid' | 'id'>,
): boolean => (left.xid === right.xid ? left.id > right.id : left.xid > right.xid);

/** Hands places out as text that says nothing: how much happens in others’ notebooks is nobody’s to know. */
export interface Seal {
  readonly write: (place: Place) => string;
  /** Null for what this site has not written. */
  readonly read: (text: string) => Place | null;
}

const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** Seals with the first key and opens with any, as long as old keys are kept. */
export function makeSeal(keys: readonly string[]): Seal {
  const derived = keys.map((key) => Buffer.from(hkdfSync('sha256', key, '', 'live-place', 32)));
  const [newest] = derived;
  if (newest === undefined) throw new Error('there is no key');
  return {
    write: ({ epoch, xid, id }) => {
      const iv = randomBytes(ivBytes);
      const sealing = createCipheriv(cipher, newest, iv);
      const words = sealing.update(
        // Of one length, whatever the numbers are.
        `${epoch}.${String(xid).padStart(20, '0')}.${String(id).padStart(19, '0')}`,
      );
      return Buffer.concat([iv, words, sealing.final(), sealing.getAuthTag()]).toString(
        'base64url',
      );
    },
    read: (text) => {
      const bytes = Buffer.from(text, 'base64url');
      if (bytes.length <= ivBytes + tagBytes) return null;
      for (const key of derived) {
        const words = unseal(key, bytes);
        if (words !== null) return parse(words);
      }
      return null;
    },
  };
}

function unseal(key: Buffer, bytes: Buffer): string | null {
  try {
    const opening = createDecipheriv(cipher, key, bytes.subarray(0, ivBytes));
    opening.setAuthTag(bytes.subarray(-tagBytes));
    const words = opening.update(bytes.subarray(ivBytes, -tagBytes));
    return Buffer.concat([words, opening.final()]).toString();
  } catch {
    return null;
  }
}

function parse(text: string): Place | null {
  const [, epoch, xid, id] = /^([0-9a-f-]{36})\.(\d{20})\.(\d{19})$/.exec(text) ?? [];
  if (epoch === undefined || xid === undefined || id === undefined) return null;
  return { epoch, xid: BigInt(xid), id: BigInt(id) };
}
