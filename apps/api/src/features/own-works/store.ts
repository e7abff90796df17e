import type { ShippedWork } from '@glossator/document';
import { breaks } from '../../db/constraint.ts';
import type { Db, Statement } from '../../db/client.ts';
import { findable } from '../search/findable.ts';
import { isOwnSlug } from './name.ts';

/** $1 owner, $2 the work as JSON; see the migration of own works. */
const storeWork: Statement = {
  name: 'store-own-work',
  text: 'select store_own_work($1, $2::jsonb) as id',
};

/** $1 work. */
const versionsOf: Statement = {
  name: 'own-work-versions',
  text: `
    select v.id, v.edition_id as edition from edition e join edition_version v on v.edition_id = e.id
    where e.work_id = $1`,
};

/** $1 version, $2 tokeniser, $3 rows. */
const indexText: Statement = {
  name: 'index-own-text',
  text: 'select index_own_text($1, $2::smallint, $3::jsonb)',
};

/** Segments whose words are put into the index at once. */
const batch = 500;

/** Share of the whole that storing takes, where indexing takes the rest. */
const storing = 0.5;

/** The name of a work, of an edition or of a unit is taken: name it anew, mint anew, store again. */
export class NameTaken extends Error {}

/** What would tell others that there is such a text, or could be mistaken for another's. */
function checkNames({ work: { slug, key }, versions }: ShippedWork): void {
  if (!isOwnSlug(slug) || key !== slug)
    throw new Error(`an own text is named by ownSlug, and its key is its slug: ${slug}`);
  for (const { edition } of versions)
    if (!edition.id.startsWith(`${slug}-`))
      throw new Error(`the id of an edition begins with the name of its work: ${edition.id}`);
}

async function index(
  db: Db,
  workId: number,
  { versions }: ShippedWork,
  tell: (fraction: number) => void,
): Promise<void> {
  const all = versions.reduce((sum, { texts }) => sum + texts.length, 0);
  let put = 0;
  const stored = await db.rows<{ id: number; edition: string }>(versionsOf, [workId]);
  for (const { id, edition } of stored) {
    const texts = versions.find((each) => each.edition.id === edition)?.texts ?? [];
    for (let from = 0; from < texts.length; from += batch) {
      let tokenizer = 0;
      const rows = texts.slice(from, from + batch).flatMap(({ uid, reading }) => {
        if (reading === null) return [];
        const found = findable(reading, []);
        tokenizer = found.tokenizer;
        return [{ uid, folded: found.folded, tokens: found.tokens }];
      });
      if (rows.length > 0) await db.rows(indexText, [id, tokenizer, JSON.stringify(rows)]);
      put += batch;
      tell(storing + (1 - storing) * Math.min(1, put / all));
    }
  }
}

/**
 * Stores what somebody brings as a work of theirs, private, whole or not at all; its number. `db` is a
 * transaction. Its slug is one of `ownSlug`, its key equals it, the id of each edition begins with it.
 * `tell` is given a fraction now and then. Throws NameTaken where a uid or a name is another's.
 */
export async function storeOwnWork(
  db: Db,
  ownerId: string,
  shipped: ShippedWork,
  tell: (fraction: number) => void = () => undefined,
): Promise<number> {
  checkNames(shipped);
  try {
    const [made] = await db.rows<{ id: number }>(storeWork, [ownerId, JSON.stringify(shipped)]);
    if (made === undefined) throw new Error('a work was not stored');
    tell(storing);
    await index(db, made.id, shipped, tell);
    return made.id;
  } catch (error) {
    const names = ['work_slug_key', 'work_key_key', 'edition_pkey', 'unit_pkey'];
    if (names.some((name) => breaks(error, name))) throw new NameTaken('a name is taken');
    throw error;
  }
}
