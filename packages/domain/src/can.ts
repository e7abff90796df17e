import type { Actor } from './actor.ts';
import type { Layer } from './layer.ts';
import { rules, siteRules, type Ability, type SiteAbility, type Subject } from './rules.ts';

export type AnnotationAbilities = Readonly<
  Record<Exclude<Ability, 'start-thread' | 'resolve' | 'move' | 'withdraw-revision'>, boolean>
>;

export function can(actor: Actor, ability: Ability, subject: Subject): boolean {
  return rules[ability](actor, subject);
}

export function canStartThread(actor: Actor, layer: Layer, workId: number): boolean {
  return rules['start-thread'](actor, { layer, workId });
}

export function canOnSite(actor: Actor, ability: SiteAbility): boolean {
  return siteRules[ability](actor, null);
}

/** What the actor may do to one annotation: a view offers exactly these. */
export function annotationAbilities(actor: Actor, subject: Subject): AnnotationAbilities {
  return {
    reply: can(actor, 'reply', subject),
    edit: can(actor, 'edit', subject),
    'read-history': can(actor, 'read-history', subject),
    delete: can(actor, 'delete', subject),
    restore: can(actor, 'restore', subject),
    hide: can(actor, 'hide', subject),
    unhide: can(actor, 'unhide', subject),
    copy: can(actor, 'copy', subject),
    'read-decisions': can(actor, 'read-decisions', subject),
    flag: can(actor, 'flag', subject),
    'mark-useful': can(actor, 'mark-useful', subject),
  };
}
