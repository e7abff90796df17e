import { formatPins, resolveAddress } from '@glossator/document';
import {
  licenceUrl,
  type ReleaseDocument,
  type ReleasePart,
  type ReleasePlace,
} from '@glossator/domain';
import { cite, isChinese, type WrittenCitation } from '@glossator/domain/cite';
import { inLanguage } from '../../../in-language.ts';
import { citable } from '../../../markdown/citations.ts';
import type { ReferencePlace } from '../../../markdown/references.ts';
import { nameOf, releaseItem } from '../../citations/release-item.ts';
import type { Structure } from '../../works/text-store.ts';

/** A version of an edition whose words everybody may read. */
export interface OpenEdition {
  readonly id: string;
  readonly version: string;
  readonly lang: string;
  readonly title: string;
  readonly isSupplement: boolean;
  /** Reading text of each segment; null where the copy has lost it. */
  readonly readings: ReadonlyMap<string, string | null>;
  /** Limbs, as code points of their sentence. */
  readonly limbs: Readonly<Record<string, { sentence: string; start: number; end: number }>>;
}

/** All that a file is made from: the same gives the same bytes, but for PDF. */
export interface Exported {
  readonly release: ReleaseDocument;
  /** Of the document as it is stored. */
  readonly sha256: string;
  readonly origin: string;
  readonly structure: Pick<Structure, 'units' | 'aliases' | 'byUid'>;
  /** In the order in which the release names them. */
  readonly editions: readonly OpenEdition[];
}

/** Called as parts are done; lets others have their turn. */
export type Step = (parts: number) => Promise<void>;
export type Maker = (exported: Exported, step: Step) => Promise<Uint8Array>;

export const titleOf = ({ titles, language }: ReleaseDocument): string =>
  inLanguage(titles, language);

export const byline = ({
  contributors,
  language,
}: Pick<ReleaseDocument, 'contributors' | 'language'>): string =>
  contributors.map((each) => nameOf(each, language)).join(isChinese({ language }) ? '、' : ', ');

/** How it is cited, in the style that readers of its language use. */
export const citationOf = ({ release, origin }: Exported): WrittenCitation =>
  cite(releaseItem(release, origin), isChinese(release) ? 'gbt7714' : 'chicago-bibliography');

/** The same where there is little room: many authors, or a long title, are left out. */
export function footOf(exported: Exported): string {
  const { text } = citationOf(exported);
  if (text.length <= 260) return text;
  const { number } = exported.release;
  const title = Array.from(titleOf(exported.release));
  const short = title.length > 120 ? [...title.slice(0, 119), '…'] : title;
  return `${short.join('')}, ${number}. ${releaseUrl(exported)}`;
}

/** The permanent address of the release. */
export const releaseUrl = ({ origin, release }: Exported): string =>
  `${origin}/c/${release.slug}@${release.number}`;

/** Of an entry in it. */
export const entryUrl = (exported: Exported, label: string): string =>
  `${releaseUrl(exported)}/${label}`;

/** The work in the versions that the release was written on. */
const pinned = ({ origin, release: { work, versions } }: Exported): string =>
  `${origin}/t/${formatPins({
    work: work.slug,
    pins: Object.entries(versions).map(([edition, version]) => ({ edition, version })),
  })}`;

export const placeUrl = (exported: Exported, { address, entry }: ReleasePlace): string =>
  entry === null
    ? `${pinned(exported)}/${address}`
    : `${exported.origin}/t/${exported.release.work.slug}/app/${entry.edition}/${entry.number}`;

const labelSets = new WeakMap<ReleaseDocument['parts'], ReadonlySet<string>>();

/** Asked for with each part: of a release they are gathered once. */
function labelsIn({ parts }: ReleaseDocument): ReadonlySet<string> {
  const labels =
    labelSets.get(parts) ??
    new Set(parts.map(({ label }) => label).filter((label) => label !== ''));
  labelSets.set(parts, labels);
  return labels;
}

/** How words of the release are read: each reference leads somewhere for good. */
export function referencesIn({ release, structure }: Exported): ReferencePlace {
  const labels = labelsIn(release);
  return {
    work: release.work.slug,
    key: '',
    has: (address) => {
      const found = resolveAddress(structure, address);
      return found.ok || found.reason === 'retired';
    },
    citable: citable(release.items ?? [], release.language),
    entry: (label) => (labels.has(label) ? `/c/${release.slug}@${release.number}/${label}` : null),
  };
}

/** The label of the entry of this release that a link of its words leads to. */
export function labelAt({ release }: Exported, href: string): string | null {
  const before = `/c/${release.slug}@${release.number}/`;
  return href.startsWith(before) ? href.slice(before.length) : null;
}

/** A link of the words as it is outside of this site. */
export function absolute(exported: Exported, href: string): string {
  const ofWork = `/t/${exported.release.work.slug}/`;
  if (href.startsWith(ofWork) && !href.startsWith(`${ofWork}app/`))
    return `${pinned(exported)}/${href.slice(ofWork.length)}`;
  return href.startsWith('/') && !href.startsWith('//') ? `${exported.origin}${href}` : href;
}

/** `entry-T12`; parts without a label by their number, from 1. */
export const partId = ({ label }: ReleasePart, n: number): string =>
  label === '' ? `part-${String(n)}` : `entry-${label}`;

export const licenceWords = ({ licence, language }: ReleaseDocument) => ({
  id: licence.id,
  url: licenceUrl(licence.id),
  statement: inLanguage(licence.statement, language),
});

export const dateOf = ({ released }: ReleaseDocument): string => released.slice(0, 10);
