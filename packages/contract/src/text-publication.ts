import { Type, type Static } from 'typebox';
import { closed } from './common.ts';
import { ImportSide, ImportVersion } from './text-import-ids.ts';

const Titles = Type.Record(
  Type.String({ pattern: '^[a-zA-Z0-9-]{2,35}$' }),
  Type.String({ maxLength: 300 }),
);

export const TextPublication = Type.Object(
  {
    version: ImportVersion,
    /** What is wished for its address; characters that nobody guesses are added. */
    slug: Type.String({ maxLength: 64 }),
    titles: Titles,
    abbreviation: Type.String({ maxLength: 40 }),
    issuer: Titles,
    issued: Type.String({ maxLength: 10 }),
    /** Number of the side that the other was made from. */
    original: ImportSide,
    rights: Type.String({ maxLength: 2_000 }),
  },
  closed,
);
export type TextPublication = Static<typeof TextPublication>;
