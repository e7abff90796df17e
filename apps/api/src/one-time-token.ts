import { createHash, randomBytes } from 'node:crypto';

/** A secret for a link, and what of it may be stored. */
export interface OneTimeToken {
  readonly token: string;
  readonly hash: Buffer;
}

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** 256 bits: nobody guesses one, so its hash needs no salt and no slowness. */
export function makeToken(): OneTimeToken {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}
