import type {
  AlignmentLink,
  ApparatusEntry,
  EditionVersion,
  LimbRange,
  ShippedWork,
  Uid,
  Work,
} from '@glossator/document';
import { cutWork, type ExportedWork } from '@glossator/document/export';
import type { Db, Statement } from '../../db/client.ts';
import { focusOn } from '../works/address.ts';
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

/** An edition and its version without the words. */
export const headOf = ({ head }: Chosen): EditionVersion => ({
  edition: {
    id: head.edition_id,
    lang: head.lang,
    relation: head.relation,
    title: head.title,
    responsible: head.responsible,
    source: head.source,
    rights: head.edition_rights,
  },
  version: head.version,
  released: head.released,
  sha256: head.sha256,
  texts: [],
  limbs: [],
  apparatus: [],
});

async function versionOf(
  texts: TextStore,
  work: LoadedWork,
  chosen: Chosen,
): Promise<EditionVersion> {
  const stored = await texts.version(chosen.head.version_id);
  return {
    ...headOf(chosen),
    texts: work.structure.units.flatMap((unit) => {
      const text = stored.texts.get(unit.uid);
      if (text === undefined) return [];
      const { reading, diplomatic, label, condition, sha256 } = text;
      return [{ uid: unit.uid, reading, diplomatic, label, condition, sha256 }];
    }),
    limbs: Object.entries(stored.limbs).map(([uid, { sentence, start, end }]): LimbRange => ({
      uid: uid as Uid,
      sentence: sentence as Uid,
      start,
      end,
    })),
    apparatus: stored.apparatus as readonly ApparatusEntry[],
  };
}

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
    versions: chosen.map(headOf),
    alignment: [],
  },
});

/** A work, or what stands at an address of it, in these editions. */
export async function exportedWork(
  { db, texts, origin }: FormsDeps,
  work: LoadedWork,
  chosen: readonly Chosen[],
  at: string | undefined,
): Promise<ExportedWork> {
  const focus = focusOn(work.structure, at);
  const [versions, alignment] = await Promise.all([
    Promise.all(chosen.map((each) => versionOf(texts, work, each))),
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
  const whole = { origin, at: '', shipped };
  return focus.kind === 'work' ? whole : cutWork(whole, focus.address, focus.segments);
}
