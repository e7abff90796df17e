import { Type, type Static } from 'typebox';
import { closed } from './common.ts';

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
