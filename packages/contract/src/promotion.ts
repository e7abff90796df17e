import { creditWays, promotionStates } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { PersonView } from './annotation.ts';
import { closed, Instant, Page, Slug, Uuid } from './common.ts';
import { limits } from './limits.ts';

/** Asks for a note that one can read: of this work, public or of a class. */
export const PromotionForm = Type.Object(
  { annotation: Uuid, message: Type.String({ maxLength: limits.promotionMessage * 2 }) },
  closed,
);
export type PromotionForm = Static<typeof PromotionForm>;

/** `version` is the revision of the note that its author has seen, and consents to. */
export const PromotionAnswer = Type.Union([
  Type.Object(
    {
      answer: Type.Literal('consent'),
      how: Type.Enum([...creditWays]),
      /** The name or the pseudonym; empty where none is to be told. */
      credit: Type.String({ maxLength: limits.creditLength * 2 }),
      version: Type.Integer({ minimum: 1 }),
    },
    closed,
  ),
  /** Also takes a consent back. */
  Type.Object({ answer: Type.Literal('refuse') }, closed),
]);
export type PromotionAnswer = Static<typeof PromotionAnswer>;

const stands = {
  id: Uuid,
  state: Type.Enum([...promotionStates]),
  message: Type.String(),
  asked: Instant,
  answered: Type.Union([Instant, Type.Null()]),
  /** Null until there is a consent. */
  how: Type.Union([Type.Enum([...creditWays]), Type.Null()]),
  credit: Type.String(),
  /** What was consented to; empty until then. */
  words: Type.String(),
  /** Numbers of the releases that quote it. */
  releases: Type.Array(Type.String()),
  /** Who asked; null where they have gone. */
  by: Type.Union([PersonView, Type.Null()]),
} as const;

/** A note that a commentary asks for, as its authors see it. */
export const PromotionView = Type.Object(
  {
    ...stands,
    n: Type.Integer({ minimum: 1 }),
    /** By which a part quotes it, on a line of its own. */
    mark: Type.String(),
    /** Where it stands; null for whoever does not read it there. */
    note: Type.Union([Type.Object({ id: Uuid, address: Type.String() }, closed), Type.Null()]),
    /** Whether a part that quotes it could be published now. */
    usable: Type.Boolean(),
    abilities: Type.Object({ cancel: Type.Boolean() }, closed),
  },
  closed,
);
export type PromotionView = Static<typeof PromotionView>;
export const PromotionPage = Page(PromotionView);

/** What a commentary asks of somebody for a note of theirs. */
export const PromotionRequest = Type.Object(
  {
    ...stands,
    commentary: Type.Object({ title: Type.String(), work: Slug }, closed),
    /** The note as it is now; null where it is gone. */
    note: Type.Union([
      Type.Object(
        {
          id: Uuid,
          address: Type.String(),
          version: Type.Integer({ minimum: 1 }),
          body: Type.String(),
          /** Whether everybody may read it: then it is named as the source, with its author. */
          isPublic: Type.Boolean(),
        },
        closed,
      ),
      Type.Null(),
    ]),
    abilities: Type.Object({ answer: Type.Boolean() }, closed),
  },
  closed,
);
export type PromotionRequest = Static<typeof PromotionRequest>;
export const PromotionRequestPage = Page(PromotionRequest);
