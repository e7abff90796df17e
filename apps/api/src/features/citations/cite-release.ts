import type { ReleaseHead } from '@glossator/contract';
import { licenceUrl, licences, type PartKind, type ReleasePlace } from '@glossator/domain';
import {
  personName,
  type CitedItem,
  type Contributor,
  type TypedLink,
} from '@glossator/domain/cite';
import type { Statement } from '../../db/client.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound } from '../../refusal.ts';
import { readRelease } from '../releases/parts.ts';
import { headOf, rowOf, type ReleaseDeps } from '../releases/releases.ts';
import { requireWork } from '../works/text-store.ts';
import { clauseOfPlace } from './clause-of.ts';
import { inBoth, inLanguage, siteOf, type CitedPage, type Thing } from './things.ts';

const entry = (name: string, condition: string): Statement => ({
  name,
  text: `
    select p.kind, p.n, p.label, p.title, p.places
    from commentary c
    join commentary_release r on r.commentary_id = c.id
      and r.major = split_part($2, '.', 1)::integer and r.minor = split_part($2, '.', 2)::integer
    join release_part p on p.release_id = r.id and ${condition}
    where c.slug = $1`,
});

/** $1 slug, $2 number, $3 label. Indexes commentary_slug_key, commentary_release_commentary_id_major_minor_key, release_part_label. */
export const citedEntry = entry('cited-entry', "p.label = $3 and p.label <> ''");
/** $1 slug, $2 number, $3 number in the order. Indexes as above, release_part_pkey. */
export const citedPart = entry('cited-part', 'p.n = $3::integer');

interface EntryRow extends Record<string, unknown> {
  readonly kind: PartKind;
  readonly n: number;
  readonly label: string;
  readonly title: string;
  readonly places: readonly ReleasePlace[];
}

/** Places of an entry that can be cited one by one. */
const mostPlaces = 12;

const contributorOf = (
  { kind, family, given, orcid, names }: ReleaseHead['contributors'][number],
  language: string,
): Contributor => ({
  role: 'author',
  name: kind === 'group' ? { kind, text: names[language] ?? family } : personName(family, given),
  orcid: orcid === '' ? null : orcid,
});

const day = (instant: string): string => instant.slice(0, 10);

/** Below the address of its release. */
const pathOf = ({ label, n }: Pick<EntryRow, 'label' | 'n'>): string =>
  label === '' ? `part/${String(n)}` : label;

/** Of an entry without one its label and its clause say what it is. */
function titleOf({ kind, title, label, n }: EntryRow, language: string): string | null {
  if (title !== '') return title;
  if (label !== '') return null;
  const isChinese = language.startsWith('zh');
  if (kind === 'introduction') return isChinese ? '导言' : 'Introduction';
  return isChinese ? `第${String(n)}篇` : `Part ${String(n)}`;
}

/** A release as a whole, in the words in which it was published. */
export function releaseItem(release: ReleaseHead, origin: string): CitedItem {
  const { slug, number, language, titles, subtitle, abstracts, retracted, licence } = release;
  const known = licences.find((each) => each === licence.id);
  const address = known === undefined ? null : licenceUrl(known);
  return {
    ...siteOf(origin),
    kind: 'commentary',
    id: `${slug}@${number}`,
    contributors: release.contributors.map((each) => contributorOf(each, language)),
    title: inLanguage(titles, language),
    subtitle: subtitle === '' ? null : subtitle,
    work: { titles: inBoth(release.work.titles), url: `${origin}/t/${release.work.slug}` },
    entry: null,
    clause: null,
    version: number,
    issued: day(release.released),
    retracted: retracted === null ? null : { on: day(retracted.at) },
    url: `${origin}/c/${slug}@${number}`,
    language,
    licence: address === null ? null : { name: licence.id.replaceAll('-', ' '), url: address },
    abstract: abstracts[language] ?? null,
  };
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

export async function citeRelease(
  deps: ReleaseDeps & { readonly origin: string },
  viewer: Viewer,
  slug: string,
  number: string | undefined,
  part: string | number | undefined,
): Promise<CitedPage> {
  const { db, texts, origin } = deps;
  const wholeOf = (release: ReleaseHead) => ({
    whole: {
      what: 'release',
      name: release.number,
      item: releaseItem(release, origin),
    } satisfies Thing,
    versions: versionsOf(release, origin),
  });
  if (part === undefined) {
    const release = await readRelease(deps, viewer, slug, number);
    const { whole, versions } = wholeOf(release);
    const parts = release.parts.map((each): TypedLink => ({
      rel: 'item',
      href: `${whole.item.url}/${pathOf(each)}`,
      type: 'text/html',
    }));
    return { things: [whole], parts, versions };
  }
  const found = await rowOf(db, slug, number);
  const work = await requireWork(texts, found.work);
  const release = await headOf(db, found, work);
  const { whole, versions } = wholeOf(release);
  const { item } = whole;
  const [row] = await db.rows<EntryRow>(typeof part === 'number' ? citedPart : citedEntry, [
    slug,
    release.number,
    part,
  ]);
  if (row === undefined) throw notFound();
  const places = row.places.map((place) => clauseOfPlace(work, place));
  const on = (clause: (typeof places)[number] | null): CitedItem => ({
    ...item,
    id: `${item.id}/${pathOf(row)}`,
    abstract: null,
    entry: {
      number: row.label,
      title: titleOf(row, item.language),
      clause,
      url: `${item.url}/${pathOf(row)}`,
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
    things: [
      entry,
      ...each.map((clause): Thing => ({ what: 'place', name: clause.address, item: on(clause) })),
      whole,
    ],
    parts: [],
    versions,
  };
}
