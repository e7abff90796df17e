import { Type, type Static } from 'typebox';
import { closed, Instant, Page, Slug, Uuid } from './common.ts';
import { limits } from './limits.ts';

/** A work, or null for all of them. */
const OneOrAll = Type.Union([Slug, Type.Null()]);

export const ModeratorForm = Type.Object(
  {
    /** A handle, with its sign or without, or the address of an account. */
    who: Type.String({ maxLength: limits.emailLength * 2 }),
    work: OneOrAll,
  },
  closed,
);
export type ModeratorForm = Static<typeof ModeratorForm>;

/** Without a work: the appointment to all of them. */
export const ModeratorQuery = Type.Object({ work: Type.Optional(Slug) }, closed);

export const ModeratorView = Type.Object(
  {
    id: Uuid,
    name: Type.String(),
    handle: Type.String(),
    email: Type.String(),
    appointments: Type.Array(
      Type.Object(
        {
          work: OneOrAll,
          granted: Instant,
          /** Null where the machine's own programs did it; the name is empty of one who has left. */
          grantedBy: Type.Union([Type.String(), Type.Null()]),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type ModeratorView = Static<typeof ModeratorView>;
export const ModeratorPage = Page(ModeratorView);

export const MemberCompletionQuery = Type.Object({ q: Type.String({ maxLength: 100 }) }, closed);
