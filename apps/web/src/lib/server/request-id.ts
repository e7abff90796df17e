import { randomUUID } from 'node:crypto';

/** A proxy's id where it is harmless in a log line, else a new one. */
export function requestId(given: string | null): string {
  return given !== null && /^[\w.:-]{8,80}$/.test(given) ? given : randomUUID();
}
