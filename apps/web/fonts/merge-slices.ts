import type { Face } from './faces.ts';

export async function mergeSlices(folder: string, face: Face): Promise<Uint8Array | null> {
  return null;
}
