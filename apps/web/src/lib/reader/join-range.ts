import { comparePaths } from '@glossator/document';

/** The range from one end of `address` to `other`, in document order. */
export function joinRange(address: string, other: string): string {
  const [from = address, to = from] = address.split('-');
  if (comparePaths(other, from) < 0) return `${other}-${to}`;
  return comparePaths(from, other) === 0 ? from : `${from}-${other}`;
}
