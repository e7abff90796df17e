import type { ReleaseHead } from '@glossator/contract';
import { releaseFileType, writeReleaseFile, type ReleaseFormat } from '@glossator/domain';
import { isChinese, type CitedItem, type LinkedFile, type TypedLink } from '@glossator/domain/cite';
import { say } from '../release-exports/make/say.ts';
import { partOf, type PartRow } from '../releases/parts.ts';
import { headOf, rowOf, type ReleaseDeps, type Row } from '../releases/releases.ts';
import { partsOfRelease } from '../releases/statements.ts';
import { workAround } from '../works/text-store.ts';
import { clauseOfPlace } from './clause-of.ts';
import { releaseItem } from './release-item.ts';
import { alone, type CitedPage, type Thing } from './things.ts';

export interface CiteDeps extends ReleaseDeps {
  readonly origin: string;
  /** What a release can be taken away as on this site. */
  readonly formats: readonly ReleaseFormat[];
}

/** Places of an entry that can be cited one by one. */
const mostPlaces = 12;

/** Below the address of its release. */
const pathOf = ({ label, n }: Pick<PartRow, 'label' | 'n'>): string =>
  label === '' ? `part/${String(n)}` : label;

/** Of an entry without one its label and its clause say what it is. */
function titleOf({ kind, title, label, n }: PartRow, language: string): string | null {
  if (title !== '') return title;
  if (label !== '') return null;
  if (kind === 'introduction') return say(language).kind.introduction;
  return isChinese({ language }) ? `第${String(n)}篇` : `Part ${String(n)}`;
}

/** What came before and after it, newest and retracted ones as they are. */
function versionsOf(
  { releases, number, successor, slug }: ReleaseHead,
  origin: string,
): TypedLink[] {
  const read = releases.filter(({ withdrawn }) => withdrawn === null);
  const at = read.findIndex((each) => each.number === number);
  const to = (rel: TypedLink['rel'], other: string | null | undefined): TypedLink[] =>
    other == null ? [] : [{ rel, href: `${origin}/c/${slug}@${other}`, type: 'text/html' }];
  return [
    ...to('predecessor-version', read[at + 1]?.number),
    ...to('successor-version', at > 0 ? read[at - 1]?.number : null),
    ...to('latest-version', successor),
  ];
}

/** Each is made when it is first asked for. */
const filesOf = ({ slug, number }: ReleaseHead, { origin, formats }: CiteDeps): LinkedFile[] =>
  formats.map((format) => ({
    url: `${origin}/c/${writeReleaseFile(slug, number, format)}`,
    mediaType: releaseFileType(format),
  }));

export async function citeRelease(
  deps: CiteDeps,
  slug: string,
  number: string | undefined,
  part: string | number | undefined,
): Promise<CitedPage> {
  const { db, texts, origin } = deps;
  const found = await rowOf(db, slug, number);
  const work = await workAround(texts, found.work);
  const release = await headOf(db, found, work);
  const { retracted } = release;
  const item: CitedItem = {
    ...releaseItem(release, origin),
    retracted: retracted && { on: retracted.at.slice(0, 10) },
  };
  const whole: Thing = { what: 'release', name: release.number, item };
  const versions = versionsOf(release, origin);
  const urlOf = (one: Pick<PartRow, 'label' | 'n'>): string => `${item.url}/${pathOf(one)}`;
  if (part === undefined) {
    const parts = async (): Promise<readonly TypedLink[]> =>
      (await db.rows<Row<PartRow>>(partsOfRelease, [found.id])).map((one) => ({
        rel: 'item',
        href: urlOf(one),
        type: 'text/html',
      }));
    return { things: [whole], parts, versions, files: filesOf(release, deps) };
  }
  const row = await partOf(db, found.id, part);
  const places = row.places.map((place) => clauseOfPlace(work, place));
  const on = (clause: (typeof places)[number] | null): CitedItem => ({
    ...item,
    id: `${item.id}/${pathOf(row)}`,
    abstract: null,
    entry: {
      number: row.label,
      title: titleOf(row, item.language),
      clause,
      url: urlOf(row),
    },
  });
  const [first = null] = places;
  const entry: Thing = {
    what: 'entry',
    name: row.label,
    item: on(places.length === 1 ? first : null),
  };
  const each = places.length === 1 ? [] : places.slice(0, mostPlaces);
  return {
    ...alone,
    things: [
      entry,
      ...each.map((clause): Thing => ({ what: 'place', name: clause.address, item: on(clause) })),
      whole,
    ],
    versions,
  };
}
