import { Type, type Static } from 'typebox';
import { Token } from './account.ts';
import { closed, Instant, Uuid } from './common.ts';

/** Shown once: nothing that is stored leads back to it. */
export const ClassSignInLink = Type.Object({ url: Type.String(), expires: Instant }, closed);
export type ClassSignInLink = Static<typeof ClassSignInLink>;

export const ClassSignInForm = Type.Object({ token: Token }, closed);

/** Whom a link signs in, and where. */
export const ClassSignInView = Type.Object(
  { name: Type.String(), className: Type.String() },
  closed,
);
export type ClassSignInView = Static<typeof ClassSignInView>;

/** The class that the new session is for. */
export const ClassSignedIn = Type.Object({ id: Uuid }, closed);
export type ClassSignedIn = Static<typeof ClassSignedIn>;
