import type { EditionVersion, Uid, Unit } from '@glossator/document';
import type { EditionHead } from './repository.ts';
import type { VersionText } from './text-store.ts';

/** An edition and its version, without the words. */
export const frozenHead = (head: EditionHead): EditionVersion => ({
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

/** A version of an edition as the document package has it, in the order of these units. */
export const frozenVersion = (
  head: EditionHead,
  stored: VersionText,
  units: readonly Unit[],
): EditionVersion => ({
  ...frozenHead(head),
  texts: units.flatMap(({ uid }) => {
    const row = stored.texts.get(uid);
    if (row === undefined) return [];
    const { reading, diplomatic, label, condition, sha256 } = row;
    return [{ uid, reading, diplomatic, label, condition, sha256 }];
  }),
  limbs: Object.entries(stored.limbs).map(([uid, { sentence, start, end }]) => ({
    uid: uid as Uid,
    sentence: sentence as Uid,
    start,
    end,
  })),
  apparatus: stored.apparatus.map((entry) => ({
    ...entry,
    loci: entry.loci.map((locus) => ({ ...locus, uid: locus.uid as Uid })),
  })),
});
