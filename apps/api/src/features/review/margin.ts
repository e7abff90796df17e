import type { MarginCount, MarginNoteView, MarginThreadView } from '@glossator/contract';
import {
  isImpartial,
  marginNoteRules,
  marginThreadRules,
  tellsMarginName,
  type AboutMarginNote,
  type AboutMarginThread,
  type Actor,
  type MarginReader,
} from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import { readMarkdown } from '../../markdown/render.ts';
import type { ReferencePlace } from '../../markdown/references.ts';
import { requireMember } from '../../permission.ts';
import { notesIn, threadsIn, type NoteRow, type ThreadRow } from './margin-rows.ts';
import type { RoundRow } from './round-rows.ts';
import type { TakesPart } from './view.ts';

/** Who reads the margins of a commentary, and in which of its rounds they take part. */
export interface MarginOf {
  readonly personId: string;
  readonly reader: MarginReader;
  /** Those whose margins they may read at all. */
  readonly rounds: ReadonlyMap<string, RoundRow>;
  /** The round that is open, where they write in it. */
  readonly open: RoundRow | null;
}

const isOpen = ({ closed, cancelled }: RoundRow): boolean => closed === null && cancelled === null;

export function marginOf(actor: Actor, { standing, as, rounds }: TakesPart): MarginOf {
  const personId = requireMember(actor);
  const read = rounds.filter(({ own }) => as !== 'reviewer' || own === 'accepted');
  const decides = isImpartial(standing);
  const writes = as === 'editor' ? decides : !standing.isInterested;
  const open = (writes ? read.find(isOpen) : undefined) ?? null;
  const role = as === 'editor' && !decides ? 'witness' : as;
  const isAtWork = !standing.isRemoved && (role === 'author' || open !== null);
  return {
    ...{ personId, open: role === 'author' ? null : open },
    reader: { as: role, isAtWork },
    rounds: new Map(read.map((round) => [round.id, round])),
  };
}

export const aboutThread = ({ reader, rounds }: MarginOf, row: ThreadRow): AboutMarginThread => ({
  ...{ reader, audience: row.audience, isOwn: row.isOwn, isTold: row.isTold },
  hasAdvised: rounds.get(row.roundId)?.hasAdvised === true,
  isSettled: row.settled !== null,
});

export const aboutNote = ({ reader, personId }: MarginOf, row: NoteRow): AboutMarginNote => ({
  ...{ reader, isOwn: row.authorId === personId, isTold: row.isTold },
  isRemoved: row.removed !== null,
});

/** They see it, and its round is one whose margins they read. */
export const seesThread = (margin: MarginOf, row: ThreadRow): boolean =>
  margin.rounds.has(row.roundId) && marginThreadRules.see(aboutThread(margin, row));

function presentNote(
  margin: MarginOf,
  row: NoteRow,
  { names, place }: { readonly names: RoundRow['names']; readonly place: ReferencePlace },
): MarginNoteView {
  const about = aboutNote(margin, row);
  const { isOwn, isRemoved, isTold, reader } = about;
  const isNamed = tellsMarginName({ reader, isOwn, writtenAs: row.writtenAs, names });
  return {
    ...{ id: row.id, as: row.writtenAs, isOwn, isTold, version: row.version },
    person: isNamed ? row.person : null,
    body: isOwn ? row.body : '',
    html: isRemoved && !isOwn ? '' : readMarkdown(row.body, place).html,
    ...{ written: row.written, changed: row.changed, removed: row.removed },
    abilities: {
      change: marginNoteRules.change(about),
      remove: marginNoteRules.remove(about),
      restore: marginNoteRules.restore(about),
    },
  };
}

/** What was removed is seen by whoever removed it, and where it stood at the beginning, by nobody's words. */
const isShown = (margin: MarginOf, thread: ThreadRow, note: NoteRow): boolean => {
  const about = aboutNote(margin, note);
  if (!marginNoteRules.see(about)) return false;
  return !about.isRemoved || about.isOwn || (note.n === 1 && thread.isStanding);
};

function presentThread(
  margin: MarginOf,
  row: ThreadRow,
  notes: readonly NoteRow[],
  place: ReferencePlace,
): MarginThreadView[] {
  const round = margin.rounds.get(row.roundId);
  const shown = notes.filter((note) => note.thread === row.id && isShown(margin, row, note));
  if (round === undefined || shown.length === 0) return [];
  const about = aboutThread(margin, row);
  const { id, part, revision, reviewer, audience, start, end, exact, prefix, suffix } = row;
  return [
    {
      ...{ id, part, round: round.n, revision, reviewer, audience, settled: row.settled },
      words: start === null || end === null ? null : { start, end, exact, prefix, suffix },
      notes: shown.map((note) => presentNote(margin, note, { names: round.names, place })),
      abilities: {
        answer: marginThreadRules.answer(about),
        settle: marginThreadRules.settle(about),
        reopen: marginThreadRules.reopen(about),
      },
    },
  ];
}

/** The only place where it is decided who reads what of a margin, and under which name. */
export async function presentThreads(
  db: Db,
  margin: MarginOf,
  rows: readonly ThreadRow[],
  place: ReferencePlace,
): Promise<MarginThreadView[]> {
  const seen = rows.filter((row) => seesThread(margin, row));
  const notes = seen.length === 0 ? [] : await notesIn(db, seen);
  return seen.flatMap((row) => presentThread(margin, row, notes, place));
}

/** Of each round, how many threads one sees, and how many are not dealt with. */
export async function marginCounts(
  db: Db,
  margin: MarginOf,
): Promise<(round: RoundRow) => MarginCount> {
  const rounds = [...margin.rounds.values()];
  const rows = rounds.length === 0 ? [] : await threadsIn(db, margin.personId, rounds, null);
  const counted = rows.filter((row) => row.isStanding && seesThread(margin, row));
  return ({ id }) => {
    const all = counted.filter(({ roundId }) => roundId === id);
    return { all: all.length, open: all.filter(({ settled }) => settled === null).length };
  };
}
