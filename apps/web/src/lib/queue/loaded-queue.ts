import type { CasePage, DeskView } from '@glossator/contract';

/** The list that an address asks for, and what its moderator has at hand. */
export interface LoadedQueue {
  /** The filter as an address writes it. */
  readonly asked: string;
  readonly cursor: string | null;
  readonly desk: DeskView;
  readonly list: CasePage;
  /** Code of what is wrong with the filter: it asks for a text or a clause that is none. */
  readonly wrong: string | null;
}
