import type { AlignmentLink, ShippedWork, Work } from '@glossator/document';
import { cutWork, type ExportedWork } from '@glossator/document/export';
import type { Db, Statement } from '../../db/client.ts';
import { focusOn } from '../works/address.ts';
import { entryTeller } from '../works/entry-teller.ts';
import { frozenHead, frozenVersion } from '../works/frozen-version.ts';
import type { Chosen } from '../works/service.ts';
import type { LoadedWork, TextStore } from '../works/text-store.ts';

export interface FormsDeps {
  readonly db: Db;
  readonly texts: TextStore;
  readonly origin: string;
}

// As many rows as segments, by the primary key (work_id, id).
const alignmentStatement: Statement = {
  name: 'alignment-of-work',
  text: 'select body from alignment where work_id = $1 order by ord',
};

async function alignmentOf(db: Db, workId: number): Promise<readonly AlignmentLink[]> {
  const rows = await db.rows<{ body: AlignmentLink }>(alignmentStatement, [workId]);
  return rows.map(({ body }) => body);
}

// $1 work, $2 ids of editions. By the primary key (work_id, id): the segments of one work, to the first.
const alignedStatement: Statement = {
  name: 'has-aligned',
  text: `select exists (select from alignment a
      where a.work_id = $1
        and (select count(*) from jsonb_each(a.body -> 'sides') side
          where side.key = any($2) and jsonb_array_length(side.value) > 0) > 1) as aligned`,
};

/** Whether any segments of two of these editions are aligned. */
export async function hasAligned(
  db: Db,
  { id }: LoadedWork,
  chosen: readonly Chosen[],
): Promise<boolean> {
  const ids = chosen.map(({ head }) => head.edition_id);
  const [row] = await db.rows<{ aligned: boolean }>(alignedStatement, [id, ids]);
  return row?.aligned === true;
}

const workOf = ({ head }: LoadedWork): Work => ({
  key: head.key,
  slug: head.slug,
  abbreviation: head.abbreviation,
  titles: head.titles,
  issuer: head.issuer,
  issued: head.issued,
  levels: head.levels,
  rights: head.rights,
});

/** What is known of a work before its words are asked for. */
export const exportedHead = (
  origin: string,
  work: LoadedWork,
  chosen: readonly Chosen[],
): ExportedWork => ({
  origin,
  at: '',
  shipped: {
    work: workOf(work),
    units: work.structure.units,
    aliases: work.structure.aliases,
    versions: chosen.map(({ head }) => frozenHead(head)),
    alignment: [],
  },
});

/** What stands at an address of it. */
export function partOf(whole: ExportedWork, { structure }: LoadedWork, at: string): ExportedWork {
  const { address, segments } = focusOn(structure, at);
  return cutWork(whole, address, segments);
}

/** A work in these editions. */
export async function exportedWork(
  { db, texts, origin }: FormsDeps,
  work: LoadedWork,
  chosen: readonly Chosen[],
  /** Of what editions nobody is told here, not even what notes on others quote of them. */
  isHidden: (head: LoadedWork['editions'][number]) => boolean,
): Promise<ExportedWork> {
  const teller = await entryTeller(texts, work, isHidden);
  const [versions, alignment] = await Promise.all([
    Promise.all(
      chosen.map(async ({ head }) => {
        const text = await texts.version(head.version_id);
        const apparatus = text.apparatus.map(teller);
        return frozenVersion(head, { ...text, apparatus }, work.structure.units);
      }),
    ),
    alignmentOf(db, work.id),
  ]);
  const told = new Set(chosen.map(({ head }) => head.edition_id));
  const shipped: ShippedWork = {
    ...exportedHead(origin, work, chosen).shipped,
    versions,
    alignment: alignment.map((link) => ({
      ...link,
      sides: Object.fromEntries(Object.entries(link.sides).filter(([id]) => told.has(id))),
    })),
  };
  return { origin, at: '', shipped };
}
