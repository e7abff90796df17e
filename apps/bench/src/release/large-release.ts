import { digest } from '@glossator/document';
import { shippedCommentaries } from '@glossator/document/commentaries';
import { shippedWorks } from '@glossator/document/seed';
import { writeRelease, type ReleaseDocument } from '@glossator/domain';
import { releaseDocument, type Exported } from '@glossator/api/release-making';

function first<Each>([each]: readonly Each[]): Each {
  if (each === undefined) throw new Error('nothing ships');
  return each;
}
const commentary = first(shippedCommentaries);
const work = first(shippedWorks);

export const { units } = work;

/** Two footnotes in one entry, three in the next. */
const notesIn = (n: number): number => 2 + (n % 2);

/** A commentary of so many entries, which say what shipped notes say, by turns, with footnotes. */
export function largeRelease(entries: number): ReleaseDocument {
  const shipped = releaseDocument(commentary, work);
  const notes = shipped.parts.filter(({ kind, places }) => kind === 'entry' && places.length < 5);
  const parts = Array.from({ length: entries }, (_, n) => {
    const note = notes[n % notes.length];
    if (note === undefined) throw new Error('nothing to say');
    const calls = Array.from({ length: notesIn(n) }, (_each, at) => `[^${String(at + 1)}]`);
    const foot = calls.map(
      (call, at) => `${call}: A source of entry ${String(n)}, [[T${String(at + 1)}]].`,
    );
    const body = `${note.body}\n\nAnd so it is said elsewhere.${calls.join(' ')}\n\n${foot.join('\n')}\n`;
    return { ...note, label: `T${String(n + 1)}`, body };
  });
  return { ...shipped, slug: `bench-${String(entries)}`, parts };
}

/** As its files are made from it. */
export function exportedOf(release: ReleaseDocument): Exported {
  return {
    release,
    sha256: digest(writeRelease(release)),
    origin: 'http://localhost:3000',
    structure: {
      units: work.units,
      aliases: work.aliases,
      byUid: new Map(work.units.map((unit) => [unit.uid, unit])),
    },
    editions: work.versions.map(({ edition, version, texts, limbs }) => ({
      ...{ id: edition.id, version, lang: edition.lang, title: edition.title },
      isSupplement: edition.relation === 'supplement',
      readings: new Map(texts.map(({ uid, reading }) => [uid, reading])),
      limbs: Object.fromEntries(limbs.map(({ uid, ...limb }) => [uid, limb])),
    })),
  };
}
