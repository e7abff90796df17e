import { printedNotes, type PrintedNotes, type WorkView } from '@glossator/contract';
import { viewIn } from '#lib/reader/view.ts';

/** What goes on paper, as the address of the page says it. */
export interface PrintOptions {
  /** A part of the text; '' for all of it. */
  readonly at: string;
  /** As in the reader: `both`, `lines`, or a language alone. */
  readonly view: string;
  readonly notes: readonly PrintedNotes[];
  readonly apparatus: boolean;
  readonly supplement: boolean;
}

export function readPrintOptions(query: URLSearchParams): PrintOptions {
  // A form leaves out what is not ticked: only an address without any choice means the first choices.
  const isChosen = query.has('view');
  const ticked = (name: string): boolean => (isChosen ? query.has(name) : true);
  return {
    at: query.get('at') ?? '',
    view: query.get('view') ?? 'both',
    notes: printedNotes.filter((each) => query.getAll('notes').includes(each)),
    apparatus: ticked('apparatus'),
    supplement: ticked('supplement'),
  };
}

export const viewOnPaper = (work: WorkView, { view }: PrintOptions): string => viewIn(work, view);
