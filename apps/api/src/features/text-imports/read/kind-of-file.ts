import { FaultySource } from './bounds.ts';

export type FileKind = 'docx' | 'html' | 'markdown' | 'text';

export interface KindOfFile {
  readonly kind: FileKind;
  /** The name says another kind; what is inside is believed. */
  readonly isOtherThanNamed: boolean;
}

const begins = (bytes: Buffer, signature: readonly number[] | string): boolean =>
  bytes.subarray(0, signature.length).equals(Buffer.from(signature as string));

const isWord = (bytes: Buffer): boolean => begins(bytes, 'PK\u0003\u0004');

/** Signatures of what holds no text that could be read in its order. */
const pictures: readonly (readonly number[] | string)[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  'GIF8',
  'RIFF',
  [0x1f, 0x8b],
  [0x37, 0x7a, 0xbc, 0xaf],
  'Rar!',
];

const named: readonly (readonly [RegExp, FileKind])[] = [
  [/\.docx$/i, 'docx'],
  [/\.(x?html?|xht)$/i, 'html'],
  [/\.(md|markdown|mdown)$/i, 'markdown'],
  [/\.(txt|text)$/i, 'text'],
];

const htmlStart =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;

/** What a file is, by what it begins with; its name decides only between kinds of plain text. */
export function kindOfFile(bytes: Buffer, name: string): KindOfFile {
  const said = named.find(([pattern]) => pattern.test(name))?.[1] ?? null;
  const as = (kind: FileKind): KindOfFile => ({
    kind,
    isOtherThanNamed: said !== null && said !== kind,
  });
  if (isWord(bytes)) return as('docx');
  if (begins(bytes, '%PDF-')) throw new FaultySource('file-pdf');
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new FaultySource('file-old-word');
  if (begins(bytes, '{\\rtf')) throw new FaultySource('file-rtf');
  if (pictures.some((signature) => begins(bytes, signature)))
    throw new FaultySource('file-not-text');
  const start = bytes.subarray(0, 4_096).toString('latin1').replaceAll('\0', '');
  if (htmlStart.test(start.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')))
    return as('html');
  return said === 'markdown' || said === 'html' ? as(said) : as('text');
}
