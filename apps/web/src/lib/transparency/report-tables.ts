import type { About, TransparencyReport } from '@glossator/contract';
import type { CountedAction } from '@glossator/domain';
import { actionWord, reasonWord } from '#lib/ledger/ledger-words.ts';
import { flagWords } from '#lib/moderation/reason-words.ts';
import { m } from '#lib/paraglide/messages.js';
import { aboutWord, causeWord, monthWord, numberWord } from './report-words.ts';

/** One line of a table, and of its picture. */
export interface Figure {
  readonly label: string;
  /** As it is told. */
  readonly text: string;
  readonly atLeast: number;
  readonly atMost: number;
  /** A part of it, where the table tells of one beside. */
  readonly part?: string;
}
export interface Table {
  readonly key: string;
  readonly title: string;
  readonly what: string;
  /** What the parts are. */
  readonly part?: string;
  readonly figures: readonly Figure[];
}

const exact = (label: string, count: number): Figure => ({
  label,
  text: numberWord(count),
  atLeast: count,
  atMost: count,
});
const about = (label: string, count: About): Figure => ({
  label,
  text: aboutWord(count),
  ...count,
});

const outcomes: readonly CountedAction[] = [
  'approve',
  'return',
  'refuse',
  'keep',
  'hide',
  'unhide',
];
const sanctions: readonly CountedAction[] = ['warn', 'mute', 'ban', 'lift'];
const appeals: readonly CountedAction[] = ['uphold', 'overturn'];

export function decisionTables({ decisions }: TransparencyReport): Table[] {
  const of = (actions: readonly CountedAction[]): Figure[] =>
    decisions.actions
      .filter(({ action }) => actions.includes(action))
      .map(({ action, count }) => exact(actionWord(action), count));
  const what = m.transparency_outcome();
  const tables = [
    { key: 'outcomes', title: m.transparency_outcomes(), what, figures: of(outcomes) },
    {
      key: 'reasons',
      title: m.transparency_reasons(),
      what: m.transparency_reason(),
      figures: decisions.reasons.map(({ reason, count }) => exact(reasonWord(reason), count)),
    },
    { key: 'appeals', title: m.transparency_appeals(), what, figures: of(appeals) },
    { key: 'sanctions', title: m.transparency_sanctions(), what, figures: of(sanctions) },
  ];
  if (decisions.months.length < 2) return tables;
  const months = decisions.months.map(({ month, actions }) =>
    exact(
      monthWord(month),
      actions.reduce((sum, { count }) => sum + count, 0),
    ),
  );
  const title = m.transparency_by_month();
  return [...tables, { key: 'months', title, what: m.transparency_month(), figures: months }];
}

export function intakeTables({ intake, waiting }: TransparencyReport): Table[] {
  if (intake === null) return [];
  const still =
    waiting === null
      ? []
      : [about(m.transparency_waiting({ month: monthWord(waiting.through) }), waiting.open)];
  return [
    {
      key: 'received',
      title: m.transparency_received(),
      what: m.transparency_what(),
      figures: [
        about(m.transparency_at_once(), intake.atOnce),
        about(m.transparency_held(), intake.held),
        about(m.transparency_edits(), intake.edits),
        about(m.transparency_resubmitted(), intake.resubmitted),
        about(m.transparency_flagged(), intake.flagged),
        about(m.transparency_appealed(), intake.appeals),
        ...still,
      ],
    },
    {
      key: 'causes',
      title: m.transparency_causes(),
      what: m.transparency_cause(),
      figures: intake.causes.map(({ phase, count }) => about(causeWord(phase), count)),
    },
    {
      key: 'flags',
      title: m.transparency_flags(),
      what: m.transparency_reason(),
      part: m.transparency_flags_upheld(),
      figures: intake.flags.map(({ reason, judged, upheld }) => ({
        ...about(flagWords(reason), judged),
        part: aboutWord(upheld),
      })),
    },
  ];
}
