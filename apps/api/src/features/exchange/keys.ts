import { v5 as uuidv5 } from 'uuid';

const NAMESPACE = '6f6c0f8e-2f0b-4d0e-9b0c-6a1f5f3f9c11';

/** The key of a foreign note: the same file makes the same keys, and nothing is made twice. */
export const keyOf = (source: string, foreignId: string): string =>
  uuidv5(`${source} ${foreignId}`, NAMESPACE);
