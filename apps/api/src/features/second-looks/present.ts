import type {
  AppealInCase,
  FlagInCase,
  SecondLookResult,
  SecondLookView,
} from '@glossator/contract';
import type { CaseAction, CaseCause, NoteKind, QueueKind } from '@glossator/domain';
import type { ReferencePlace } from '../../markdown/references.ts';
import { currentHtml } from '../../markdown/render.ts';
import { clauseOf } from '../flags/present.ts';
import { personOf } from '../moderation/present-case.ts';
import type { Structure } from '../works/text-store.ts';

export interface PlaceRow extends Record<string, unknown> {
  readonly id: string;
  readonly work: string;
  readonly kind: QueueKind;
  readonly from_uid: string;
  readonly to_uid: string;
}

export interface LookRow extends PlaceRow {
  readonly work_id: number;
  readonly case_id: string;
  readonly opened: string;
  readonly causes: readonly CaseCause[];
  readonly answers: string | null;
  readonly author_id: string;
  readonly author_name: string;
  readonly author_handle: string;
  readonly note_kind: NoteKind | null;
  readonly tags: string[] | null;
  readonly seen: string[] | null;
  readonly body: string | null;
  readonly html: string | null;
  readonly renderer: number | null;
  readonly written: string | null;
  readonly stood_body: string | null;
  readonly stood_html: string | null;
  readonly stood_renderer: number | null;
  readonly waits: boolean;
  readonly given: boolean;
  readonly own: boolean;
  readonly own_action: CaseAction | null;
  readonly own_reason: string | null;
  readonly looked: string | null;
  readonly decision: string;
  readonly action: CaseAction;
  readonly reason: string;
  readonly words: string;
  readonly appeal: AppealInCase | null;
}

export interface FlagRow extends Record<string, unknown> {
  readonly person_id: string;
  readonly name: string;
  readonly handle: string;
  readonly reason: FlagInCase['reason'];
  readonly words: string;
  readonly clause_from: string | null;
  readonly clause_to: string | null;
  readonly law: string;
  readonly territory: string;
  readonly at: string;
}

const shown = (
  body: string | null,
  html: string | null,
  renderer: number | null,
  place: ReferencePlace,
) =>
  body === null || html === null || renderer === null || body === ''
    ? null
    : { body, html: currentHtml({ body, html, renderer }, place) };

export function noteOf(row: LookRow, place: ReferencePlace): SecondLookView['note'] {
  const words = shown(row.body, row.html, row.renderer, place);
  if (words === null || row.note_kind === null || row.written === null) return null;
  return { ...words, kind: row.note_kind, tags: row.tags ?? [], written: row.written };
}

export const stoodOf = (row: LookRow, place: ReferencePlace): SecondLookView['stood'] =>
  row.body === null ? null : shown(row.stood_body, row.stood_html, row.stood_renderer, place);

export const flagOf = (row: FlagRow, structure: Structure): SecondLookView['flags'][number] => ({
  by: personOf(row.person_id, row.name, row.handle),
  reason: row.reason,
  words: row.words,
  clause: clauseOf(row, structure),
  law: row.law,
  territory: row.territory,
  at: row.at,
});

/** What was decided is told to whoever has said what they would have decided, and to nobody else. */
export function resultOf(row: LookRow): SecondLookResult | null {
  const { own, own_action: action, own_reason: reason, looked: at } = row;
  if (!own || action === null || reason === null || at === null) return null;
  const sameAction = action === row.action;
  return {
    first: { action: row.action, reason: row.reason, words: row.words },
    own: { action, reason, at },
    sameAction,
    sameReason: sameAction && reason === row.reason,
    case: row.case_id,
  };
}
