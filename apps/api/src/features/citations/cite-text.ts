import type { CitedItem, Contributor, ContributorName } from '@glossator/domain/cite';
import { inLanguage } from '../../in-language.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound } from '../../refusal.ts';
import { focusOn } from '../works/address.ts';
import { chooseSupplements, chooseVersions, readPins, type Chosen } from '../works/service.ts';
import { asPinned } from '../works/structure-of.ts';
import { requireWork, type LoadedWork, type TextStore } from '../works/text-store.ts';
import { clauseOf } from './clause-of.ts';
import { proofOf } from './proof.ts';
import { alone, siteOf, type CitedPage, type Thing } from './things.ts';

type Edition = LoadedWork['head'];

/** Who issued the text, and whoever answers for this edition of it. */
function contributorsOf({ relation, issuer, lang, responsible }: Edition): Contributor[] {
  const by = (role: Contributor['role'], name: ContributorName): Contributor => ({
    role,
    name,
    orcid: null,
  });
  const people = (role: Contributor['role']) =>
    // One string is all that is known of each: it is not taken apart.
    responsible.map((text) => by(role, { kind: 'literal', text }));
  if (relation === 'supplement') return people('author');
  const author = by('author', { kind: 'group', text: inLanguage(issuer, lang) });
  return relation === 'translation' ? [author, ...people('translator')] : [author];
}

/** A version of an edition as a whole. */
export function editionItem(edition: Edition, origin: string): CitedItem {
  const { slug, edition_id: id, version } = edition;
  return {
    ...siteOf(origin),
    kind: 'edition',
    id: `${slug}/${id}@${version}`,
    contributors: contributorsOf(edition),
    title: edition.title,
    subtitle: null,
    work: null,
    entry: null,
    clause: null,
    version,
    issued: edition.issued,
    retracted: null,
    url: `${origin}/t/${slug}@${id}:${version}`,
    language: edition.lang,
    licence: null,
    abstract: null,
  };
}

export async function citeText(
  { texts, origin }: { readonly texts: TextStore; readonly origin: string },
  viewer: Viewer,
  asked: { readonly work: string; readonly pins: string; readonly at: string | undefined },
  edition: string | undefined,
): Promise<CitedPage> {
  const now = await requireWork(texts, asked.work, viewer);
  const pins = readPins(now, asked.pins);
  const work = asPinned(now, pins);
  const supplements = chooseSupplements(work, pins, viewer);
  const chosen = [...chooseVersions(work, pins, viewer), ...supplements];
  const focus = focusOn(work.structure, asked.at);
  const first =
    chosen.find(({ head }) => head.edition_id === edition) ??
    chosen.find(({ pinned }) => pinned) ??
    chosen.find(({ head }) => head.relation === 'source') ??
    chosen[0];
  if (first === undefined || (edition !== undefined && first.head.edition_id !== edition))
    throw notFound();
  const outside = new Set<string>();
  for (const { head } of supplements) {
    const { texts: given } = await texts.version(head.version_id);
    const gives = focus.segments.some(({ uid }) => (given.get(uid)?.reading ?? null) !== null);
    if (!gives) outside.add(head.edition_id);
  }
  const ordered = [first, ...chosen.filter((each) => each !== first)];
  const wholes = ordered.map(({ head }): Thing => ({
    what: 'edition',
    name: head.edition_id,
    item: editionItem(head, origin),
  }));
  const onOne = async (each: Chosen): Promise<Thing> => {
    const item = editionItem(each.head, origin);
    const thing = onClause(
      work,
      { what: 'edition', name: each.head.edition_id, item },
      focus.address,
    );
    const url = thing.item.clause?.url ?? item.url;
    return { ...thing, proof: await proofOf(texts, work, each, focus, url) };
  };
  const clauses =
    focus.kind === 'work'
      ? []
      : await Promise.all(ordered.filter(({ head }) => !outside.has(head.edition_id)).map(onOne));
  const [shown, ...others] = [...clauses, ...wholes];
  if (shown === undefined) throw notFound();
  return { ...alone, things: [shown, ...others] };
}

function onClause(work: LoadedWork, { name, item }: Thing, address: string): Thing {
  const url = `${item.url}/${address}`;
  const clause = { ...clauseOf(work, address), url };
  return { what: 'clause', name, item: { ...item, id: `${item.id}/${address}`, clause } };
}
