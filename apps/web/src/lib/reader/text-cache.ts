import type { WorkView } from '@glossator/contract';

interface HeldText {
  readonly slug: string;
  readonly pins: string;
  readonly tag: string;
  readonly work: WorkView;
}

// Browser only: one tab, one reader. The server never stores here, or one reader's text could
// reach another; see `loadReading`.
let held: HeldText | null = null;

export function heldText(slug: string, pins: string): HeldText | null {
  return held?.slug === slug && held.pins === pins ? held : null;
}

export function holdText(text: HeldText): void {
  held = text;
}
