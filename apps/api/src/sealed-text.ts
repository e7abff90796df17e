import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Hands text out in a form that says nothing and that nobody else can make. */
export interface TextSeal {
  /** Of one length for texts of one length, and another one each time. */
  readonly write: (text: string) => string;
  /** Null for what this site has not written. */
  readonly read: (sealed: string) => string | null;
}

const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/**
 * Seals with the first key and opens with any, as long as old keys are kept. What is sealed for one
 * purpose is nothing for another.
 */
export function makeTextSeal(keys: readonly string[], purpose: string): TextSeal {
  const derived = keys.map((key) => Buffer.from(hkdfSync('sha256', key, '', purpose, 32)));
  const [newest] = derived;
  if (newest === undefined) throw new Error('there is no key');
  return {
    write: (text) => {
      const iv = randomBytes(ivBytes);
      const sealing = createCipheriv(cipher, newest, iv);
      const words = sealing.update(text);
      return Buffer.concat([iv, words, sealing.final(), sealing.getAuthTag()]).toString(
        'base64url',
      );
    },
    read: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length <= ivBytes + tagBytes) return null;
      for (const key of derived) {
        const words = unseal(key, bytes);
        if (words !== null) return words;
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
