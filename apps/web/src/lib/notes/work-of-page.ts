import { page } from '$app/state';

/** The work that the notes of this page belong to, where it is about one. */
export function workOfPage(): string | null {
  const { place, work } = page.data as { place?: { slug?: unknown }; work?: unknown };
  const slug = place?.slug ?? work;
  return typeof slug === 'string' ? slug : null;
}
