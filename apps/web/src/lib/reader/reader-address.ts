import { firstOrder, threadOrders, type ThreadOrder } from '@glossator/domain';
import { assignmentQuery } from './in-assignment.ts';

/** Addresses of the reader, made in one place. */
export interface WorkPlace {
  readonly slug: string;
  readonly pins: string;
  /** Which notes are shown, as in the address; nothing where all are. */
  readonly filter?: string;
  /** How threads are listed, where another order than the first is chosen. */
  readonly order?: ThreadOrder | undefined;
  /** The assignment whose notes are read instead of those of no class. */
  readonly assignment?: string | undefined;
}

/** The order in an address; whatever else stands there asks for nothing. */
export const readOrder = (word: string | null): ThreadOrder | undefined =>
  threadOrders.find((order) => order === word && order !== firstOrder);

/** The first part of a reader's address: `ncss-2016@zh-cac:1.0.0` is slug and pins. */
export function readWorkPlace(param: string): WorkPlace {
  const at = param.indexOf('@');
  return at === -1
    ? { slug: param, pins: '' }
    : { slug: param.slice(0, at), pins: param.slice(at + 1) };
}

export function workHref({ slug, pins }: WorkPlace): string {
  return pins === '' ? `/t/${slug}` : `/t/${slug}@${pins}`;
}

/** A page of the reader: filter and whatever else is asked of it stand in its query. */
function readerHref(place: WorkPlace, address: string, more: URLSearchParams): string {
  const path = address === '' ? workHref(place) : `${workHref(place)}/${address}`;
  const order =
    place.order === undefined || place.order === firstOrder ? '' : `order=${place.order}`;
  const query = [place.filter ?? '', order, assignmentQuery(place.assignment), more.toString()]
    .filter((part) => part !== '')
    .join('&');
  return query === '' ? path : `${path}?${query}`;
}

export function clauseHref(place: WorkPlace, address: string): string {
  return readerHref(place, address, new URLSearchParams());
}

/** The next threads on a clause. */
export function olderHref(place: WorkPlace, address: string, cursor: string): string {
  return `${readerHref(place, address, new URLSearchParams({ cursor }))}#thread`;
}

/** A clause with certain threads before all others; more than a page of them are not named. */
export function threadHref(place: WorkPlace, address: string, threads: readonly string[]): string {
  const query = new URLSearchParams(threads.slice(0, 20).map((id) => ['thread', id]));
  return `${readerHref(place, address, query)}#t-${threads[0] ?? ''}`;
}

/** A clause with one note in sight. */
export const noteIn = (place: WorkPlace, address: string, note: string): string =>
  `${readerHref(place, address, new URLSearchParams({ note }))}#n-${note}`;

/** Where an apparatus entry can be read: its clause, opened. */
export function entryId(edition: string, number: string): string {
  return `app-${edition}-${number}`;
}

/** `zh-cac:1.0.0` for every edition whose words the reader was shown. */
export function seenVersions(
  editions: readonly {
    readonly id: string;
    readonly version: string;
    readonly withheld: boolean;
  }[],
): readonly string[] {
  const shown = editions.filter(({ withheld }) => !withheld);
  return (shown.length > 0 ? shown : editions).map(({ id, version }) => `${id}:${version}`);
}
