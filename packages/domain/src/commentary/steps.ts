/** Where what is being written of a commentary stands: its first release, or the next one. */
export const commentaryStates = [
  'draft',
  'submitted',
  'in-review',
  'changes-requested',
  'declined',
  'accepted',
  'scheduled',
  'published',
  'retracted',
  'withdrawn',
] as const;
export type CommentaryState = (typeof commentaryStates)[number];

/** What the next release will be: `correction` counts on behind the point, `revision` before it. */
export const nextReleases = ['first', 'correction', 'revision'] as const;
export type NextRelease = (typeof nextReleases)[number];

export interface Standing {
  readonly state: CommentaryState;
  readonly next: NextRelease;
}

/** As what somebody takes a step. The clock releases what was scheduled. */
export const stepRoles = ['lead', 'editor', 'clock'] as const;
export type StepRole = (typeof stepRoles)[number];

interface Step {
  readonly from: readonly CommentaryState[];
  readonly to: CommentaryState;
  readonly by: readonly StepRole[];
  /** What must be said: the reason is for the record of the editors, the message goes to the authors. */
  readonly needs: readonly ('reason' | 'message')[];
  /** An editor may take it back while nothing has followed. */
  readonly canBeUndone: boolean;
  /** What it is the release of from here on; absent: as it was. */
  readonly next?: NextRelease;
  readonly only?: (standing: Standing) => boolean;
  readonly round?: 'opens' | 'closes';
}

const wasReleased = ({ state, next }: Standing): boolean =>
  next !== 'first' || state === 'published';
const lead = { by: ['lead'], needs: [], canBeUndone: false } as const;
const editor = { by: ['editor'], canBeUndone: true } as const;
/** What is asked of editors is answered, and no round goes on. */
const answer = { ...editor, round: 'closes' } as const;
const live = commentaryStates.filter((state) => state !== 'retracted' && state !== 'withdrawn');

/** Every step but the undoing of one. What is not listed does not follow. */
export const steps = {
  submit: { ...lead, from: ['draft', 'changes-requested'], to: 'submitted' },
  /** Authors take back what they handed in. */
  recall: {
    ...lead,
    from: ['submitted', 'in-review', 'accepted'],
    to: 'draft',
    round: 'closes',
  },
  /** Opens a round of review. */
  review: { ...editor, from: ['submitted'], to: 'in-review', needs: [], round: 'opens' },
  'request-changes': {
    ...answer,
    from: ['submitted', 'in-review'],
    to: 'changes-requested',
    needs: ['message'],
  },
  decline: {
    ...answer,
    from: ['submitted', 'in-review', 'changes-requested'],
    to: 'declined',
    needs: ['reason', 'message'],
  },
  /** Without a round only what mends what was accepted before. */
  accept: {
    ...answer,
    from: ['submitted', 'in-review'],
    to: 'accepted',
    needs: [],
    only: ({ state, next }) => state === 'in-review' || next === 'correction',
  },
  schedule: { ...editor, from: ['accepted'], to: 'scheduled', needs: [] },
  publish: {
    from: ['accepted', 'scheduled'],
    to: 'published',
    by: ['editor', 'clock'],
    needs: [],
    canBeUndone: false,
  },
  correct: { ...lead, from: ['published'], to: 'draft', next: 'correction' },
  revise: { ...lead, from: ['published'], to: 'draft', next: 'revision' },
  /** Gives the next release up; what was published stays. */
  abandon: {
    ...lead,
    from: ['draft', 'changes-requested', 'declined'],
    to: 'published',
    only: wasReleased,
  },
  /** What was published keeps its page, with a notice. */
  retract: {
    ...answer,
    from: live,
    to: 'retracted',
    needs: ['reason', 'message'],
    only: wasReleased,
  },
  /** Nothing stays but that it was there: where the law wants it. */
  withdraw: {
    ...answer,
    from: [...live, 'retracted'],
    to: 'withdrawn',
    needs: ['reason', 'message'],
    only: (standing) => standing.state === 'retracted' || wasReleased(standing),
  },
} as const satisfies Readonly<Record<string, Step>>;
export type StepKind = keyof typeof steps;
export const stepKinds = Object.keys(steps) as readonly StepKind[];

/** All that is decided about a commentary: a step, or that one is taken back. */
export const commentaryDecisionKinds = ['undo', ...stepKinds] as const;
export type CommentaryDecisionKind = (typeof commentaryDecisionKinds)[number];

export const stepOf = (kind: StepKind): Step => steps[kind];

/** Where a step leads; null where it does not follow. */
export function afterStep(kind: StepKind, standing: Standing): Standing | null {
  const { from, to, next, only } = stepOf(kind);
  if (!from.includes(standing.state) || only?.(standing) === false) return null;
  return { state: to, next: next ?? standing.next };
}

export interface PastDecision {
  readonly id: string;
  readonly kind: CommentaryDecisionKind;
  readonly undoOf: string | null;
}

/** The last of them, in their order, that was not taken back: it alone may be. */
export function lastEffective<D extends PastDecision>(decisions: readonly D[]): D | null {
  const undone = new Set(decisions.map(({ undoOf }) => undoOf));
  return decisions.findLast(({ id, kind }) => kind !== 'undo' && !undone.has(id)) ?? null;
}

export const canBeUndone = ({ kind }: PastDecision): boolean =>
  kind !== 'undo' && stepOf(kind).canBeUndone;

/** What a question of permission about a step is about. */
export interface BeforeStep extends Standing {
  readonly isLead: boolean;
  /** An editor of the site. */
  readonly isEditor: boolean;
  /** True of whoever writes it, or has written in it: they decide nothing of it as an editor. */
  readonly isInterested: boolean;
  /** True of whoever reviews it, is asked to, or has advised: they decide nothing of it either. */
  readonly isReviewer: boolean;
  readonly isRemoved: boolean;
}

/** Whoever has neither written in it nor reviewed it: they alone act, and are told, as an editor of it. */
export const isImpartial = ({
  isInterested,
  isReviewer,
}: Pick<BeforeStep, 'isInterested' | 'isReviewer'>): boolean => !isInterested && !isReviewer;

const acts: Readonly<Record<StepRole, (about: BeforeStep) => boolean>> = {
  lead: ({ isLead }) => isLead,
  editor: (about) => about.isEditor && isImpartial(about),
  clock: () => false,
};

/** As what somebody may take a step, whatever it follows; null where they may not. */
export const roleFor = (kind: CommentaryDecisionKind, about: BeforeStep): StepRole | null =>
  (kind === 'undo' ? (['editor'] as const) : stepOf(kind).by).find((role) => acts[role](about)) ??
  null;

/** The steps that somebody may take now. */
export const stepsOpen = (about: BeforeStep): StepKind[] =>
  about.isRemoved
    ? []
    : stepKinds.filter((kind) => roleFor(kind, about) !== null && afterStep(kind, about) !== null);
