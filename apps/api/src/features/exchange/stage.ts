import type { LeftOutReason, Locale } from '@glossator/contract';
import { setImmediate } from 'node:timers/promises';
import type { ForeignFile, ForeignNote } from './foreign-note.ts';
import { oneLine } from './foreign-note.ts';
import { keyOf } from './keys.ts';
import { orderNotes } from './order-notes.ts';
import { placeNote, type Ground } from './place-note.ts';
import type { ImportRow } from './repository.ts';
import { fitTags, wordNote } from './words.ts';

export type StagedRow = Omit<ImportRow, 'importId'>;

/** Notes looked at before others have their turn. */
const TURN = 50;
const QUOTE = 300;

interface Setting {
  readonly ground: Ground;
  readonly locale: Locale;
  /** Which of these keys have made a note already. */
  readonly taken: (keys: readonly string[]) => Promise<ReadonlySet<string>>;
}

const none = { fromUid: '', toUid: '', certainty: 'none', quote: '', cutTags: [] } as const;

function leftOut(n: number, id: string, reason: LeftOutReason, note?: ForeignNote): StagedRow {
  return {
    ...none,
    cutTags: [],
    n,
    foreignId: oneLine(id, 500),
    outcome: 'left-out',
    reason,
    quote: oneLine(note?.quote?.exact ?? '', QUOTE),
    // Kept for the list of what was left out, as far as it can be.
    note: note === undefined ? null : remains(note),
  };
}

const remains = ({ body, author, written, kind }: ForeignNote): StagedRow['note'] => ({
  parent: null,
  target: '',
  pointing: null,
  body: oneLine(body.slice(0, 4_000), 2_000),
  tags: [],
  kind,
  author,
  written,
  seen: [],
});

/** Every note of a file as a row of its import: what it will write and where, or why nothing. */
export async function stageFile(file: ForeignFile, setting: Setting): Promise<StagedRow[]> {
  const { ground, locale } = setting;
  const unread: StagedRow[] = [];
  const byId = new Map<string, ForeignNote>();
  for (const value of file.notes) {
    const read = file.read(value);
    if (!read.ok) unread.push(leftOut(0, read.id, read.reason));
    else if (byId.has(read.note.id)) unread.push(leftOut(0, read.note.id, 'duplicate', read.note));
    else byId.set(read.note.id, read.note);
  }
  const { notes, looped } = orderNotes([...byId.values()]);
  const keys = notes.flatMap(({ id, parent }) =>
    [id, parent].flatMap((each) => (each === null ? [] : [keyOf(file.source, each)])),
  );
  const taken = new Set<string>();
  for (let at = 0; at < keys.length; at += 1_000)
    for (const key of await setting.taken(keys.slice(at, at + 1_000))) taken.add(key);

  const standing = new Map<string, { fromUid: string; toUid: string }>();
  const isKnown = (id: string): boolean => taken.has(keyOf(file.source, id));
  function stage(note: ForeignNote): StagedRow {
    const worded = wordNote(note, file.source, locale);
    if (!worded.ok) return leftOut(0, note.id, worded.reason, note);
    const { kept, cut } = fitTags(note.tags);
    const staged = {
      parent: note.parent,
      body: worded.body,
      tags: kept,
      kind: note.kind,
      author: note.author,
      written: note.written,
      seen: ground.seen,
    };
    const row = {
      n: 0,
      foreignId: note.id,
      outcome: isKnown(note.id) ? ('known' as const) : ('waiting' as const),
      reason: '',
      quote: oneLine(note.quote?.exact ?? '', QUOTE),
      cutTags: cut,
    };
    if (note.parent !== null) {
      const place = standing.get(note.parent);
      if (place === undefined && !isKnown(note.parent))
        return leftOut(0, note.id, 'parent-missing', note);
      const at = place ?? { fromUid: '', toUid: '' };
      standing.set(note.id, at);
      return { ...row, ...at, certainty: 'reply', note: { ...staged, target: '', pointing: null } };
    }
    const sought = placeNote(ground, note);
    if (!sought.ok) return leftOut(0, note.id, sought.reason, note);
    const { from, to, certainty, target, pointing } = sought.value;
    const at = { fromUid: from, toUid: to };
    standing.set(note.id, at);
    return { ...row, ...at, certainty, note: { ...staged, target, pointing: pointing ?? null } };
  }

  const rows: StagedRow[] = [];
  for (const [n, note] of notes.entries()) {
    if (n % TURN === TURN - 1) await setImmediate();
    rows.push(stage(note));
  }
  const rest = looped.map((note) => leftOut(0, note.id, 'reply-loop', note));
  return [...rows, ...rest, ...unread].map((row, n) => ({ ...row, n: n + 1 }));
}
