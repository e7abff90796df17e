import type { Actor } from '../actor.ts';
import { nextWorkStanding, type WorkAction } from '../states/work.ts';
import { isTextEditor, ownsWork, seesWork, type AboutWork } from './work-visibility.ts';

/** A work as a question of permission is about it. */
export interface WorkSubject extends AboutWork {
  /** True of what ships with the program: nothing is decided about it here. */
  readonly isShipped: boolean;
  /** True where anybody but its owner has written in it. */
  readonly othersWrote: boolean;
  /** True where it is given to a class. */
  readonly isGiven: boolean;
}

type Predicate = (actor: Actor, work: WorkSubject) => boolean;

const owner: Predicate = (actor, work) => !work.isShipped && ownsWork(actor, work);
/** Nobody assents to, or refuses, what is their own. */
const impartialEditor: Predicate = (actor, work) =>
  !work.isShipped && isTextEditor(actor) && !ownsWork(actor, work);
const follows =
  (action: WorkAction): Predicate =>
  (_actor, { standing }) =>
    nextWorkStanding(standing, action) !== null;
const both =
  (who: Predicate, action: WorkAction): Predicate =>
  (actor, work) =>
    who(actor, work) && follows(action)(actor, work);

/** Each ability over one work and who has it. What is not listed is refused. */
export const workRules = {
  read: seesWork,
  /** Hand it to the text editors, to be made public; that takes a statement of rights. */
  offer: both(owner, 'offer'),
  'take-back': both(owner, 'take-back'),
  assent: both(impartialEditor, 'assent'),
  refuse: both(impartialEditor, 'refuse'),
  /** Leaves a notice with the reason at its address. */
  withdraw: both((actor, work) => owner(actor, work) || impartialEditor(actor, work), 'withdraw'),
  /** Whoever owns it asks an editor: a reason of theirs may be why it was withdrawn. */
  reinstate: both(impartialEditor, 'reinstate'),
  /** Let a class read it, in which they teach. */
  give: (actor, work) => owner(actor, work) && work.standing !== 'withdrawn',
  /** For good, while it is nobody else's in any way. */
  delete: (actor, work) =>
    owner(actor, work) && work.standing === 'private' && !work.othersWrote && !work.isGiven,
} as const satisfies Record<string, Predicate>;

export type WorkAbility = keyof typeof workRules;
export const workAbilityNames = Object.keys(workRules) as readonly WorkAbility[];

export function workAbilities(
  actor: Actor,
  work: WorkSubject,
): Readonly<Record<Exclude<WorkAbility, 'read'>, boolean>> {
  return {
    offer: workRules.offer(actor, work),
    'take-back': workRules['take-back'](actor, work),
    assent: workRules.assent(actor, work),
    refuse: workRules.refuse(actor, work),
    withdraw: workRules.withdraw(actor, work),
    reinstate: workRules.reinstate(actor, work),
    give: workRules.give(actor, work),
    delete: workRules.delete(actor, work),
  };
}

/** Why a text editor sends an offered text back. */
export const workRefusals = [
  'rights-unclear',
  'rights-of-others',
  'text-incomplete',
  'text-faulty',
  'already-here',
  'out-of-scope',
] as const;
export type WorkRefusal = (typeof workRefusals)[number];

/** Why a public text is taken away. */
export const workWithdrawals = ['rights', 'law', 'text-faulty', 'owner-asks'] as const;
export type WorkWithdrawal = (typeof workWithdrawals)[number];

/** Every reason that a step may have. */
export const workReasons: readonly (WorkRefusal | WorkWithdrawal)[] = [
  ...new Set([...workRefusals, ...workWithdrawals]),
];
