import type { CaseContext, FormerDecision, Locale } from '@glossator/contract';
import type { AnnotationState } from '@glossator/domain';
import { placeIn } from '../../markdown/place.ts';
import type { ReferencePlace } from '../../markdown/references.ts';
import { currentHtml } from '../../markdown/render.ts';
import type { Viewer } from '../../plugins/session.ts';
import { requireMember } from '../../permission.ts';
import { notFound } from '../../refusal.ts';
import { chooseVersions, type Pins } from '../works/service.ts';
import { focusOn } from '../works/address.ts';
import { workAround, type LoadedWork, type TextStore } from '../works/text-store.ts';
import type { ModerationDeps } from './access.ts';
import {
  authorRecord,
  decisionsOnNote,
  decisionsOnOthers,
  formerRevision,
  notesAround,
  type AroundRow,
  type DecisionRow,
} from './context-statements.ts';
import { personOf } from './present-case.ts';
import { readCase } from './queue.ts';
import { worksOf } from './works.ts';

const most = { segments: 12, decisions: 20, record: 100, others: 8 } as const;

interface NoteAround extends AroundRow {
  readonly id: string;
  readonly state: AnnotationState;
}

interface RecordRow extends Record<string, unknown> {
  readonly since: string;
  readonly locale: Locale;
  readonly approved: number;
  readonly returned: number;
  readonly refused: number;
  readonly hidden: number;
  readonly waiting: number;
}

const formerDecision = (row: DecisionRow): FormerDecision => ({
  id: row.id,
  case: row.case_id,
  work: row.work,
  note: row.annotation_id,
  action: row.action,
  reason: row.reason,
  words: row.words,
  at: row.at,
  by: personOf(row.actor_id, row.actor_name, row.actor_handle),
  undone: row.undone,
});

/** A note around the one that is decided on. */
export const aroundOf = (
  row: AroundRow,
  place: ReferencePlace,
): Omit<CaseContext['around'][number], 'id' | 'state'> => ({
  author: personOf(row.author_id, row.author_name, row.author_handle),
  html: row.body === '' ? '' : currentHtml(row, place),
  written: row.written,
});

/** The clause in every edition that the moderator may see; in the version that is pinned, else the current one. */
export async function wordsOf(
  texts: TextStore,
  work: LoadedWork,
  viewer: Viewer,
  address: string,
  pins: Pins = new Map(),
): Promise<CaseContext['words']> {
  const uids = focusOn(work.structure, address)
    .segments.slice(0, most.segments)
    .map(({ uid }) => uid);
  const shown = chooseVersions(work, pins, viewer).filter(({ withheld }) => !withheld);
  const words = await Promise.all(
    shown.map(async ({ head }) => {
      const version = await texts.version(head.version_id);
      const text = uids
        .flatMap((uid) => version.texts.get(uid)?.reading ?? [])
        .join(head.lang.startsWith('zh') ? '' : ' ');
      return { edition: head.edition_id, lang: head.lang, text };
    }),
  );
  return words;
}

export async function readContext(
  deps: ModerationDeps,
  viewer: Viewer,
  id: string,
): Promise<CaseContext> {
  const { db, texts } = deps;
  const asker = requireMember(viewer.actor);
  const it = await readCase(deps, viewer.actor, id);
  const { note } = it;
  const kept = (await worksOf(db, viewer.actor)).map((each) => each.id);
  const work = await workAround(texts, it.work);
  const [words, around, [former], decisions, others, [record]] = await Promise.all([
    wordsOf(texts, work, viewer, note.address),
    note.answers === null ? [] : db.rows<NoteAround>(notesAround, [note.answers]),
    db.rows<{ number: number; body: string }>(formerRevision, [note.id, note.revision]),
    db.rows<DecisionRow>(decisionsOnNote, [note.id, most.decisions, asker]),
    db.rows<DecisionRow>(decisionsOnOthers, [note.author.id, kept, note.id, most.others, asker]),
    db.rows<RecordRow>(authorRecord, [note.author.id, kept, most.record, asker]),
  ]);
  if (record === undefined) throw notFound();
  const place = placeIn(it.work, work.structure);
  return {
    case: it,
    words,
    around: around.map((row) => ({ id: row.id, state: row.state, ...aroundOf(row, place) })),
    former: former ?? null,
    decisions: decisions.map(formerDecision),
    author: { ...record, decisions: others.map(formerDecision) },
  };
}
