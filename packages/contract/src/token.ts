import { Type, type Static } from 'typebox';
import { closed, Instant, Page, Uuid } from './common.ts';
import { limits } from './limits.ts';

export const tokenScopes = ['read', 'write'] as const;
export type TokenScope = (typeof tokenScopes)[number];
/** Days after which a token ends. */
export const tokenDays = [7, 30, 90, 365] as const;

const Scope = Type.Enum([...tokenScopes]);

export const NewAccessToken = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: limits.nameLength * 2 }),
    scope: Scope,
    days: Type.Enum([...tokenDays]),
  },
  closed,
);
export type NewAccessToken = Static<typeof NewAccessToken>;

export const AccessTokenView = Type.Object(
  {
    id: Uuid,
    name: Type.String(),
    scope: Scope,
    created: Instant,
    expires: Instant,
    /** Day of its last use; null where it has not been used. */
    used: Type.Union([Type.String({ format: 'date' }), Type.Null()]),
  },
  closed,
);
export type AccessTokenView = Static<typeof AccessTokenView>;
export const AccessTokenPage = Page(AccessTokenView);
export type AccessTokenPage = Static<typeof AccessTokenPage>;

/** The token itself, told once. */
export const MadeAccessToken = Type.Object({ token: Type.String(), view: AccessTokenView }, closed);
export type MadeAccessToken = Static<typeof MadeAccessToken>;
