import {
  cslDateFields,
  cslNameFields,
  cslNameParts,
  cslTextFields,
  cslTypes,
} from '@glossator/domain/csl-fields';
import { Type, type Static, type TSchema } from 'typebox';
import { closed, Instant, Page, Uuid } from './common.ts';
import { limits } from './limits.ts';

const Version = Type.Integer({ minimum: 1 });
const each = <Field extends string, Schema extends TSchema>(
  fields: readonly Field[],
  schema: Schema,
) =>
  Object.fromEntries(fields.map((field) => [field, Type.Optional(schema)])) as Record<
    Field,
    ReturnType<typeof Type.Optional<Schema>>
  >;

const line = Type.String({ maxLength: limits.bibliographyItem });
const CslName = Type.Object(each(cslNameParts, line), closed);
const CslDate = Type.Object(
  {
    'date-parts': Type.Optional(
      Type.Array(Type.Array(Type.Integer(), { minItems: 1, maxItems: 3 }), {
        minItems: 1,
        maxItems: 2,
      }),
    ),
    literal: Type.Optional(line),
  },
  closed,
);

const textFields = cslTextFields.filter((field) => field !== 'citation-key');

/** A work as CSL-JSON has it, without an id and a key of its own: these are its key here. */
export const CslFields = Type.Object(
  {
    type: Type.Enum([...cslTypes]),
    ...each(textFields, line),
    ...each(cslNameFields, Type.Array(CslName)),
    ...each(cslDateFields, CslDate),
  },
  closed,
);
export type CslFields = Static<typeof CslFields>;

/** How a work reads. */
const written = {
  /** How it is cited: `[@key]`. */
  key: Type.String(),
  item: CslFields,
  /** In the list at the end, as words. */
  text: Type.String(),
} as const;

const CitingPart = Type.Object({ id: Uuid, label: Type.String(), title: Type.String() }, closed);
export type CitingPart = Static<typeof CitingPart>;

export const BibliographyItemView = Type.Object(
  {
    id: Uuid,
    ...written,
    /** The parts that cite it as they are written now. */
    cited: Type.Array(CitingPart),
    version: Version,
    changed: Instant,
    removed: Type.Union([Instant, Type.Null()]),
  },
  closed,
);
export type BibliographyItemView = Static<typeof BibliographyItemView>;
export const BibliographyPage = Page(BibliographyItemView);

export const BibliographyItemForm = Type.Object(
  {
    key: Type.String({ maxLength: 200 }),
    item: CslFields,
    /** The one it was written over. */
    version: Version,
  },
  closed,
);
export type BibliographyItemForm = Static<typeof BibliographyItemForm>;

/** BibTeX, RIS, CSL-JSON, or DOIs on lines of their own. */
const pasted = Type.String({ maxLength: limits.bibliographyPaste });
export const PastedBibliography = Type.Object({ text: pasted }, closed);

/** What one entry is beside what is there: the very same, one of its key, one of its DOI, or none. */
export const pastedStandings = ['new', 'same', 'key', 'doi'] as const;
export type PastedStanding = (typeof pastedStandings)[number];

export const PastedEntry = Type.Object(
  {
    /** Which of the entries that were read: a file may have all of them on one line. */
    n: Type.Integer({ minimum: 1 }),
    /** Where it begins in what was pasted; the first line is 1. */
    line: Type.Integer({ minimum: 1 }),
    ...written,
    /** What the paste calls it, where no citation could be written with that. */
    called: Type.Union([Type.String(), Type.Null()]),
    standing: Type.Enum([...pastedStandings]),
    /** What is there already, by the same name or DOI. */
    there: Type.Union([
      Type.Object({ id: Uuid, key: Type.String(), text: Type.String(), version: Version }, closed),
      Type.Null(),
    ]),
  },
  closed,
);
export type PastedEntry = Static<typeof PastedEntry>;

/** What no item was made of, with all its words. */
export const UnreadPassageView = Type.Object(
  {
    line: Type.Integer({ minimum: 1 }),
    /** Where the trouble was met. */
    at: Type.Integer({ minimum: 1 }),
    text: Type.String(),
    problem: Type.String(),
    word: Type.String(),
  },
  closed,
);
export type UnreadPassageView = Static<typeof UnreadPassageView>;

export const BibliographyPreview = Type.Object(
  {
    /** What it was read as; null where it is none that we know. */
    form: Type.Union([Type.Enum(['bibtex', 'ris', 'csl', 'doi']), Type.Null()]),
    entries: Type.Array(PastedEntry),
    unread: Type.Array(UnreadPassageView),
  },
  closed,
);
export type BibliographyPreview = Static<typeof BibliographyPreview>;

/** What is done with an entry, where it is not what goes without saying. */
export const PasteChoice = Type.Object(
  {
    n: Type.Integer({ minimum: 1 }),
    take: Type.Enum(['add', 'replace', 'skip']),
    /** Of what it replaces, as one has seen it. */
    version: Type.Optional(Version),
  },
  closed,
);
export type PasteChoice = Static<typeof PasteChoice>;

/** Without a choice what is new is added, and what is there stays as it is. */
export const BibliographyPaste = Type.Object(
  { text: pasted, choices: Type.Array(PasteChoice, { maxItems: limits.bibliographyItems }) },
  closed,
);
export type BibliographyPaste = Static<typeof BibliographyPaste>;

/** Keys of what was added and replaced; how many are there as they were, or were left out. */
export const BibliographyPasted = Type.Object(
  {
    added: Type.Array(Type.String()),
    replaced: Type.Array(Type.String()),
    there: Type.Integer(),
    skipped: Type.Integer(),
    unread: Type.Array(UnreadPassageView),
  },
  closed,
);
export type BibliographyPasted = Static<typeof BibliographyPasted>;
