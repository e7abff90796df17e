import type { TextPublication } from '@glossator/contract';
import { checkText } from '@glossator/document';
import { toShippedWork, type ImportedWork, type ImportProposal } from '@glossator/document/import';
import type { Viewer } from '../../plugins/session.ts';
import { requireMember } from '../../permission.ts';
import { Refusal } from '../../refusal.ts';
import { ownSlug } from '../own-works/name.ts';
import { NameTaken, storeOwnWork } from '../own-works/store.ts';
import { held } from './correct.ts';
import type { TextImportDeps } from './service.ts';
import * as statements from './statements.ts';

const unfit = (why: string): Refusal => new Refusal('publication-unfit', why);

/** What was typed as it is kept: NFC, and nothing that no text may hold. */
function accepted(text: string): string {
  const checked = checkText(text.trim());
  if (!checked.ok)
    throw new Refusal('text-malformed', 'This holds characters that cannot be kept.');
  return checked.value;
}

const acceptedIn = (localised: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(localised).flatMap(([lang, text]) => {
      const value = accepted(text);
      return value === '' ? [] : [[lang, value]];
    }),
  );

/** Ids of editions: the name of the work, and the language; of two in one, the second is told apart. */
const editionIds = (slug: string, langs: readonly string[]): string[] =>
  langs.map((lang, n) => {
    const id = `${slug}-${lang.toLowerCase()}`;
    return langs.indexOf(lang) === n ? id : `${id}-${String(n + 1)}`;
  });

function declared(
  { sides, sources }: ImportProposal,
  form: TextPublication,
  slug: string,
  released: string,
): ImportedWork {
  const titles = acceptedIn(form.titles);
  const [anyTitle] = Object.values(titles);
  if (anyTitle === undefined) throw unfit('A text has a title in one of its languages.');
  const rights = accepted(form.rights);
  const langs = sides.map(({ lang }) => lang);
  const ids = editionIds(slug, langs);
  const inBoth = (text: string): Record<string, string> =>
    text === '' ? {} : { en: text, 'zh-Hans': text };
  return {
    released,
    work: {
      ...{ key: slug, slug, titles, issued: form.issued },
      abbreviation: accepted(form.abbreviation),
      issuer: acceptedIn(form.issuer),
      rights: inBoth(rights),
    },
    editions: sides.map(({ lang }, n) => ({
      id: ids[n] ?? '',
      relation: n === form.original ? ('source' as const) : ('translation' as const),
      title: titles[lang] ?? anyTitle,
      responsible: [],
      source: inBoth(sources[Math.min(n, sources.length - 1)]?.name ?? ''),
      rights: inBoth(rights),
    })),
  };
}

/** Makes the work: addresses minted, stored as its owner's private one, whole or not at all. */
export async function publishImport(
  deps: TextImportDeps,
  viewer: Viewer,
  id: string,
  form: TextPublication,
): Promise<{ slug: string }> {
  const personId = requireMember(viewer.actor);
  const released = new Date().toISOString().slice(0, 10);
  try {
    return await deps.transact(async (db) => {
      const { proposal } = await held(deps, db, viewer, id, form.version);
      const slug = ownSlug(form.slug, 16);
      const made = toShippedWork(proposal, declared(proposal, form, slug, released));
      if (!made.ok) throw unfit(`The text cannot be published: ${made.reason}.`);
      await storeOwnWork(db, personId, made.value);
      await db.rows(statements.publish, [id, slug]);
      return { slug };
    });
  } catch (error) {
    // Forty bits that were drawn before: the next draw is another.
    if (error instanceof NameTaken)
      throw new Refusal('temporarily-unavailable', 'A name was taken; send it again.');
    throw error;
  }
}
