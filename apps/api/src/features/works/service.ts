import { createHash } from 'node:crypto';
import type { EditionView, WorkView } from '@glossator/contract';
import { parseCitation, parsePins, plainText, type TextForm } from '@glossator/document';
import type { Db } from '../../db/client.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { tallies, type EditionHead } from './repository.ts';
import { focusOn } from './address.ts';
import { entryTeller, type EntryTeller } from './entry-teller.ts';
import { structureOf } from './structure-of.ts';
import {
  inWork,
  mayRead,
  requireWork,
  type LoadedWork,
  type TextReader,
  type TextStore,
  type VersionText,
} from './text-store.ts';

/** Pinned versions by edition id. */
export type Pins = ReadonlyMap<string, string>;

/** `edition:version`, several joined by commas; each must exist in the work. */
export function readPins(work: LoadedWork, text: string | undefined): Pins {
  if (text === undefined || text === '') return new Map();
  const parsed = parsePins(`${work.head.slug}@${text}`);
  if (!parsed.ok)
    throw new Refusal(
      'address-malformed',
      'A version is pinned as edition:1.0.0, an edition once.',
    );
  for (const { edition, version } of parsed.value.pins)
    if (!work.editions.some((each) => each.edition_id === edition && each.version === version))
      throw new Refusal(
        'version-unknown',
        `This work has no edition version ${edition}:${version}.`,
      );
  return new Map(parsed.value.pins.map(({ edition, version }) => [edition, version]));
}

export interface Chosen {
  readonly head: EditionHead;
  readonly versions: readonly string[];
  readonly pinned: boolean;
  /** True where this reader may not see the words. */
  readonly withheld: boolean;
}

export function isWithheld(
  head: EditionHead,
  viewer: Pick<Viewer, 'person'> & TextReader,
): boolean {
  if (!mayRead(viewer, head)) return true;
  return head.access === 'withheld' || (head.access === 'signed-in' && viewer.person === null);
}

export const isSupplement = ({ relation }: Pick<EditionHead, 'relation'>): boolean =>
  relation === 'supplement';

/**
 * One version of every edition that stands for the text; supplements are asked for by themselves, so
 * that nothing takes one for the text. Of each: the pinned one; else, beside a pinned edition, the newest that
 * had been released by then; else the newest.
 */
export function chooseVersions(work: LoadedWork, pins: Pins, viewer: Viewer): Chosen[] {
  return chooseAll(work, pins, viewer).filter(({ head }) => !isSupplement(head));
}

/** The same of supplements. */
export function chooseSupplements(work: LoadedWork, pins: Pins, viewer: Viewer): Chosen[] {
  return chooseAll(work, pins, viewer).filter(({ head }) => isSupplement(head));
}

/** Both, for who tells each by its title. */
export function chooseAll(
  work: LoadedWork,
  pins: Pins,
  viewer: Pick<Viewer, 'person'> & TextReader,
): Chosen[] {
  const pinnedDates = work.editions
    .filter((each) => pins.get(each.edition_id) === each.version)
    .map((each) => each.released);
  const asOf = pinnedDates.length === 0 ? null : pinnedDates.reduce((a, b) => (a < b ? b : a));
  const ids = [...new Set(work.editions.map((each) => each.edition_id))];
  return ids.flatMap((id) => {
    const all = work.editions.filter((each) => each.edition_id === id);
    // Versions that divide the work otherwise have no words for its clauses.
    const like = all.filter(
      ({ version_id: version }) => version > work.span.after && version <= work.span.last,
    );
    const pinned = all.find((each) => each.version === pins.get(id));
    const current =
      asOf === null ? like.at(-1) : (like.findLast((each) => each.released <= asOf) ?? like[0]);
    const head = pinned ?? current;
    if (head === undefined) return [];
    return [
      {
        head,
        versions: all.map((each) => each.version),
        pinned: pinned !== undefined,
        withheld: isWithheld(head, viewer),
      },
    ];
  });
}

/** Changes when the words shown do, or who may see them, or the work. */
export function textTag(work: LoadedWork, chosen: readonly Chosen[]): string {
  const parts = chosen.map(
    ({ head, withheld, pinned }) =>
      `${String(head.version_id)} ${head.access} ${String(withheld)} ${String(pinned)} ${head.signed_by ?? ''}`,
  );
  return createHash('sha256')
    .update([work.head.slug, work.head.standing, ...parts].join('\n'))
    .digest('base64url')
    .slice(0, 16);
}

function presentEdition(
  { head, versions, pinned, withheld }: Chosen,
  text: VersionText,
  told: EntryTeller,
): EditionView {
  return {
    id: head.edition_id,
    lang: head.lang,
    relation: head.relation,
    supplements: head.supplements,
    signedBy: head.signed_by,
    title: head.title,
    responsible: head.responsible,
    source: head.source,
    rights: head.edition_rights,
    access: head.access,
    withheld,
    version: head.version,
    versions: [...versions],
    pinned,
    released: head.released,
    sha256: head.sha256,
    texts: Object.fromEntries(
      [...text.texts].flatMap(([uid, { reading, label, condition, sha256 }]) => {
        if (condition === 'outside') return [];
        const nothing = { reading: null, label: '', condition, sha256: null };
        return [[uid, withheld ? nothing : { reading, label, condition, sha256 }]];
      }),
    ),
    // Lemmas, offsets and lengths would give withheld words away.
    limbs: withheld ? {} : text.limbs,
    apparatus: withheld ? [] : text.apparatus.map(told),
  };
}

export async function presentWork(
  texts: TextStore,
  work: LoadedWork,
  chosen: readonly Chosen[],
  supplements: readonly Chosen[],
): Promise<WorkView> {
  const { head, structure } = work;
  const hidden = new Set(
    [...chosen, ...supplements].flatMap((each) => (each.withheld ? each.head.edition_id : [])),
  );
  const told = await entryTeller(texts, work, ({ edition_id: id }) => hidden.has(id));
  return {
    slug: head.slug,
    standing: head.standing,
    key: head.key,
    abbreviation: head.abbreviation,
    titles: head.titles,
    issuer: head.issuer,
    issued: head.issued,
    rights: head.rights,
    levels: head.levels,
    hasWitness: head.has_witness,
    hasTerms: head.has_terms,
    units: structure.units.map(({ uid, path, kind, role, parent }) => ({
      uid,
      path,
      kind,
      role: role ?? 'none',
      parent,
    })),
    editions: await presentEditions(texts, chosen, told),
    supplements: await presentEditions(texts, supplements, told),
  };
}

const presentEditions = (
  texts: TextStore,
  chosen: readonly Chosen[],
  told: EntryTeller,
): Promise<EditionView[]> =>
  Promise.all(
    chosen.map(async (each) =>
      presentEdition(each, await texts.version(each.head.version_id), told),
    ),
  );

/** The plain text of one edition version: one segment a line. */
export async function readPlainText(
  texts: TextStore,
  viewer: Viewer,
  query: { slug: string; edition: string; version: string | undefined; form: TextForm },
): Promise<string> {
  const work = await requireWork(texts, query.slug, viewer);
  const versions = work.editions.filter((each) => each.edition_id === query.edition);
  const head =
    query.version === undefined
      ? versions.at(-1)
      : versions.find((each) => each.version === query.version);
  if (head === undefined) throw notFound();
  if (isWithheld(head, viewer))
    throw new Refusal('edition-withheld', 'The words of this edition are not shown here.');
  const { texts: byUid } = await texts.version(head.version_id);
  const { units } = structureOf(work, head.version_id);
  const ordered = units.flatMap((unit) => {
    const text = byUid.get(unit.uid);
    return text === undefined ? [] : [{ ...text, uid: unit.uid }];
  });
  const edition = { id: head.edition_id, relation: head.relation, title: head.title };
  const version = { edition, version: head.version, texts: ordered };
  return plainText(version, units, query.form);
}

/** Published notes by uid, in the layers this viewer sees. */
export function readTallies(
  db: Db,
  viewer: Viewer,
  work: LoadedWork,
): Promise<Record<string, number>> {
  return tallies(db, work.id, viewer.layers);
}

/** The canonical address of what a reader wrote as they would cite it, in either language. */
export async function readCitation(
  texts: TextStore,
  viewer: Viewer,
  slug: string,
  text: string,
): Promise<{ address: string }> {
  return inWork(texts, slug, viewer, ({ head, structure }) => {
    const cited = parseCitation(text, head);
    if (!cited.ok)
      throw new Refusal(
        'citation-unknown',
        'A clause is cited as 4.3.1.2, IV(3) ¶1 s. 2 or 四（三）第1段第2句.',
      );
    return { address: focusOn(structure, cited.value).address };
  });
}
