import { createHash } from 'node:crypto';
import { canonicalDecision, type ChainedDecision } from '@glossator/domain';

const sha256 = (...parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

/** The digest of a row, lower-case hexadecimal. The one place that makes it, for writing and checking. */
export const decisionDigest = (row: ChainedDecision): string => sha256(canonicalDecision(row));

export const saltBytes = 32;

/** Of the salt's bytes and the words in UTF-8, one after the other: the salt's length is fixed. */
export const wordsDigest = (salt: Buffer, words: string): string => sha256(salt, words);
