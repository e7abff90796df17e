import { randomBytes } from 'node:crypto';
import { limits } from '@glossator/contract';
import { codePointLength } from '@glossator/document';
import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '../../refusal.ts';

// Argon2id, 19 MiB, two passes: the first choice of OWASP's password storage cheat sheet.
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The same password typed on two keyboards may differ in composition. */
const normal = (password: string): string => password.normalize('NFC');

export function acceptPassword(password: string): string {
  // Ill-formed text would be hashed as something else than was typed.
  if (/\p{Surrogate}/u.test(password))
    throw new Refusal('text-malformed', 'The password holds half a character.');
  const length = codePointLength(normal(password));
  if (length < limits.passwordMin)
    throw new Refusal(
      'password-too-short',
      `A password has at least ${String(limits.passwordMin)} characters.`,
    );
  if (length > limits.passwordMax)
    throw new Refusal(
      'password-too-long',
      `A password has at most ${String(limits.passwordMax)} characters.`,
    );
  return password;
}

export const hashPassword = (password: string): Promise<string> => hash(normal(password), cost);

let decoy: Promise<string> | null = null;

/** Does the same work where there is nobody to have a password. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'));
  const matches = await verify(stored ?? (await decoy), normal(password));
  return stored !== null && matches;
}
