import { domainToASCII, domainToUnicode } from 'node:url';
import { limits } from '@glossator/contract';
import { checkText, codePointLength } from '@glossator/document';
import { Refusal } from '../../refusal.ts';
import { acceptText } from '../../text-input.ts';

/** What is left of a name when everything is taken away that leaves no mark. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{White_Space}\u2800]/gu;

/** A name as it is shown: one line, trimmed, with something to see in it. */
export function acceptName(name: string): string {
  const trimmed = name.trim();
  if (trimmed.replace(invisible, '') === '') throw new Refusal('name-empty', 'The name is empty.');
  if (/[\t\n\r]/.test(trimmed))
    throw new Refusal('text-malformed', 'The name has more than one line.');
  return acceptText(trimmed, { field: 'The name', max: limits.nameLength });
}

export interface Address {
  readonly email: string;
  /** What must be unique and is looked up. */
  readonly key: string;
}

// No quoted local parts and no comments: what remains cannot be read as two addresses or a header.
const localPart =
  /^[^\s@.<>()[\]\\,;:"\p{Default_Ignorable_Code_Point}]+(\.[^\s@.<>()[\]\\,;:"\p{Default_Ignorable_Code_Point}]+)*$/u;

/** An address in the one form mail is sent to, and its key; null where it is none. */
export function readAddress(text: string): Address | null {
  const checked = checkText(text.trim());
  if (!checked.ok) return null;
  const at = checked.value.lastIndexOf('@');
  const local = checked.value.slice(0, at);
  // Mail programs map look-alike letters of a domain as browsers do: it is stored mapped.
  const ascii = at === -1 ? '' : domainToASCII(checked.value.slice(at + 1));
  if (!localPart.test(local) || !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(ascii)) return null;
  const email = `${local}@${domainToUnicode(ascii)}`;
  if (codePointLength(email) > limits.emailLength) return null;
  return { email, key: `${local.toLowerCase().normalize('NFC')}@${ascii}` };
}

export function acceptEmail(text: string): Address {
  const address = readAddress(text);
  if (address === null)
    throw new Refusal('email-malformed', 'This is not an address mail can be sent to.');
  return address;
}

/** The key of what somebody signs in with; text that is no address has one too, which nobody holds. */
export function keyOf(text: string): string {
  return readAddress(text)?.key ?? '';
}
