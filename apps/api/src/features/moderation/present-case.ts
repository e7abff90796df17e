import type { AppealInCase, CaseView, FlagInCase } from '@glossator/contract';
import {
  keepsPublicNotes,
  type Actor,
  type AnnotationState,
  type CaseAction,
  type CaseCause,
  type CaseKind,
  type CaseState,
  type NoteKind,
} from '@glossator/domain';
import { placeIn } from '../../markdown/place.ts';
import { currentHtml } from '../../markdown/render.ts';
import { clauseOf } from '../flags/present.ts';
import { addressBetween } from '../works/address.ts';
import type { Structure } from '../works/text-store.ts';
import { mayJudge } from './access.ts';
import { canUndo } from './undo-rule.ts';

interface FlagOfCase extends Omit<FlagInCase, 'by' | 'clause'> {
  readonly person_id: string;
  readonly name: string;
  readonly handle: string;
  readonly clause_from: string | null;
  readonly clause_to: string | null;
}

export interface CaseRow extends Record<string, unknown> {
  readonly id: string;
  readonly work_id: number;
  readonly work: string;
  readonly kind: CaseKind;
  readonly state: CaseState;
  readonly version: number;
  readonly priority: number;
  readonly opened: string;
  readonly causes: readonly CaseCause[];
  readonly author_id: string;
  readonly claimed_by: string | null;
  readonly claimed_until: string | null;
  readonly claimer_name: string | null;
  readonly claimer_handle: string | null;
  readonly note: string;
  readonly thread: string;
  readonly note_state: AnnotationState;
  readonly revision: number;
  readonly from_uid: string;
  readonly to_uid: string;
  readonly part: CaseView['note']['part'];
  readonly term: CaseView['note']['term'];
  readonly answers: string | null;
  readonly author_name: string;
  readonly author_handle: string;
  readonly note_kind: NoteKind;
  readonly tags: string[];
  readonly body: string;
  readonly html: string;
  readonly renderer: number | null;
  readonly written: string;
  readonly proposal: number | null;
  readonly proposed_body: string | null;
  readonly proposed_html: string | null;
  readonly proposed_renderer: number | null;
  readonly flag_count: number | null;
  readonly flags: readonly FlagOfCase[] | null;
  readonly appeal: AppealInCase | null;
  readonly decision: string | null;
  /** It is kept from the asker, who may be asked for a second look. */
  readonly kept: boolean;
  readonly action: CaseAction | null;
  readonly before: AnnotationState | null;
  readonly reason: string | null;
  readonly words: string | null;
  readonly decided: string | null;
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly actor_handle: string | null;
  readonly undo_until: string | null;
  readonly group_key: string | null;
  /** How many of its group are open. */
  readonly group_size: number | null;
  readonly decided_before: boolean;
}

export const personOf = (id: string, name: string | null, handle: string | null) => ({
  id,
  name: name ?? '',
  handle: (name ?? '') === '' ? '' : (handle ?? ''),
});

/** Causes with the words of lists, which moderators may know. */
export const causesSeen = (causes: readonly CaseCause[]): CaseView['causes'] =>
  causes.map((cause) =>
    cause.phase === 'word-lists'
      ? {
          phase: cause.phase,
          words: cause.words.map(({ word, list }) => ({ word, list: list.name })),
        }
      : cause,
  );

function noteOf(row: CaseRow, structure: Structure): CaseView['note'] {
  const place = placeIn(row.work, structure);
  const shown = (body: string, html: string, renderer: number | null) => ({
    body,
    html: body === '' ? '' : currentHtml({ body, html, renderer: renderer ?? 0 }, place),
  });
  const stands = shown(row.body, row.html, row.renderer);
  const isProposal = row.proposed_body !== null;
  return {
    id: row.note,
    thread: row.thread,
    // Where a note that waited went is the decision.
    state: row.kept ? (row.before ?? row.note_state) : row.note_state,
    address: addressBetween(structure, row.from_uid, row.to_uid),
    part: row.part,
    term: row.term,
    answers: row.answers,
    author: personOf(row.author_id, row.author_name, row.author_handle),
    kind: row.note_kind,
    tags: row.tags,
    ...(isProposal
      ? shown(row.proposed_body, row.proposed_html ?? '', row.proposed_renderer)
      : stands),
    written: row.written,
    revision: row.revision,
    proposal: row.proposal ?? 0,
    stands: isProposal ? stands : null,
  };
}

const flagOf = (flag: FlagOfCase, structure: Structure): FlagInCase => ({
  id: flag.id,
  by: personOf(flag.person_id, flag.name, flag.handle),
  reason: flag.reason,
  words: flag.words,
  clause: clauseOf(flag, structure),
  law: flag.law,
  territory: flag.territory,
  revision: flag.revision,
  state: flag.state,
  at: flag.at,
});

function decisionOf(row: CaseRow): CaseView['decision'] {
  if (row.kept || row.decision === null || row.action === null || row.decided === null) return null;
  return {
    id: row.decision,
    action: row.action,
    reason: row.reason ?? '',
    words: row.words ?? '',
    at: row.decided,
    by: personOf(row.actor_id ?? '', row.actor_name, row.actor_handle),
    undoUntil: canUndo(row.kind, row.action, row.note_state, row.before) ? row.undo_until : null,
  };
}

export function presentCase(row: CaseRow, actor: Actor, structure: Structure): CaseView {
  const isKeeper = keepsPublicNotes(actor, row.work_id);
  const decision = decisionOf(row);
  return {
    id: row.id,
    work: row.work,
    kind: row.kind,
    state: row.state,
    version: row.version,
    priority: row.priority,
    opened: row.opened,
    causes: causesSeen(row.causes),
    claim:
      row.claimed_by === null || row.claimed_until === null
        ? null
        : {
            by: personOf(row.claimed_by, row.claimer_name, row.claimer_handle),
            until: row.claimed_until,
            mine: row.claimed_by === actor.personId,
          },
    note: noteOf(row, structure),
    flagCount: row.flag_count ?? 0,
    appeal: row.appeal,
    flags: (row.flags ?? []).map((each) =>
      flagOf(row.kept ? { ...each, state: 'open' } : each, structure),
    ),
    group:
      row.group_key === null || row.group_size === null
        ? null
        : { key: row.group_key, size: row.group_size },
    decision,
    kept: row.kept,
    abilities: {
      decide: row.state === 'open' && isKeeper && mayJudge(actor.personId, row),
      undo:
        decision !== null &&
        decision.undoUntil !== null &&
        isKeeper &&
        mayJudge(actor.personId, row),
    },
  };
}
