import type { PartView } from '@glossator/contract';
import type { Stretch } from '#lib/history/compare-words.ts';

/** A part as its form has it. */
export interface PartText {
  readonly label: string;
  readonly title: string;
  /** Addresses, one a line. */
  readonly places: string;
  readonly body: string;
  /** The revision it was begun from; 0 for what is new. */
  readonly version: number;
}

/** What comes back of the form where it was refused. */
export interface TypedPart extends PartText {
  /** The places as they were given. */
  readonly given: string;
  readonly kind: string;
  /** Made with the form. */
  readonly key: string;
}

export const placesText = (places: readonly { readonly address: string }[]): string =>
  places.map(({ address }) => address).join('\n');

export const textOf = ({ label, title, places, body, version }: PartView): PartText => ({
  ...{ label, title, body, version },
  places: placesText(places),
});

/** What another author has saved meanwhile. */
export interface Collision {
  readonly part: PartView;
  /** Both texts in one; null where both changed the same lines. */
  readonly joined: string | null;
  /** What they changed; null where what it was begun from is not at hand. */
  readonly changes: readonly Stretch[] | null;
}
