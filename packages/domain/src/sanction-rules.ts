import { moderates, type Actor, type Role } from './actor.ts';
import type { SanctionKind } from './states/sanction.ts';

/** Somebody whom a sanction is about. */
export interface SanctionedPerson {
  readonly personId: string;
  readonly roles: readonly Role[];
}

export interface Sanctioning {
  readonly kind: SanctionKind;
  /** Null for the whole site. */
  readonly workId: number | null;
  readonly person: SanctionedPerson;
}

export interface Objecting extends Sanctioning {
  readonly givenBy: string;
}

const isAdministrator = ({ roles }: Pick<Actor, 'roles'>): boolean =>
  roles.includes('administrator');

const keeps = (actor: Actor, { workId }: Sanctioning): boolean =>
  isAdministrator(actor) ||
  (workId === null ? actor.roles.includes('moderator') : moderates(actor, workId));

/** Nobody judges themselves, and an administrator is judged by another alone. */
const mayJudge = (actor: Actor, { person }: Sanctioning): boolean =>
  actor.personId !== null &&
  actor.personId !== person.personId &&
  (!isAdministrator(person) || isAdministrator(actor));

/** Each ability over a sanction and who has it. */
export const sanctionRules = {
  /** Warn, mute or ban somebody. A ban is of the whole site, or it is a mute. */
  give: (actor: Actor, about: Sanctioning) =>
    mayJudge(actor, about) &&
    keeps(actor, about) &&
    (about.kind !== 'ban' || about.workId === null),
  /** End one before its time. */
  lift: (actor: Actor, about: Sanctioning) => mayJudge(actor, about) && keeps(actor, about),
  /** Hide the notes of a banned person, and show them again. */
  'hide-notes': (actor: Actor, about: Sanctioning) =>
    about.kind === 'ban' && mayJudge(actor, about) && keeps(actor, about),
  /** Decide on an objection: never whoever gave what it objects to. */
  'decide-objection': (actor: Actor, about: Objecting) =>
    actor.personId !== about.givenBy && mayJudge(actor, about) && keeps(actor, about),
} as const;
