import { parsePath } from '../path.ts';
import { parsePins, type Pin } from '../pins.ts';
import { parseAddress } from '../range.ts';

/** The digest of one segment, as a copy states it. */
export interface StatedDigest {
  readonly work: string;
  readonly edition: string;
  readonly version: string;
  readonly path: string;
  readonly sha256: string;
}

/** Where a quotation says that it stands. */
export interface StatedPlace {
  readonly work: string;
  readonly pins: readonly Pin[];
  /** A path or a range; null where the whole work is named. */
  readonly address: string | null;
}

export interface Pasted {
  /** The words alone. */
  readonly quotation: string;
  readonly place: StatedPlace | null;
  readonly digests: readonly StatedDigest[];
}

export interface Proof {
  readonly quotation: string;
  /** The work and the clause, as a person cites them. */
  readonly citation: string;
  /** Pinned address. */
  readonly url: string;
  readonly digests: readonly StatedDigest[];
}

const digestLine =
  /^SHA-?256 ?\(([a-z0-9-]+)@([a-z0-9-]+):([\d.]+)\/([\d.xa-z]+)\) ?= ?([0-9a-f]{64})$/iu;
const addressLine =
  /^\W*(?:https?:\/\/[^\s/]+)?\/t\/([a-z0-9-]{1,80}(?:@[a-z0-9:.,-]+)?)(?:\/([\d.xa-z-]{1,200}))?(?:[?#]\S*)?\W*$/u;
const citationLine = /^[—–―]\s?\S/u;

const writeDigest = ({ work, edition, version, path, sha256 }: StatedDigest): string =>
  `SHA256 (${work}@${edition}:${version}/${path}) = ${sha256}`;

/** A quotation with what proves it, as plain text that `readPasted` reads back. */
export function writeProof({ quotation, citation, url, digests }: Proof): string {
  return [quotation, '', `— ${citation}`, url, ...digests.map(writeDigest), ''].join('\n');
}

function readDigest(line: string): StatedDigest | null {
  const [, work, edition, version, path, sha256] = digestLine.exec(line) ?? [];
  if (work === undefined || edition === undefined || version === undefined) return null;
  if (path === undefined || sha256 === undefined || !parsePath(path).ok) return null;
  return { work, edition, version, path, sha256: sha256.toLowerCase() };
}

/** A pinned or plain address of a text, on any site: `https://…/t/<work>@<edition>:1.0.0/4.3.1.2`. */
export function readPlace(line: string): StatedPlace | null {
  const [, pinned, address] = addressLine.exec(line) ?? [];
  const parsed = pinned === undefined ? null : parsePins(pinned);
  if (parsed?.ok !== true) return null;
  if (address !== undefined && !parseAddress(address).ok) return null;
  return { ...parsed.value, address: address ?? null };
}

/** Takes off the lines at the end that state where the words before them stand. */
export function readPasted(text: string): Pasted {
  const lines = text.replaceAll(/\r\n?/gu, '\n').split('\n');
  const digests: StatedDigest[] = [];
  let place: StatedPlace | null = null;
  let isCited = false;
  for (let last = lines.length - 1; last >= 0; last -= 1) {
    const line = lines[last]?.trim() ?? '';
    const digest: StatedDigest | null = place === null ? readDigest(line) : null;
    const stated: StatedPlace | null = place === null && digest === null ? readPlace(line) : null;
    if (digest !== null) digests.unshift(digest);
    else if (stated !== null) place = stated;
    else if (line !== '' && (place === null || isCited || !citationLine.test(line))) break;
    else if (line !== '') isCited = true;
    lines.length = last;
  }
  return { quotation: lines.join('\n').trim(), place, digests };
}
