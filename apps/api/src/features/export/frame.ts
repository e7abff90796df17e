import type { ExportQuery, Locale } from '@glossator/contract';
import type { AnnotationRow } from '../annotations/rows.ts';
import type { LoadedWork, TextStore } from '../works/text-store.ts';
import type { ExportedNote } from './notes.ts';

export type Edition = LoadedWork['editions'][number];

/** What a form of the file is told beside the notes. */
export interface Frame {
  readonly origin: string;
  readonly work: LoadedWork;
  readonly texts: TextStore;
  readonly query: ExportQuery;
  readonly locale: Locale;
  /** When it is written, ISO 8601. */
  readonly now: string;
  /** The editions whose words the reader may see now, newest version each. */
  readonly open: () => Promise<readonly Edition[]>;
}

/** One form of the file, in three parts. */
export interface Form {
  readonly type: string;
  readonly extension: string;
  readonly begin: (frame: Frame) => string;
  readonly write: (frame: Frame, notes: readonly ExportedNote[], n: number) => Promise<string>;
  /** `n`: how many notes the file holds. */
  readonly end: (frame: Frame, n: number) => string;
}

export const permalink = ({ origin }: Frame, id: string): string => `${origin}/n/${id}`;

/** The words a thread quotes, as far as the reader may see them. */
export const quoteOf = ({ loci }: AnnotationRow): string =>
  (loci ?? [])
    .map(({ exact }) => exact)
    .filter((exact) => exact !== '')
    .join(' … ');

/** The part of a commentary that a thread is about, as the address of its page has it. */
export const partOf = ({ part }: AnnotationRow): string =>
  part === null ? '' : `${part.slug}@${part.number}/${part.label}`;

/** The filter in words that a machine and a person can read: `layer=notebook; kind=question`. */
export function filterWords({ format: _, lang: __, ...filter }: ExportQuery): string {
  return Object.entries(filter)
    .map(([name, value]) => `${name}=${[value].flat().join(',')}`)
    .join('; ');
}
