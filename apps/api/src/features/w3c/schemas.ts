import { closed, Slug } from '@glossator/contract';
import { Type } from 'typebox';

/** The last part of a note's IRI: the name it was given, else its id. */
export const ByName = Type.Object(
  { work: Slug, name: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._~-]{0,79}$' }) },
  closed,
);

const JsonText = Type.Unsafe<Buffer>({ type: 'string' });
const told = { content: { 'application/ld+json': { schema: JsonText } } } as const;
export const answers = {
  200: told,
  201: told,
  202: told,
  204: Type.Null(),
  304: Type.Null(),
} as const;

/**
 * An annotation of the W3C model. Not closed: which part cannot be kept is said by its name, in a
 * refusal of its own.
 */
export const SentForm = Type.Object(
  {},
  {
    additionalProperties: true,
    description:
      'https://www.w3.org/TR/annotation-model/ with @context, type, target; body or bodyValue; motivation, creator, created, modified, generator, generated, rights, canonical, via. A property that cannot be kept is refused by its name.',
  },
);
