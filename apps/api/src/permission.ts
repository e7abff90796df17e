import { canOnSite, type Actor } from '@glossator/domain';
import { notFound, Refusal } from './refusal.ts';

/** Id of the person who asks; a visitor is asked to sign in. */
export function requireMember(actor: Actor): string {
  if (actor.personId === null)
    throw new Refusal('sign-in-required', 'This needs an account; sign in first.');
  return actor.personId;
}

/** 404, not 403: an outsider must not learn whom there is something to say of. */
export function requireModerator(actor: Actor): string {
  const personId = requireMember(actor);
  if (!canOnSite(actor, 'moderate')) throw notFound();
  return personId;
}

/** 404, not 403: whom it does not concern learns nothing of what is prepared. */
export function requireTextEditing(actor: Actor): string {
  const personId = requireMember(actor);
  if (!canOnSite(actor, 'see-text-editing')) throw notFound();
  return personId;
}

export function requireTextEditor(actor: Actor): string {
  const personId = requireTextEditing(actor);
  if (!canOnSite(actor, 'edit-texts'))
    throw new Refusal('not-allowed', 'This is for editors of texts.');
  return personId;
}

export function requireAdministrator(actor: Actor): string {
  const personId = requireMember(actor);
  if (!canOnSite(actor, 'administer'))
    throw new Refusal('not-allowed', 'This is for administrators.');
  return personId;
}
