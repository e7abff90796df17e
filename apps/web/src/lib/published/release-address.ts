/** Addresses of what is published, made in one place. */
export interface ReleasePlace {
  readonly slug: string;
  /** Undefined for the newest. */
  readonly number: string | undefined;
}

/** The first part of an address below `/c/`: `slug` or `slug@1.0`; null where it is neither. */
export function readReleasePlace(param: string): ReleasePlace | null {
  const found = /^([a-z0-9-]{1,64})(?:@([1-9]\d{0,3}\.(?:0|[1-9]\d{0,3})))?$/.exec(param);
  return found === null ? null : { slug: found[1] ?? '', number: found[2] };
}

export const commentaryHref = (slug: string): string => `/c/${slug}`;

export interface Numbered {
  readonly slug: string;
  readonly number: string;
}

/** The release for good. */
export const releaseHref = ({ slug, number }: Numbered): string => `/c/${slug}@${number}`;

/** A part of a release for good: by its label, and where it has none by its number in the order. */
export const partHref = (
  release: Numbered,
  { label, n }: { readonly label: string; readonly n: number },
): string =>
  label === ''
    ? `${releaseHref(release)}/part/${String(n)}`
    : `${releaseHref(release)}/${encodeURIComponent(label)}`;

/** What became of one release in another. */
export const differenceHref = (slug: string, from: string, to: string): string =>
  `/c/${slug}/changes?from=${from}&to=${to}`;

/** All of it on one page; of a long one, a page of it. */
export const bookHref = (release: Numbered, page = 1): string =>
  page === 1 ? `${releaseHref(release)}/book` : `${releaseHref(release)}/book/${String(page)}`;

/** Where a part begins on the pages of the whole. */
export const bookMark = ({ n }: { readonly n: number }): string => `p${String(n)}`;

/** A part on the page of the whole that it is on, which only that page knows. */
export const inBookHref = (release: Numbered, part: { readonly n: number }): string =>
  `${bookHref(release)}?part=${String(part.n)}#${bookMark(part)}`;
