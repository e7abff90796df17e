import { holdModes, wordListLimits, wordListProblems } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { AddressText, closed, Instant, Localised, Slug, Uuid } from './common.ts';
import { limits } from './limits.ts';
import { CaseCauseView } from './moderation.ts';

/** What is outside `holdLimits` is refused by name, with the field. */
const Amount = Type.Integer({ minimum: -1, maximum: 1_000_000 });

const settings = {
  mode: Type.Enum([...holdModes]),
  newcomerNotes: Amount,
  newcomerLinks: Amount,
  maxLinks: Amount,
  maxLength: Amount,
  refusalPercent: Amount,
} as const;

/** A clause, a section or a range; null for the whole work. */
const Part = Type.Union([AddressText, Type.Null()]);

const changed = {
  /** A change must name the one it was made on. */
  version: Type.Integer({ minimum: 0 }),
  changed: Type.Union([Instant, Type.Null()]),
  /** Empty where the machine's own programs did it, or of one who has left. */
  changedBy: Type.String(),
} as const;

/** How public notes on a part of a work are taken in; version 0 is how every work starts. */
export const HoldRuleView = Type.Object({ address: Part, ...settings, ...changed }, closed);
export type HoldRuleView = Static<typeof HoldRuleView>;

export const HoldRuleForm = Type.Object(
  { address: Part, ...settings, version: Type.Integer({ minimum: 0 }) },
  closed,
);
export type HoldRuleForm = Static<typeof HoldRuleForm>;

export const HoldRuleQuery = Type.Object(
  { address: AddressText, version: Type.Integer({ minimum: 1 }) },
  closed,
);

const list = {
  id: Uuid,
  /** Null where it holds on every work. */
  work: Type.Union([Slug, Type.Null()]),
  name: Type.String(),
  isTold: Type.Boolean(),
  holdsInPublish: Type.Boolean(),
  count: Type.Integer(),
  ...changed,
  abilities: Type.Object({ change: Type.Boolean() }, closed),
} as const;

export const WordListSummary = Type.Object(list, closed);
export type WordListSummary = Static<typeof WordListSummary>;
export const WordListView = Type.Object({ ...list, words: Type.Array(Type.String()) }, closed);
export type WordListView = Static<typeof WordListView>;

const listForm = {
  name: Type.String({ maxLength: limits.nameLength * 2 }),
  /** One word or phrase a line, taken literally; `#` begins a comment. */
  pasted: Type.String({ maxLength: wordListLimits.pasted * 2 }),
  isTold: Type.Boolean(),
  holdsInPublish: Type.Boolean(),
} as const;

export const WordListForm = Type.Object(
  { work: Type.Union([Slug, Type.Null()]), ...listForm },
  closed,
);
export type WordListForm = Static<typeof WordListForm>;
export const WordListChange = Type.Object(
  { ...listForm, version: Type.Integer({ minimum: 1 }) },
  closed,
);
export type WordListChange = Static<typeof WordListChange>;
export const WordListQuery = Type.Object({ version: Type.Integer({ minimum: 1 }) }, closed);

/** What `current` holds where a pasted list was refused. */
export const WordListFailures = Type.Array(
  Type.Object(
    { problem: Type.Enum([...wordListProblems]), line: Type.Integer(), text: Type.String() },
    closed,
  ),
);
export type WordListFailures = Static<typeof WordListFailures>;

/** A work in the list of those whose rules the asker may change. */
export const HeldWork = Type.Object(
  {
    work: Slug,
    titles: Localised,
    mode: Type.Enum([...holdModes]),
    /** Rules for parts of it, and lists of its own. */
    parts: Type.Integer(),
    lists: Type.Integer(),
  },
  closed,
);
export type HeldWork = Static<typeof HeldWork>;
export const HeldWorks = Type.Object({ items: Type.Array(HeldWork) }, closed);

export const HoldRulesView = Type.Object(
  {
    work: Slug,
    titles: Localised,
    whole: HoldRuleView,
    /** In the order of the text. */
    parts: Type.Array(HoldRuleView),
    lists: Type.Array(WordListSummary),
    /** Whether the asker may also write lists that hold on every work. */
    abilities: Type.Object({ changeForAll: Type.Boolean() }, closed),
  },
  closed,
);
export type HoldRulesView = Static<typeof HoldRulesView>;

export const HoldTrial = Type.Object(
  {
    body: Type.String({ maxLength: limits.noteLength * 2 }),
    address: Part,
    /** Whether to ask for somebody without approved notes, or for one who is trusted. */
    newcomer: Type.Boolean(),
  },
  closed,
);
export type HoldTrial = Static<typeof HoldTrial>;

export const HoldVerdict = Type.Object(
  { mode: Type.Enum([...holdModes]), causes: Type.Array(CaseCauseView) },
  closed,
);
export type HoldVerdict = Static<typeof HoldVerdict>;
