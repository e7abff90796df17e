import { Type, type Static } from 'typebox';
import { closed, Day, Localised, Uuid, VersionNumber } from './common.ts';
import { ApparatusView } from './text.ts';

const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()]);

export const EditionVersionRow = Type.Object(
  {
    version: VersionNumber,
    released: Day,
    sha256: Sha256,
    change: Localised,
    /** The report, for those who release texts. */
    release: nullable(Uuid),
  },
  closed,
);
export type EditionVersionRow = Static<typeof EditionVersionRow>;

/** How the words of one segment become others; null where it stands in one of both alone, or is lost. */
export const SegmentDifference = Type.Object(
  {
    edition: Type.String(),
    lang: Type.String(),
    what: Type.Enum(['changed', 'added', 'removed', 'moved']),
    /** Where it stands before, and after. */
    from: nullable(Type.String()),
    to: nullable(Type.String()),
    before: nullable(Type.String()),
    after: nullable(Type.String()),
    /** What the correction says of itself. */
    entries: Type.Array(ApparatusView),
  },
  closed,
);
export type SegmentDifference = Static<typeof SegmentDifference>;

export const WorkVersions = Type.Object(
  {
    work: Type.String(),
    titles: Localised,
    editions: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          title: Type.String(),
          lang: Type.String(),
          versions: Type.Array(EditionVersionRow),
        },
        closed,
      ),
    ),
  },
  closed,
);
export type WorkVersions = Static<typeof WorkVersions>;

export const VersionDifference = Type.Object(
  {
    work: Type.String(),
    titles: Localised,
    edition: Type.String(),
    title: Type.String(),
    lang: Type.String(),
    from: EditionVersionRow,
    to: EditionVersionRow,
    versions: Type.Array(VersionNumber),
    /** True where the reader may not see the words: no difference is told. */
    withheld: Type.Boolean(),
    differences: Type.Array(SegmentDifference),
  },
  closed,
);
export type VersionDifference = Static<typeof VersionDifference>;
