/** Addresses of the reader, made in one place. */
export interface WorkPlace {
  readonly slug: string;
  readonly pins: string;
}

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

export function clauseHref(place: WorkPlace, address: string): string {
  return address === '' ? workHref(place) : `${workHref(place)}/${address}`;
}

/** A clause with certain threads before all others; more than a page of them are not named. */
export function threadHref(place: WorkPlace, address: string, threads: readonly string[]): string {
  const query = new URLSearchParams(threads.slice(0, 20).map((id) => ['thread', id]));
  return `${clauseHref(place, address)}?${query.toString()}#t-${threads[0] ?? ''}`;
}

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
