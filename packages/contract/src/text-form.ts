import { Type, type Static } from 'typebox';
import { closed, Localised, Slug } from './common.ts';

const pins = Type.Optional(Type.String({ maxLength: 400 }));

/** `edition:version`, several joined by commas. */
export const TextPins = Type.Object({ pins }, closed);

export const TextFormQuery = Type.Object(
  {
    pins,
    /** A path or range; left out for the whole. */
    at: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    /**
     * By default the first that is pinned, else the original; JSON, TMX and schema.org have all.
     * Of TMX: what is aligned with the original.
     */
    edition: Type.Optional(Slug),
  },
  closed,
);

export const TextFormsView = Type.Object(
  {
    slug: Slug,
    titles: Localised,
    editions: Type.Array(
      Type.Object(
        {
          id: Slug,
          lang: Type.String(),
          relation: Type.Enum(['source', 'translation', 'supplement']),
          title: Type.String(),
          version: Type.String(),
          versions: Type.Array(Type.String()),
          released: Type.String(),
          sha256: Type.String(),
          rights: Localised,
          withheld: Type.Boolean(),
          /** Numbers of entries of which words are left out: the digest is of the version with them. */
          withheldEntries: Type.Array(Type.String()),
        },
        closed,
      ),
    ),
    forms: Type.Array(
      Type.Object(
        {
          form: Type.Enum(['txt', 'json', 'tei', 'akn', 'tmx', 'jsonld']),
          suffix: Type.String(),
          mediaType: Type.String(),
          holds: Type.Enum(['all', 'one', 'aligned']),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type TextFormsView = Static<typeof TextFormsView>;

const resource = Type.String({ minLength: 1, maxLength: 600 });
const unit = Type.Optional(Type.String({ minLength: 1, maxLength: 100 }));
const range = { ref: unit, start: unit, end: unit } as const;

export const DtsCollectionQuery = Type.Object(
  {
    id: Type.Optional(resource),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    nav: Type.Optional(Type.Enum(['children', 'parents'])),
  },
  closed,
);
export const DtsNavigationQuery = Type.Object(
  {
    resource,
    ...range,
    down: Type.Optional(Type.Integer({ minimum: -1, maximum: 100 })),
    tree: unit,
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  },
  closed,
);
export const DtsDocumentQuery = Type.Object(
  { resource, ...range, tree: unit, mediaType: Type.Optional(Type.String({ maxLength: 100 })) },
  closed,
);
