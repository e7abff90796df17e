import type { TextFormsView } from '@glossator/contract';
import {
  isAligned,
  textForm,
  textForms,
  withheldEntries,
  workBundle,
  writeTextForm,
  type ExportedWork,
  type TextForm,
} from '@glossator/document/export';
import type { Viewer } from '../../plugins/session.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { zipOf } from '../../zip.ts';
import { chooseAll, isWithheld, readPins, type Chosen } from '../works/service.ts';
import { entryTeller } from '../works/entry-teller.ts';
import { asPinned } from '../works/structure-of.ts';
import { requireWork, type LoadedWork } from '../works/text-store.ts';
import { exportedWork, hasAligned, partOf, type FormsDeps } from './exported.ts';

export interface AskedForm {
  readonly slug: string;
  readonly pins: string | undefined;
  readonly at: string | undefined;
  readonly edition: string | undefined;
}

interface Told {
  readonly work: LoadedWork;
  /** The editions whose words this viewer may have; at least one. */
  readonly chosen: readonly Chosen[];
  /** Whether these are all that there are. */
  readonly isWhole: boolean;
  /** Whether everybody may have all of them. */
  readonly isPublic: boolean;
}

async function toldOf(
  { texts }: FormsDeps,
  viewer: Viewer,
  { slug, pins }: Pick<AskedForm, 'slug' | 'pins'>,
): Promise<Told> {
  const now = await requireWork(texts, slug, viewer);
  const pinned = readPins(now, pins);
  const work = asPinned(now, pinned);
  const all = chooseAll(work, pinned, viewer);
  const chosen = all.filter(({ withheld }) => !withheld);
  if (chosen.length === 0)
    throw new Refusal('edition-withheld', 'The words of this text are not shown here.');
  const isPublic = chosen.every(
    ({ head }) => head.standing === 'public' && head.access === 'public',
  );
  return { work, chosen, isWhole: chosen.length === all.length, isPublic };
}

export interface MadeForm {
  readonly body: string | Uint8Array;
  readonly mediaType: string;
  readonly name: string;
  readonly isPublic: boolean;
}

/** The edition that is asked for; else the first that is pinned, else the original. */
function editionIn({ work, chosen }: Told, id: string | undefined): Chosen {
  if (id !== undefined) {
    const found = chosen.find(({ head }) => head.edition_id === id);
    if (found !== undefined) return found;
    if (work.editions.some(({ edition_id }) => edition_id === id))
      throw new Refusal('edition-withheld', 'The words of this edition are not shown here.');
    throw notFound();
  }
  const first =
    chosen.find(({ pinned }) => pinned) ??
    chosen.find(({ head }) => head.relation === 'source') ??
    chosen[0];
  if (first === undefined) throw notFound();
  return first;
}

/** What a form has of what is told; what is aligned with one edition is the original. */
function heldBy(
  { chosen }: Told,
  edition: Chosen,
  holds: (typeof textForm)[TextForm]['holds'],
  isOne: boolean,
): readonly Chosen[] {
  if (!isOne) return chosen;
  if (holds !== 'aligned') return [edition];
  return edition.head.relation === 'source'
    ? chosen
    : chosen.filter((each) => each === edition || each.head.relation === 'source');
}

const unaligned = ({ isWhole }: Told): Refusal =>
  isWhole
    ? notFound()
    : new Refusal(
        'edition-withheld',
        'The words of an edition that is aligned are not shown here.',
      );

const stemOf = ({ shipped, at }: ExportedWork): string =>
  [shipped.work.slug, ...(at === '' ? [] : [at])].join('-');

/** A text, or a part of it, in one of its forms. */
export async function makeForm(
  deps: FormsDeps,
  viewer: Viewer,
  asked: AskedForm,
  form: TextForm,
): Promise<MadeForm> {
  const told = await toldOf(deps, viewer, asked);
  const edition = editionIn(told, asked.edition);
  const { suffix, mediaType, holds } = textForm[form];
  const isOne = holds === 'one' || asked.edition !== undefined;
  const whole = await exportedWork(deps, told.work, heldBy(told, edition, holds, isOne), (head) =>
    isWithheld(head, viewer),
  );
  if (holds === 'aligned' && !isAligned(whole.shipped)) throw unaligned(told);
  const exported = asked.at === undefined ? whole : partOf(whole, told.work, asked.at);
  const [version] = exported.shipped.versions;
  if (version === undefined) throw notFound();
  const { head } = edition;
  return {
    body: writeTextForm(exported, form, version),
    mediaType,
    name: `${stemOf(exported)}${isOne ? `.${head.edition_id}@${head.version}` : ''}${suffix}`,
    isPublic: told.isPublic,
  };
}

/** Everything that there is of a text, as one archive. */
export async function makeArchive(
  deps: FormsDeps,
  viewer: Viewer,
  asked: Pick<AskedForm, 'slug' | 'pins'>,
): Promise<MadeForm> {
  const { work, chosen, isPublic } = await toldOf(deps, viewer, asked);
  const exported = await exportedWork(deps, work, chosen, (head) => isWithheld(head, viewer));
  const newest = chosen.map(({ head }) => head.released).reduce((a, b) => (a > b ? a : b));
  return {
    body: await zipOf(workBundle(exported), newest),
    mediaType: 'application/zip',
    name: `${work.head.slug}.zip`,
    isPublic,
  };
}

/** What a text can be had as. */
export async function listForms(
  { db, texts }: FormsDeps,
  viewer: Viewer,
  { slug, pins }: Pick<AskedForm, 'slug' | 'pins'>,
): Promise<TextFormsView> {
  const now = await requireWork(texts, slug, viewer);
  const pinned = readPins(now, pins);
  const work = asPinned(now, pinned);
  const { head } = work;
  const chosen = chooseAll(work, pinned, viewer);
  const told = chosen.filter(({ withheld }) => !withheld);
  const forms = (await hasAligned(db, work, told))
    ? textForms
    : textForms.filter((form) => textForm[form].holds !== 'aligned');
  const teller = await entryTeller(texts, work, (each) => isWithheld(each, viewer));
  const leftOut = new Map<string, readonly string[]>();
  for (const { head: edition } of told) {
    const { apparatus } = await texts.version(edition.version_id);
    leftOut.set(edition.edition_id, withheldEntries({ apparatus: apparatus.map(teller) }));
  }
  return {
    slug: head.slug,
    titles: head.titles,
    editions: chosen.map(({ head: edition, versions, withheld }) => ({
      id: edition.edition_id,
      lang: edition.lang,
      relation: edition.relation,
      title: edition.title,
      version: edition.version,
      versions: [...versions],
      released: edition.released,
      sha256: edition.sha256,
      rights: edition.edition_rights,
      withheld,
      withheldEntries: [...(leftOut.get(edition.edition_id) ?? [])],
    })),
    forms: forms.map((form) => ({ form, ...textForm[form] })),
  };
}
