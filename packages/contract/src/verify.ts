import { variants } from '@glossator/document';
import { Type, type Static } from 'typebox';
import { closed, Localised, Slug } from './common.ts';

const Count = Type.Integer({ minimum: 0 });
const Nullable = <Shape extends Parameters<typeof Type.Union>[0][number]>(shape: Shape) =>
  Type.Union([shape, Type.Null()]);

/** What is pasted, with or without the lines of a copy that carries its proof. */
export const VerifyForm = Type.Object(
  {
    // Longer than can be checked, so that it is refused with the reason.
    text: Type.String({ maxLength: 200_000 }),
    /** The one work in which it is sought; all that may be read where left out. */
    work: Type.Optional(Slug),
    /** Where it is said to stand: an address, a citation, or a link; in place of what was pasted. */
    at: Type.Optional(Type.String({ minLength: 1, maxLength: 600 })),
  },
  closed,
);
export type VerifyForm = Static<typeof VerifyForm>;

const Citation = Type.Object({ en: Type.String(), 'zh-Hans': Type.String() }, closed);

/** A whole segment with the part of it that is meant: code points of its reading text. */
export const VerifiedSegment = Type.Object(
  {
    path: Type.String(),
    text: Type.String(),
    ranges: Type.Array(Type.Object({ start: Count, end: Count }, closed)),
  },
  closed,
);
export type VerifiedSegment = Static<typeof VerifiedSegment>;

export const VerifiedPlace = Type.Object(
  { address: Type.String(), citation: Citation, segments: Type.Array(VerifiedSegment) },
  closed,
);
export type VerifiedPlace = Static<typeof VerifiedPlace>;

const VersionOf = { edition: Type.String(), version: Type.String() };

export const VerifyView = Type.Object(
  {
    /** The works in which it was sought. */
    searched: Type.Array(Type.Object({ slug: Type.String(), titles: Localised }, closed)),
    /** Some were left out: together they are more than is searched at once. */
    more: Type.Boolean(),
    /** The words that were sought. */
    quotation: Type.String(),
    verbatim: Type.Enum(['exact', 'variant', 'changed', 'out-of-order', 'absent']),
    /** Words are left out between the pieces. */
    omits: Type.Boolean(),
    variants: Type.Array(Type.Enum([...variants])),
    /** It begins or ends inside a word. */
    cutsWord: Type.Boolean(),
    /** Of the passage it is, or is nearest to. */
    standing: Nullable(
      Type.Object(
        {
          work: Type.String(),
          titles: Localised,
          ...VersionOf,
          title: Type.String(),
          lang: Type.String(),
          released: Type.String(),
        },
        closed,
      ),
    ),
    places: Type.Array(VerifiedPlace),
    total: Count,
    nearest: Nullable(
      Type.Object(
        {
          similarity: Type.Number(),
          runs: Type.Array(
            Type.Object(
              { kind: Type.Enum(['same', 'text', 'quoted']), text: Type.String() },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
    at: Nullable(
      Type.Object(
        {
          address: Type.String(),
          citation: Citation,
          answer: Type.Enum(['there', 'partly', 'elsewhere', 'unknown']),
        },
        closed,
      ),
    ),
    in: Type.Array(
      Type.Object(
        {
          ...VersionOf,
          answer: Type.Enum(['there', 'not-there', 'unknown']),
          digests: Nullable(Type.Enum(['match', 'differ'])),
        },
        closed,
      ),
    ),
    versions: Type.Array(
      Type.Object({ ...VersionOf, released: Type.String(), has: Type.Boolean() }, closed),
    ),
    since: Nullable(
      Type.Object(
        {
          state: Type.Enum(['newest', 'same', 'around', 'changed']),
          corrections: Type.Array(
            Type.Object(
              {
                version: Type.String(),
                released: Type.String(),
                path: Type.String(),
                before: Type.String(),
                after: Nullable(Type.String()),
                words: Type.Boolean(),
              },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type VerifyView = Static<typeof VerifyView>;
