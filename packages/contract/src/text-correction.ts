import { foldKinds, furnitureReasons } from '@glossator/document/import';
import { Type, type Static } from 'typebox';
import { closed } from './common.ts';
import { limits } from './limits.ts';
import { ImportId as Id, ImportSide as Side, ImportVersion as Version } from './text-import-ids.ts';
import { SourceEncoding, StatedLanguage as Tag } from './text-import.ts';

const unit = { unit: Id };
/** What a person does to a proposal; see the corrections of the document package. */
export const ImportCorrection = Type.Union([
  Type.Object({ do: Type.Literal('split'), ...unit, at: Id }, closed),
  Type.Object({ do: Type.Literal('merge'), ...unit }, closed),
  Type.Object({ do: Type.Literal('lift'), ...unit }, closed),
  Type.Object({ do: Type.Literal('lower'), ...unit }, closed),
  Type.Object({ do: Type.Literal('paragraph'), ...unit, opens: Type.Boolean() }, closed),
  Type.Object(
    {
      do: Type.Literal('text'),
      ...unit,
      text: Type.String({ minLength: 1, maxLength: limits.importUnit }),
    },
    closed,
  ),
  Type.Object(
    {
      do: Type.Literal('gap'),
      side: Side,
      after: Type.Union([Id, Type.Null()]),
      kind: Type.Enum(['heading', 'sentence']),
    },
    closed,
  ),
  Type.Object({ do: Type.Literal('close'), ...unit }, closed),
  Type.Object(
    { do: Type.Literal('drop'), ...unit, reason: Type.Enum([...furnitureReasons]) },
    closed,
  ),
  Type.Object({ do: Type.Literal('restore'), furniture: Id, side: Side }, closed),
  Type.Object({ do: Type.Literal('confirm'), furniture: Id }, closed),
  Type.Object({ do: Type.Literal('join'), ...unit }, closed),
  Type.Object({ do: Type.Literal('part'), ...unit }, closed),
  Type.Object({ do: Type.Literal('move'), ...unit, to: Type.Enum(['previous', 'next']) }, closed),
  Type.Object({ do: Type.Literal('pair'), left: Id, right: Id }, closed),
  Type.Object({ do: Type.Literal('check'), ...unit, checked: Type.Boolean() }, closed),
  Type.Object(
    {
      do: Type.Literal('fold'),
      kind: Type.Enum([...foldKinds]),
      unit: Type.Union([Id, Type.Null()]),
    },
    closed,
  ),
  Type.Object({ do: Type.Literal('lang'), side: Side, lang: Tag }, closed),
  Type.Object(
    {
      do: Type.Literal('name'),
      level: Type.Integer({ minimum: 0, maximum: 8 }),
      lang: Tag,
      name: Type.String({ minLength: 1, maxLength: 100 }),
    },
    closed,
  ),
]);
export type ImportCorrection = Static<typeof ImportCorrection>;

/** Where the page stands that asks: the answer brings its rows as they are now. */
const standing = { version: Version, from: Type.Integer({ minimum: 0 }) };

export const ImportCorrections = Type.Object(
  {
    ...standing,
    corrections: Type.Array(ImportCorrection, { minItems: 1, maxItems: limits.importCorrections }),
  },
  closed,
);
export type ImportCorrections = Static<typeof ImportCorrections>;
export const ImportUndo = Type.Object(standing, closed);

export const FurnitureView = Type.Object(
  {
    id: Id,
    reason: Type.Enum([...furnitureReasons]),
    sure: Type.Boolean(),
    byPerson: Type.Boolean(),
    text: Type.String(),
    source: Side,
    line: Type.Integer(),
  },
  closed,
);
export type FurnitureView = Static<typeof FurnitureView>;
export const FurniturePage = Type.Object(
  {
    version: Version,
    items: Type.Array(FurnitureView),
    next: Type.Union([Type.String(), Type.Null()]),
    /** How many of each kind there are. */
    kinds: Type.Array(
      Type.Object({ reason: Type.Enum([...furnitureReasons]), n: Type.Integer() }, closed),
    ),
  },
  closed,
);
export type FurniturePage = Static<typeof FurniturePage>;

export const FurnitureAct = Type.Object(
  {
    version: Version,
    act: Type.Enum(['restore', 'confirm']),
    /** All of a kind where none is named. */
    ids: Type.Array(Id, { maxItems: limits.importCorrections }),
    reason: Type.Union([Type.Enum([...furnitureReasons]), Type.Null()]),
  },
  closed,
);
export type FurnitureAct = Static<typeof FurnitureAct>;

export const ReadAgain = Type.Object(
  { version: Version, n: Side, encoding: SourceEncoding },
  closed,
);
