import type { ApparatusView, EditionAccess, LevelView, WorkSummary } from '@glossator/contract';
import type { Alias, Unit } from '@glossator/document';
import type { WorkStanding, WorkWithdrawal } from '@glossator/domain';
import { and, asc, eq } from 'drizzle-orm';
import type { Static } from 'typebox';
import type { Db, Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';
import { seesWorkSql } from '../../db/visibility.ts';
import { apparatusEntry, limbRange, segmentText, unit, unitAlias } from '../../db/schema.ts';

type Localised = Readonly<Record<string, string>>;

/** One row per edition version of a work: what must be asked anew with every request. */
export interface EditionHead {
  readonly work_id: number;
  readonly slug: string;
  readonly key: string;
  readonly abbreviation: string;
  readonly titles: Localised;
  readonly issuer: Localised;
  readonly issued: string;
  readonly rights: Localised;
  readonly levels: WorkLevels;
  readonly standing: WorkStanding;
  readonly withdrawn: string | null;
  readonly withdrawal_reason: WorkWithdrawal | null;
  readonly withdrawal_words: string;
  readonly edition_id: string;
  readonly lang: string;
  readonly relation: 'source' | 'translation' | 'supplement';
  /** Of a supplement: the edition whose gaps it fills. */
  readonly supplements: string | null;
  /** That of a supplement says what it is, and whether somebody answers for it. */
  readonly title: string;
  readonly responsible: string[];
  readonly source: Localised;
  readonly edition_rights: Localised;
  readonly access: EditionAccess;
  /** Who has signed this version of a supplement, by the name that they signed with. */
  readonly signed_by: string | null;
  readonly version_id: number;
  readonly version: string;
  readonly released: string;
  readonly sha256: string;
  /** The copy that the text was recovered from can be looked at. */
  readonly has_witness: boolean;
  readonly has_terms: boolean;
}

export type WorkLevels = Static<typeof LevelView>[];

// The title of a supplement ships with its label, so that whatever names it says what it is. Once
// somebody answers for it, it says who.
const titleSql = `case when s.name is null then e.title
  else replace(e.title, 'unreviewed working translation', 'reviewed by ' || s.name) end`;

// A work has a handful of editions and versions: unique (slug), edition_work, unique (edition, ord).
const editionHeadsStatement: Statement = {
  name: 'edition-heads',
  text: `
    select w.id as work_id, w.slug, w.key, w.abbreviation, w.titles, w.issuer, w.issued, w.rights,
      w.levels, w.standing, ${iso('w.withdrawn_at')} as withdrawn, w.withdrawal_reason, w.withdrawal_words,
      e.id as edition_id, e.lang, e.relation, e.supplements, ${titleSql} as title,
      e.responsible, e.source, e.rights as edition_rights, e.access, s.name as signed_by,
      v.id as version_id, v.version, v.released, v.sha256,
      exists (select from witness x where x.work_id = w.id) as has_witness,
      exists (select from term_ledger l where l.work_id = w.id) as has_terms
    from work w
    join edition e on e.work_id = w.id
    join edition_version v on v.edition_id = e.id
    left join edition_signature s on s.version_id = v.id
    where w.slug = $1
    order by e.ord, v.ord`,
};

export function editionHeads(db: Db, slug: string): Promise<EditionHead[]> {
  return db.rows<EditionHead & Record<string, unknown>>(editionHeadsStatement, [slug]);
}

export function unitsOf(db: Db, workId: number) {
  return db.orm
    .select()
    .from(unit)
    .where(and(eq(unit.workId, workId), eq(unit.status, 'live')))
    .orderBy(asc(unit.ord));
}

export function aliasesOf(db: Db, workId: number) {
  return db.orm.select().from(unitAlias).where(eq(unitAlias.workId, workId));
}

/** How the work was divided before, the oldest first; by the primary key. */
export function formerStructures(
  db: Db,
  workId: number,
): Promise<{ last: number; units: Unit[]; aliases: Alias[] }[]> {
  return db.rows(
    {
      name: 'former-structures',
      text: `select last_version as last, units, aliases from former_structure
        where work_id = $1 order by last_version`,
    },
    [workId],
  );
}

export type TextRow = typeof segmentText.$inferSelect;

export function textsOf(db: Db, versionId: number): Promise<TextRow[]> {
  return db.orm.select().from(segmentText).where(eq(segmentText.versionId, versionId));
}

export function limbsOf(db: Db, versionId: number) {
  return db.orm.select().from(limbRange).where(eq(limbRange.versionId, versionId));
}

export async function apparatusOf(db: Db, versionId: number): Promise<ApparatusView[]> {
  const rows = await db.orm
    .select({ body: apparatusEntry.body })
    .from(apparatusEntry)
    .where(eq(apparatusEntry.versionId, versionId))
    .orderBy(asc(apparatusEntry.ord));
  return rows.map((row) => row.body as ApparatusView);
}

/** Where a uid stands, also a retired one, in what may be read or was withdrawn. */
export async function locateUnit(db: Db, works: readonly number[], uid: string) {
  const rows = await db.rows<{
    work: string;
    path: string;
    uid: string;
    kind: 'container' | 'heading' | 'sentence' | 'limb';
    status: 'live' | 'tombstone';
    successors: string[];
  }>(
    {
      name: 'unit-location',
      text: `select w.slug as work, u.path, u.uid, u.kind, u.status,
          coalesce((select a.successors from unit_alias a
            where a.work_id = u.work_id and a.uid = u.uid
            order by cardinality(a.successors) desc limit 1), array[]::text[]) as successors
        from unit u join work w on w.id = u.work_id
        where u.uid = $1 and (w.standing = 'withdrawn' or ${seesWorkSql('$2::integer[]')})`,
    },
    [uid, works],
  );
  return rows[0] ?? null;
}

/*
 * Public works by their index, then the few of one's own by their key. Counts come from the tally, not
 * from notes.
 */
const workSummariesStatement: Statement = {
  name: 'work-summaries',
  text: `
    select w.slug, w.abbreviation, w.titles, w.issuer, w.issued, w.standing,
      (select json_agg(json_build_object('id', e.id, 'lang', e.lang, 'version', v.version)
          order by e.ord)
        from edition e
        join lateral (select version from edition_version v
          where v.edition_id = e.id order by v.ord desc limit 1) v on true
        where e.work_id = w.id and e.relation <> 'supplement') as editions,
      (select count(*)::integer from unit u
        where u.work_id = w.id and u.status = 'live' and u.kind in ('heading', 'sentence')) as segments,
      (select coalesce(sum(t.notes), 0)::integer from tally t
        where t.work_id = w.id and t.layer_id = any($1::integer[])) as notes
    from (
      (select * from work w where w.standing = 'public' and w.slug > $2 order by w.slug limit $3)
      union all
      select * from work w where w.id = any($4::integer[]) and w.standing <> 'public' and w.slug > $2
    ) w
    order by w.slug
    limit $3`,
};

export function workSummaries(
  db: Db,
  { layers, works }: { readonly layers: readonly number[]; readonly works: readonly number[] },
  after: string,
  limit: number,
): Promise<WorkSummary[]> {
  return db.rows<WorkSummary & Record<string, unknown>>(workSummariesStatement, [
    layers,
    after,
    limit,
    works,
  ]);
}

// Primary key (work_id, layer_id, uid); at most one row per unit and layer.
const talliesStatement: Statement = {
  name: 'tallies',
  text: `select uid, sum(notes)::integer as notes from tally
    where work_id = $1 and layer_id = any($2::integer[]) and notes > 0 group by uid`,
};

export async function tallies(
  db: Db,
  workId: number,
  layers: readonly number[],
): Promise<Record<string, number>> {
  const rows = await db.rows<{ uid: string; notes: number }>(talliesStatement, [workId, layers]);
  return Object.fromEntries(rows.map((row) => [row.uid, row.notes]));
}
