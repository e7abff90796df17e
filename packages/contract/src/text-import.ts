import { foldKinds, pairDoubts, unitNotes } from '@glossator/document/import';
import { Type, type Static } from 'typebox';
import { closed, Instant, Localised, Slug, Uuid } from './common.ts';
import { limits } from './limits.ts';
import { ImportId, ImportSide, ImportVersion } from './text-import-ids.ts';
import { TextPublication } from './text-publication.ts';

/** Encodings in which a text without marks is read. */
export const sourceEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'windows-1252',
] as const;
export const SourceEncoding = Type.Enum([...sourceEncodings]);
export type SourceEncoding = (typeof sourceEncodings)[number];

/** Why nothing can be made of what was brought. */
export const sourceFaults = [
  'file-empty',
  'file-too-large',
  'file-pdf',
  'file-old-word',
  'file-rtf',
  'file-not-text',
  'file-not-word',
  'file-damaged',
  'file-too-much',
  'file-too-deep',
  'line-too-long',
] as const;
export type SourceFault = (typeof sourceFaults)[number];

/** What does not come over as it was in the file. */
export const sourceNoticeKinds = [
  /** The name says another kind than what is inside. */
  'other-kind',
  /** Places for which the encoding has no character. */
  'broken-characters',
  /** Characters that no text here may hold. */
  'characters',
  'scripts',
  'styles',
  'images',
  'media',
  'fields',
  'formulas',
  'comments',
  'insertions',
  'deletions',
  'text-boxes',
  /** Lines of a table of contents. */
  'contents',
  /** Raised numbers of notes; the notes themselves are set aside. */
  'note-marks',
  /** Numbers that a program draws before the items of a list, written out. */
  'list-numbers',
  'unknown',
] as const;
export type SourceNoticeKind = (typeof sourceNoticeKinds)[number];

export const SourceNotice = Type.Object(
  { kind: Type.Enum([...sourceNoticeKinds]), n: Type.Integer({ minimum: 1 }) },
  closed,
);
export type SourceNotice = Static<typeof SourceNotice>;

const tag = '[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}';
/** A language as its tag; empty where it is to be guessed. */
export const LanguageTag = Type.String({ pattern: `^(${tag})?$`, maxLength: 35 });
export const StatedLanguage = Type.String({ pattern: `^${tag}$`, maxLength: 35 });

export const NewSource = Type.Object(
  {
    lang: LanguageTag,
    /** What was pasted; empty where a file comes. */
    text: Type.String({ maxLength: limits.sourcePaste }),
    fileName: Type.String({ maxLength: 400 }),
    /** The file, in base64; empty where a text was pasted. */
    file: Type.String({ maxLength: Math.ceil(limits.sourceBytes / 3) * 4 }),
  },
  closed,
);
export type NewSource = Static<typeof NewSource>;

export const NewTextImport = Type.Object(
  {
    title: Type.String({ maxLength: limits.importTitle }),
    sources: Type.Array(NewSource, { minItems: 1, maxItems: 2 }),
  },
  closed,
);
export type NewTextImport = Static<typeof NewTextImport>;

export const textImportStates = ['reading', 'failed', 'ready', 'publishing', 'published'] as const;

/** `too-much`: more than one publication may take; `broken`: something here went wrong. */
export const publishFaults = ['too-much', 'broken'] as const;

export const SourceView = Type.Object(
  {
    n: ImportSide,
    kind: Type.Enum(['file', 'paste']),
    name: Type.String(),
    lang: Type.String(),
    encoding: Type.Union([SourceEncoding, Type.Null()]),
    isGuessed: Type.Boolean(),
    notices: Type.Array(SourceNotice),
  },
  closed,
);
export type SourceView = Static<typeof SourceView>;

export const TextImportHead = Type.Object(
  {
    id: Uuid,
    title: Type.String(),
    state: Type.Enum([...textImportStates]),
    touched: Instant,
    /** Until when it is kept where nobody touches it. */
    ends: Instant,
    version: ImportVersion,
    /** Of the work that it became. */
    slug: Type.Union([Slug, Type.Null()]),
  },
  closed,
);
export type TextImportHead = Static<typeof TextImportHead>;

/** What was found, counted. */
export const TextImportCounts = Type.Object(
  {
    rows: Type.Integer(),
    units: Type.Array(Type.Integer()),
    doubtful: Type.Integer(),
    /** Set aside, and how many of these a person is asked of. */
    aside: Type.Integer(),
    asked: Type.Integer(),
  },
  closed,
);
export type TextImportCounts = Static<typeof TextImportCounts>;

export const SideView = Type.Object(
  {
    lang: Type.String(),
    sure: Type.Boolean(),
    rightToLeft: Type.Boolean(),
    /** First words, to know it by. */
    beginning: Type.String(),
    /** As it stands over the text; empty where nothing was found there. */
    title: Type.String(),
  },
  closed,
);
export type SideView = Static<typeof SideView>;

/** Characters that are offered to be changed, of one kind, with the first place where they stand. */
export const FoldsOffered = Type.Object(
  {
    kind: Type.Enum([...foldKinds]),
    n: Type.Integer({ minimum: 1 }),
    before: Type.String(),
    after: Type.String(),
  },
  closed,
);
export type FoldsOffered = Static<typeof FoldsOffered>;

export const TextImportView = Type.Object(
  {
    ...TextImportHead.properties,
    /** Hundredths of reading, or of publishing, that are done. */
    progress: Type.Integer(),
    fault: Type.Union([Type.Enum([...sourceFaults]), Type.Null()]),
    faultAt: ImportSide,
    /** Why it was not published when that was asked for last. */
    publishFault: Type.Union([Type.Enum([...publishFaults]), Type.Null()]),
    /** What was declared of it then. */
    declared: Type.Union([TextPublication, Type.Null()]),
    sources: Type.Array(SourceView),
    sides: Type.Array(SideView),
    levels: Type.Array(Type.Object({ names: Localised }, closed)),
    folds: Type.Array(FoldsOffered),
    counts: Type.Union([TextImportCounts, Type.Null()]),
  },
  closed,
);
export type TextImportView = Static<typeof TextImportView>;

export const TextImportList = Type.Object({ items: Type.Array(TextImportHead) }, closed);
export type TextImportList = Static<typeof TextImportList>;

const Notes = Type.Array(Type.Enum([...unitNotes]));
export const ImportUnit = Type.Object(
  {
    id: ImportId,
    kind: Type.Enum(['heading', 'sentence']),
    depth: Type.Union([Type.Integer(), Type.Null()]),
    opens: Type.Boolean(),
    label: Type.String(),
    /** Null where words are lost. */
    text: Type.Union([Type.String(), Type.Null()]),
    notes: Notes,
  },
  closed,
);
export type ImportUnit = Static<typeof ImportUnit>;

export const ImportRowOfText = Type.Object(
  {
    n: Type.Integer(),
    /** The address that is to be minted. */
    address: Type.String(),
    doubt: Type.Union([Type.Enum([...pairDoubts]), Type.Null()]),
    checked: Type.Boolean(),
    sides: Type.Array(Type.Array(ImportUnit)),
  },
  closed,
);
export type ImportRowOfText = Static<typeof ImportRowOfText>;

export const ImportStretch = Type.Object(
  {
    version: ImportVersion,
    from: Type.Integer(),
    total: Type.Integer(),
    rows: Type.Array(ImportRowOfText),
    doubtful: Type.Integer(),
    /** Numbers of the doubtful rows before and after the stretch. */
    doubtBefore: Type.Union([Type.Integer(), Type.Null()]),
    doubtAfter: Type.Union([Type.Integer(), Type.Null()]),
    /** There is something to take back. */
    canUndo: Type.Boolean(),
    depths: Type.Integer(),
  },
  closed,
);
export type ImportStretch = Static<typeof ImportStretch>;

export const ImportContents = Type.Array(
  Type.Object({ row: Type.Integer(), depth: Type.Integer(), text: Type.String() }, closed),
);
export type ImportContents = Static<typeof ImportContents>;

export const TextImportDesk = Type.Object(
  { head: TextImportView, contents: ImportContents, stretch: ImportStretch },
  closed,
);
export type TextImportDesk = Static<typeof TextImportDesk>;
