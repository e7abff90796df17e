import { moderatesAnything, type Actor } from './actor.ts';
import { isClassLayer, type Layer } from './layer.ts';
import type { AnnotationState } from './states/annotation.ts';
import { isStaff, seesLayer } from './visibility.ts';

/** What a question of permission is about: only what the ability needs is given. */
export interface Subject {
  readonly layer: Layer;
  readonly workId: number;
  readonly threadAuthorId: string;
  readonly authorId: string;
  readonly state: AnnotationState;
  /** True where somebody else has written in the thread. */
  readonly othersWrote: boolean;
}

type Predicate<S> = (actor: Actor, subject: S) => boolean;

const isMember: Predicate<unknown> = (actor) => actor.personId !== null;
const isAdministrator: Predicate<unknown> = (actor) => actor.roles.includes('administrator');
const isTextEditor: Predicate<unknown> = (actor) => actor.roles.includes('text-editor');
const ownsLayer: Predicate<Pick<Subject, 'layer'>> = (actor, { layer }) =>
  actor.personId !== null && actor.personId === layer.ownerId;
const isAuthor: Predicate<Pick<Subject, 'authorId'>> = (actor, { authorId }) =>
  actor.personId !== null && actor.personId === authorId;
/** Not in the archive, nor after an assignment has closed. */
const isUnderWay: Predicate<Pick<Subject, 'layer'>> = (_actor, { layer }) =>
  !isClassLayer(layer.kind) || layer.asReader?.writes === true;
const writesInLayer: Predicate<Pick<Subject, 'layer'>> = (actor, subject) =>
  isMember(actor, null) && seesLayer(actor, subject.layer) && isUnderWay(actor, subject);
/** What one wrote is one's own to take back, also where nothing more is written. */
const seesOwn: Predicate<Pick<Subject, 'layer' | 'authorId'>> = (actor, subject) =>
  isAuthor(actor, subject) && seesLayer(actor, subject.layer);
/**
 * Nothing given to them keeps them from writing for others here. Their notebook is never closed; what
 * they may not do among the public of one work, they may in a class that reads it.
 */
const isFree: Predicate<Pick<Subject, 'layer' | 'workId'>> = (actor, { layer, workId }) =>
  layer.kind === 'notebook' ||
  (actor.warned !== true &&
    !(actor.mutes ?? []).some(
      (mute) => mute === 'site' || (mute === workId && !isClassLayer(layer.kind)),
    ));
const isAnothers: Predicate<Pick<Subject, 'authorId'>> = (actor, { authorId }) =>
  actor.personId !== authorId;
const startedThread: Predicate<Pick<Subject, 'layer' | 'threadAuthorId'>> = (actor, subject) =>
  seesLayer(actor, subject.layer) && actor.personId === subject.threadAuthorId;
/** What waits goes where its decision takes it, and is nobody's to settle. */
const isNotWaiting: Predicate<Pick<Subject, 'layer'>> = (_actor, { layer }) =>
  layer.kind !== 'waiting';
/** What was handed in stays there; it may be written again elsewhere. */
const isOutsideClasses: Predicate<Pick<Subject, 'layer'>> = (_actor, { layer }) =>
  !isClassLayer(layer.kind);
const isPublic: Predicate<Pick<Subject, 'layer'>> = (_actor, { layer }) => layer.kind === 'public';
const keepsLayer: Predicate<Pick<Subject, 'layer' | 'workId'>> = isStaff;
const inState =
  (...states: readonly AnnotationState[]): Predicate<Pick<Subject, 'state'>> =>
  (_actor, { state }) =>
    states.includes(state);

function all(...predicates: readonly Predicate<Subject>[]): Predicate<Subject> {
  return (actor, subject) => predicates.every((holds) => holds(actor, subject));
}
function any(...predicates: readonly Predicate<Subject>[]): Predicate<Subject> {
  return (actor, subject) => predicates.some((holds) => holds(actor, subject));
}

/** Each ability and who has it. What is not listed is refused. */
export const rules = {
  /** Open a thread in a layer. */
  'start-thread': (actor, subject: Pick<Subject, 'layer' | 'workId'>) =>
    isNotWaiting(actor, subject) && writesInLayer(actor, subject) && isFree(actor, subject),
  /** Answer a note. A hidden note takes no new replies: nobody can see what they answer. */
  reply: all(writesInLayer, isFree, inState('published')),
  /** Write a new revision of one's own note. */
  edit: all(
    writesInLayer,
    isAuthor,
    isFree,
    inState('held', 'returned', 'refused', 'published', 'hidden'),
  ),
  /** Read the earlier revisions of a note. */
  'read-history': all(
    (actor, { layer }: Subject) => seesLayer(actor, layer),
    any(
      inState('published'),
      all(isAuthor, inState('held', 'returned', 'refused', 'hidden', 'deleted')),
      all(keepsLayer, inState('hidden')),
    ),
  ),
  /** Take the words of one earlier revision away for good: one's own, or another's with a reason. */
  'withdraw-revision': all(any(seesOwn, all(isMember, keepsLayer)), inState('published', 'hidden')),
  /** Take one's own note away, leaving its place. */
  delete: all(seesOwn, inState('held', 'returned', 'refused', 'published', 'hidden')),
  /** Take back one's own deletion. */
  restore: all(seesOwn, inState('deleted')),
  /** Withhold another's words, with a reason. */
  hide: all(keepsLayer, isAnothers, inState('published')),
  /** Show another's withheld words again. */
  unhide: all(keepsLayer, isAnothers, inState('hidden')),
  /** Read what moderators decided on a note: its author, and those who keep it in order. */
  'read-decisions': all(
    (_actor, { layer }) => layer.kind === 'public' || layer.kind === 'waiting',
    any(isAuthor, all(isMember, keepsLayer)),
    inState('held', 'returned', 'refused', 'published', 'hidden'),
  ),
  /** Report another's public note to moderators. Whoever may not write here may still do so. */
  flag: all(isMember, isPublic, isAnothers, inState('published')),
  /** Say that another's public note was useful, and take it back. */
  'mark-useful': all(writesInLayer, isFree, isPublic, isAnothers, inState('published')),
  /** Write one's own note again in another layer, leaving the original. */
  copy: all(seesOwn, inState('published')),
  /** Take one's own thread into another layer: nobody else's words go along. */
  move: all(
    writesInLayer,
    startedThread,
    isNotWaiting,
    isOutsideClasses,
    (_actor, { othersWrote }: Subject) => !othersWrote,
  ),
  /** Mark a thread as settled, or open it again. */
  resolve: all(isNotWaiting, isUnderWay, any(startedThread, all(isMember, keepsLayer), ownsLayer)),
} as const satisfies Record<string, Predicate<Subject>>;

export type Ability = keyof typeof rules;
export const abilities = Object.keys(rules) as readonly Ability[];

/** Abilities over the site as a whole. */
export const siteRules = {
  /** Write notes, keep drafts and see one's own account. */
  'have-account': (actor) => isMember(actor, null) && actor.within === undefined,
  /** Set registration, imprint and contact; see people, outbox and editions; invite. */
  administer: isAdministrator,
  /** See what is prepared of the texts: who releases them, and who appoints those people. */
  'see-text-editing': (actor) => isAdministrator(actor, null) || isTextEditor(actor, null),
  /** Declare changes to a text and release them. Administrators run the site, not its texts. */
  'edit-texts': isTextEditor,
  /** Come to where public notes wait for a decision; which ones is said of each work. */
  moderate: (actor) => isAdministrator(actor, null) || moderatesAnything(actor),
} as const satisfies Record<string, Predicate<unknown>>;

export type SiteAbility = keyof typeof siteRules;
