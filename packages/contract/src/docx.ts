import { partKinds } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { AddressText, closed, Instant, Uuid } from './common.ts';
import { limits } from './limits.ts';

/** What does not come over as it was in the file. */
export const docxNoticeKinds = [
  /** Pictures: a sign stands where each was. */
  'images',
  'comments',
  /** Of tracked changes those that add are taken, and those that take away are carried out. */
  'insertions',
  'deletions',
  /** Their words stand after the paragraph that they were beside. */
  'text-boxes',
  'formulas',
  'underlined',
  'raised',
  /** Lines of a table of contents. */
  'contents',
  /** That no text here may hold. */
  'characters',
  'no-headings',
  'unknown',
] as const;
export type DocxNoticeKind = (typeof docxNoticeKinds)[number];

export const DocxNotice = Type.Object(
  { kind: Type.Enum([...docxNoticeKinds]), n: Type.Integer({ minimum: 1 }) },
  closed,
);
export type DocxNotice = Static<typeof DocxNotice>;

/** Why a passage was given no place, or cannot be taken as it is. */
export const docxProblems = [
  'no-place',
  'bare-number',
  'unknown-address',
  'second-introduction',
] as const;
export type DocxProblem = (typeof docxProblems)[number];

const Kind = Type.Enum([...partKinds]);

export const DocxForm = Type.Object(
  {
    fileName: Type.String({ maxLength: 400 }),
    /** The file, in base64. */
    file: Type.String({ minLength: 1, maxLength: Math.ceil(limits.docxBytes / 3) * 4 }),
  },
  closed,
);
export type DocxForm = Static<typeof DocxForm>;

export const DocxPart = Type.Object(
  {
    n: Type.Integer({ minimum: 1 }),
    /** As it is written in the file; empty for what stands before the first. */
    heading: Type.String(),
    label: Type.String(),
    title: Type.String(),
    words: Type.Integer(),
    notes: Type.Integer(),
    /** What it begins with, without marks. */
    opening: Type.String(),
    problem: Type.Union([Type.Enum([...docxProblems]), Type.Null()]),
    /** Code points beyond what a part may have: it cannot be taken. */
    over: Type.Integer(),
    /** It has more marks than are rendered, and is shown as it is written. */
    isDense: Type.Boolean(),
    /** What it becomes; null where it is left out. */
    kind: Type.Union([Kind, Type.Null()]),
    /** Addresses where it would stand. */
    at: Type.Array(Type.String()),
    /** Parts that stand on the same place already, and remain. */
    beside: Type.Integer(),
    /** Another part has this label: it is written without. */
    isLabelTaken: Type.Boolean(),
  },
  closed,
);
export type DocxPart = Static<typeof DocxPart>;

export const DocxView = Type.Object(
  {
    id: Uuid,
    fileName: Type.String(),
    made: Instant,
    /** Until when it is kept. */
    ends: Instant,
    notices: Type.Array(DocxNotice),
    parts: Type.Integer(),
    unplaced: Type.Integer(),
    taken: Type.Integer(),
    /** There is an introduction already, or it has too many parts: why it cannot be written as it is. */
    obstacle: Type.Union([Type.Enum(['introduction', 'too-many']), Type.Null()]),
    /** Of all that would be written. */
    plan: Type.String(),
    items: Type.Array(DocxPart),
    next: Type.Union([Type.String(), Type.Null()]),
  },
  closed,
);
export type DocxView = Static<typeof DocxView>;

export const CurrentDocx = Type.Object({ docx: Type.Union([DocxView, Type.Null()]) }, closed);
export type CurrentDocx = Static<typeof CurrentDocx>;

export const DocxChoice = Type.Object(
  {
    n: Type.Integer({ minimum: 1 }),
    kind: Type.Union([Kind, Type.Null()]),
    at: Type.Array(AddressText, { maxItems: limits.partPlaces }),
  },
  closed,
);
export type DocxChoice = Static<typeof DocxChoice>;
export const DocxChoices = Type.Object(
  { id: Uuid, choices: Type.Array(DocxChoice, { maxItems: limits.pageSizeMax }) },
  closed,
);
export type DocxChoices = Static<typeof DocxChoices>;

export const DocxChosen = Type.Object({ plan: Type.String() }, closed);
export type DocxChosen = Static<typeof DocxChosen>;
export const DocxConfirmation = Type.Object(
  { id: Uuid, plan: Type.String({ maxLength: 64 }) },
  closed,
);
export const DocxDone = Type.Object(
  { written: Type.Integer(), leftOut: Type.Integer(), withoutLabel: Type.Integer() },
  closed,
);
export type DocxDone = Static<typeof DocxDone>;
