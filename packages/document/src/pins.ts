import { fail, ok, type Result } from './result.ts';

export interface Pin {
  readonly edition: string;
  readonly version: string;
}

export interface PinnedWork {
  readonly work: string;
  /** Empty where the address pins nothing. */
  readonly pins: readonly Pin[];
}

export type PinFailure = 'malformed' | 'edition-twice';

const SLUG = /^[a-z0-9-]{1,80}$/;
const PIN = /^([a-z0-9-]{1,80}):((?:0|[1-9]\d{0,5})(?:\.(?:0|[1-9]\d{0,5})){2})$/;
const MAX_PINS = 16;

/** `<work>` or `<work>@<edition>:<version>,<edition>:<version>`. */
export function parsePins(text: string): Result<PinnedWork, PinFailure> {
  const [work = '', list, more] = text.split('@');
  if (!SLUG.test(work) || more !== undefined) return fail('malformed');
  if (list === undefined) return ok({ work, pins: [] });
  const pins: Pin[] = [];
  for (const part of list.split(',')) {
    const [, edition, version] = PIN.exec(part) ?? [];
    if (edition === undefined || version === undefined) return fail('malformed');
    if (pins.some((pin) => pin.edition === edition)) return fail('edition-twice');
    pins.push({ edition, version });
  }
  return pins.length > MAX_PINS ? fail('malformed') : ok({ work, pins });
}

export function formatPins({ work, pins }: PinnedWork): string {
  if (pins.length === 0) return work;
  return `${work}@${pins.map(({ edition, version }) => `${edition}:${version}`).join(',')}`;
}
