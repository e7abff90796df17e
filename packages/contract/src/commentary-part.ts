import { partKinds, placeKinds } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { PersonView } from './annotation.ts';
import { AddressText, closed, Instant, Page, Uuid } from './common.ts';
import { limits } from './limits.ts';
import { LocusView, Pointing } from './target.ts';

const Version = Type.Integer({ minimum: 1 });

/** Where a part stands: an address, and what is meant more closely inside it. */
export const PlaceForm = Type.Object(
  { at: AddressText, pointing: Type.Optional(Pointing) },
  closed,
);
export type PlaceForm = Static<typeof PlaceForm>;

export const PlaceView = Type.Object(
  {
    kind: Type.Enum([...placeKinds]),
    /** Canonical address today. */
    address: Type.String(),
    from: Type.String(),
    to: Type.String(),
    loci: Type.Array(LocusView),
    entry: Type.Union([
      Type.Object({ edition: Type.String(), number: Type.String() }, closed),
      Type.Null(),
    ]),
  },
  closed,
);
export type PlaceView = Static<typeof PlaceView>;

const said = {
  /** How others cite it: `T12`. Empty where it has none. */
  label: Type.String({ maxLength: 12 }),
  title: Type.String({ maxLength: limits.partTitle * 2 }),
  /** Markdown. UTF-16 units here; the service counts code points. */
  body: Type.String({ maxLength: limits.partLength * 2 }),
  places: Type.Array(PlaceForm, { maxItems: limits.partPlaces }),
} as const;

export const NewPart = Type.Object(
  {
    kind: Type.Enum([...partKinds]),
    ...said,
    /** Made with the form: sending twice makes one part. */
    key: Uuid,
  },
  closed,
);
export type NewPart = Static<typeof NewPart>;

/** `version` is the one it was written over. Places are left as they are where the form is silent. */
export const PartForm = Type.Object(
  { ...said, places: Type.Optional(said.places), version: Version },
  closed,
);
export type PartForm = Static<typeof PartForm>;

export const PartSummary = Type.Object(
  {
    id: Uuid,
    kind: Type.Enum([...partKinds]),
    label: Type.String(),
    title: Type.String(),
    version: Version,
    words: Type.Integer(),
    /** Addresses where it stands. */
    at: Type.Array(Type.String()),
    changed: Instant,
    removed: Type.Union([Instant, Type.Null()]),
  },
  closed,
);
export type PartSummary = Static<typeof PartSummary>;

export const PartView = Type.Object(
  {
    id: Uuid,
    commentary: Uuid,
    kind: Type.Enum([...partKinds]),
    label: Type.String(),
    title: Type.String(),
    body: Type.String(),
    html: Type.String(),
    /** Addresses in it that the work does not have, as they were written. */
    unresolved: Type.Array(Type.String()),
    places: Type.Array(PlaceView),
    version: Version,
    words: Type.Integer(),
    made: Instant,
    changed: Instant,
    removed: Type.Union([Instant, Type.Null()]),
    /** Who wrote the newest revision; null where they have gone. */
    author: Type.Union([PersonView, Type.Null()]),
    abilities: Type.Object({ write: Type.Boolean() }, closed),
  },
  closed,
);
export type PartView = Static<typeof PartView>;

/** What stands now, for whoever saved over an older revision; `joined` where no line was changed by both. */
export const PartConflict = Type.Object(
  { part: PartView, joined: Type.Union([Type.String(), Type.Null()]) },
  closed,
);
export type PartConflict = Static<typeof PartConflict>;

/** Versions of editions, as one names them. */
export const EditionNames = Type.Array(
  Type.Object(
    { id: Type.String(), version: Type.String(), lang: Type.String(), title: Type.String() },
    closed,
  ),
);

/** A part as it will be read. */
export const ProofPart = Type.Object(
  {
    id: Uuid,
    kind: Type.Enum([...partKinds]),
    label: Type.String(),
    title: Type.String(),
    html: Type.String(),
    /** Addresses where it stands. */
    at: Type.Array(Type.String()),
    places: Type.Array(PlaceView),
  },
  closed,
);
export type ProofPart = Static<typeof ProofPart>;
export const ProofPage = Type.Object(
  {
    ...Page(ProofPart).properties,
    /** What a release would be on: of each edition the newest version. */
    editions: EditionNames,
  },
  closed,
);
export type ProofPage = Static<typeof ProofPage>;

/** Before which other part it goes; null: to the end. */
export const PartMove = Type.Object({ before: Type.Union([Uuid, Type.Null()]) }, closed);
export type PartMove = Static<typeof PartMove>;

export const PartRevision = Type.Object(
  {
    number: Version,
    label: Type.String(),
    title: Type.String(),
    body: Type.String(),
    at: Type.Array(Type.String()),
    words: Type.Integer(),
    author: Type.Union([PersonView, Type.Null()]),
    restores: Type.Union([Version, Type.Null()]),
    written: Instant,
  },
  closed,
);
export type PartRevision = Static<typeof PartRevision>;
export const PartRevisionPage = Page(PartRevision);

/** Brings an earlier revision back as a new one; `version` is the newest that one has seen. */
export const PartRestoring = Type.Object({ number: Version, version: Version }, closed);
