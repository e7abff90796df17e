import { Type, type Static } from 'typebox';
import { AssignmentForm, AssignmentTimesView, ClauseRange } from './assignment.ts';
import { closed, Instant, Localised, Slug, Uuid } from './common.ts';
import { limits } from './limits.ts';

const Moment = Type.Union([Instant, Type.Null()]);

/** One assignment among all of a class: what a term is planned by. */
export const TermRow = Type.Object(
  {
    id: Uuid,
    title: Type.String(),
    work: Slug,
    workTitles: Localised,
    /** In the order of the text, as addresses today. */
    ranges: Type.Array(Type.String()),
    ...AssignmentTimesView.properties,
    /** When others' notes open to students, where time does that; null elsewhere. */
    gateAt: Moment,
    published: Moment,
    version: Type.Integer(),
  },
  closed,
);
export type TermRow = Static<typeof TermRow>;
/** In the order in which they open; all of them, for there is an end to how many a class has. */
export const TermView = Type.Object({ items: Type.Array(TermRow) }, closed);
export type TermView = Static<typeof TermView>;

/** One of them as it is to be; what is not told here stays as it is. */
export const TermChange = Type.Object(
  {
    id: Uuid,
    version: Type.Integer({ minimum: 1 }),
    title: AssignmentForm.properties.title,
    ranges: Type.Array(ClauseRange, { minItems: 1, maxItems: limits.assignmentRanges }),
    ...AssignmentTimesView.properties,
    gateAt: Moment,
    /** Show it to students; false leaves it what it is. */
    publish: Type.Boolean(),
  },
  closed,
);
export type TermChange = Static<typeof TermChange>;

/** Changes and new drafts, of which all are saved or none. */
export const TermForm = Type.Object(
  {
    changes: Type.Array(TermChange, { maxItems: limits.assignments }),
    made: Type.Array(AssignmentForm, { maxItems: limits.termDrafts }),
    /** Judge it as if it were saved, and save nothing. */
    try: Type.Boolean(),
  },
  closed,
);
export type TermForm = Static<typeof TermForm>;

/** What a refusal tells of each row that is wrong, in `current`. */
export interface TermRefusal {
  readonly rows: readonly {
    readonly of: 'changes' | 'made';
    /** Its place in the list that was sent. */
    readonly n: number;
    readonly code: string;
    readonly detail: string;
    /** Fields by which students work already. */
    readonly fixed?: readonly string[];
    /** What it is now, where another version was changed; null where it was deleted. */
    readonly now?: TermRow | null;
  }[];
}
