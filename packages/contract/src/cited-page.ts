import { reservedLabels } from '@glossator/domain';

/** What a page of the site is about, by its address. */
export type Cited =
  | {
      readonly kind: 'release';
      readonly slug: string;
      readonly number: string | undefined;
      /** Its label, or its number in the order where it has none; undefined for the whole. */
      readonly part: string | number | undefined;
    }
  | {
      readonly kind: 'text';
      readonly work: string;
      readonly pins: string;
      readonly at: string | undefined;
    }
  | { readonly kind: 'note'; readonly id: string };

const release =
  /^\/c\/([a-z0-9-]{1,64})(?:@(\d{1,4}\.\d{1,4}))?(?:\/(?:part\/(\d{1,6})|([A-Za-z0-9][A-Za-z0-9.-]{0,11})))?$/;
const text = /^\/t\/([a-z0-9-]{1,64})(?:@([a-z0-9-:.,]{1,400}))?(?:\/(\d[0-9a-z.-]{0,169}))?$/;
const note = /^\/n\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** What files of a text or a release end in, whoever makes them. */
const file = /\.(?:json|jsonld|bib|ris|xml|txt|html|md|pdf|epub|zip)$/;

/** Null where it is no page that can be cited. */
export function readCited(path: string): Cited | null {
  if (file.test(path)) return null;
  const [, slug, number, n, label] = release.exec(path) ?? [];
  const part = n === undefined ? label : Number(n);
  if (label !== undefined && reservedLabels.includes(label)) return null;
  if (slug !== undefined) return { kind: 'release', slug, number, part };
  const [, work, pins = '', at] = text.exec(path) ?? [];
  if (work !== undefined) return { kind: 'text', work, pins, at };
  const id = note.exec(path)?.[1];
  return id === undefined ? null : { kind: 'note', id };
}
