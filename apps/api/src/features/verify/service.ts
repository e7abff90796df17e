import { limits, type VerifyForm, type VerifyView } from '@glossator/contract';
import {
  parseCitation,
  readPasted,
  readPlace,
  verifyQuotation,
  type Pasted,
  type PreparedWork,
  type VerifyFailure,
} from '@glossator/document';
import type { Db } from '../../db/client.ts';
import type { Viewer } from '../../plugins/session.ts';
import { Refusal } from '../../refusal.ts';
import { isWithheld } from '../works/service.ts';
import { requireWork, type LoadedWork, type TextStore } from '../works/text-store.ts';
import { mostSearched, type PreparedVersions } from './prepared.ts';
import { presentVerified } from './present.ts';
import { searchedWorks } from './statements.ts';

export interface VerifyDeps {
  readonly db: Db;
  readonly texts: TextStore;
  readonly prepared: PreparedVersions;
}

const MOST_WORKS = 200;

const refusals: Readonly<Record<VerifyFailure, () => Refusal>> = {
  malformed: () => new Refusal('text-malformed', 'The text holds characters that no text has.'),
  'too-long': () => new Refusal('quotation-too-long', 'A quotation has 20,000 characters at most.'),
  'too-short': () => new Refusal('quotation-too-short', 'A quotation has two letters at least.'),
  'too-many-pieces': () =>
    new Refusal('quotation-in-pieces', 'A quotation leaves words out at 19 places at most.'),
};

/** Editions whose words this reader may not see are not searched: neither found nor compared. */
async function prepareWork(
  { texts, prepared }: VerifyDeps,
  viewer: Viewer,
  { head, editions, structure }: LoadedWork,
): Promise<PreparedWork> {
  const shown = editions.filter((each) => !isWithheld(each, viewer));
  const versions = await Promise.all(shown.map((each) => prepared.get(texts, each, structure)));
  return { slug: head.slug, versions };
}

async function searchedSlugs(
  { db }: VerifyDeps,
  { works }: Viewer,
  named: string | undefined,
): Promise<string[]> {
  const rows = await db.rows<{ slug: string }>(searchedWorks, [MOST_WORKS, works]);
  const slugs = rows.map(({ slug }) => slug);
  // The work that is named comes first: it is searched whatever else is not.
  return named !== undefined && slugs.includes(named)
    ? [named, ...slugs.filter((slug) => slug !== named)]
    : slugs;
}

/** Where the person says that it stands, which they typed into a field of its own. */
function statedPlace(at: string, works: readonly LoadedWork[]): Pasted['place'] {
  const link = readPlace(at.trim());
  if (link !== null) return link;
  for (const { head } of works) {
    const cited = parseCitation(at, head);
    if (cited.ok) return { work: head.slug, pins: [], address: cited.value };
  }
  throw new Refusal(
    'citation-unknown',
    'A clause is cited as 4.3.1.2, IV(3) ¶1 s. 2 or 四（三）第1段第2句.',
  );
}

export async function verify(
  deps: VerifyDeps,
  viewer: Viewer,
  { text, work, at }: VerifyForm,
): Promise<VerifyView> {
  if (text.length > limits.pasteLength * 2) throw refusals['too-long']();
  const pasted = readPasted(text);
  const slugs = work === undefined ? await searchedSlugs(deps, viewer, pasted.place?.work) : [work];
  const loaded: LoadedWork[] = [];
  const works: PreparedWork[] = [];
  let size = 0;
  for (const slug of slugs) {
    if (size > mostSearched) break;
    const found = await requireWork(deps.texts, slug, viewer);
    const one = await prepareWork(deps, viewer, found);
    size += one.versions.reduce((sum, { source }) => sum + source.length, 0);
    loaded.push(found);
    works.push(one);
  }
  const asked = at === undefined ? pasted : { ...pasted, place: statedPlace(at, loaded) };
  const verified = verifyQuotation(asked, works);
  if (!verified.ok) throw refusals[verified.reason]();
  return presentVerified(asked, verified.value, loaded, loaded.length < slugs.length, works);
}
