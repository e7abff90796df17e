import type { Person, TestApp } from './app.ts';

/** What stands in whatever the people of this world write, so that it is found again wherever it went. */
export const marks = {
  /** In all that she wrote for herself or for readers. */
  own: 'zeldamark',
  /** In what she said to others as a moderator. */
  office: 'zeldaverdict',
  /** In what she wrote as well, and in a list of words that hold a note. */
  listed: 'quuxcasino',
  name: 'quuxname',
  address: 'quuxmail',
  /** In the names, addresses and words of everybody else, and in what they say about her to others. */
  others: 'ottomark',
} as const;

/** Words that were not told to her yet, and what readers said of her notes. */
export const untoldWords = 'not before ten minutes are over';

export type Ask = (
  who: Person,
  method: 'POST' | 'PUT' | 'DELETE',
  url: string,
  payload?: Record<string, unknown>,
) => Promise<void>;
export interface World {
  readonly site: TestApp;
  readonly zelda: Person;
  readonly otto: Person;
  readonly uma: Person;
  readonly ned: Person;
  readonly ask: Ask;
}
