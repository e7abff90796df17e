import {
  AlignmentType,
  Document,
  EndnoteReferenceRun,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

const levels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

export const heading = (level: 1 | 2 | 3 | 4, text: string): Paragraph =>
  new Paragraph({ text, heading: levels[level - 1] ?? HeadingLevel.HEADING_1 });

export const words = (...children: readonly (string | ParagraphChild)[]): Paragraph =>
  new Paragraph({
    children: children.map((each) => (typeof each === 'string' ? new TextRun(each) : each)),
  });

const strong: IRunOptions = { bold: true };
const slanted: IRunOptions = { italics: true };

export const headingOf = (text: string, more: ParagraphChild): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(text), more] });

export const bold = (text: string): TextRun => new TextRun({ text, ...strong });
export const italic = (text: string): TextRun => new TextRun({ text, ...slanted });
export const note = (n: number): FootnoteReferenceRun => new FootnoteReferenceRun(n);
// The library's list of what a paragraph holds leaves it out.
export const endnote = (n: number): ParagraphChild =>
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- it holds one all the same
  new EndnoteReferenceRun(n);
export const link = (url: string, text: string): ExternalHyperlink =>
  new ExternalHyperlink({ link: url, children: [new TextRun(text)] });
export const bullet = (text: string, level = 0): Paragraph =>
  new Paragraph({ text, bullet: { level } });
export const numbered = (text: string): Paragraph =>
  new Paragraph({ text, numbering: { reference: 'numbers', level: 0 } });
export const quote = (text: string): Paragraph => new Paragraph({ text, style: 'Quote' });
export const table = (rows: readonly (readonly string[])[]): Table =>
  new Table({
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })),
        }),
    ),
  });

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const picture = (description: string): ImageRun =>
  new ImageRun({
    type: 'png',
    data: pixel,
    transformation: { width: 10, height: 10 },
    altText: { name: 'p', title: '', description },
  });

export interface WordFile {
  readonly children: readonly (Paragraph | Table)[];
  readonly footnotes?: Readonly<Record<number, string>>;
  readonly endnotes?: Readonly<Record<number, string>>;
}

const noted = (notes: Readonly<Record<number, string>>) =>
  Object.fromEntries(
    Object.entries(notes).map(([n, text]) => [n, { children: [new Paragraph(text)] }]),
  );

/** A file as a word processor writes it. */
export async function wordFile({
  children,
  footnotes = {},
  endnotes = {},
}: WordFile): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({
      styles: { paragraphStyles: [{ id: 'Quote', name: 'Quote', basedOn: 'Normal' }] },
      numbering: {
        config: [
          {
            reference: 'numbers',
            levels: [{ level: 0, format: 'decimal', text: '%1.', alignment: AlignmentType.START }],
          },
        ],
      },
      footnotes: noted(footnotes),
      endnotes: noted(endnotes),
      sections: [{ children: [...children] }],
    }),
  );
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const office = 'http://schemas.openxmlformats.org';
const types = `${declaration}<Types xmlns="${office}/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/></Types>`;
const relations = (target: string, mode = ''): string =>
  `${declaration}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r1"
Type="${office}/officeDocument/2006/relationships/officeDocument" Target="${target}"${mode}/></Relationships>`;

export const documentXml = (body: string): string =>
  `${declaration}<w:document xmlns:w="${office}/wordprocessingml/2006/main"
xmlns:m="${office}/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:r="${office}/officeDocument/2006/relationships"><w:body>${body}</w:body></w:document>`;

export async function zip(entries: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, content] of Object.entries(entries)) file.addBuffer(Buffer.from(content), name);
  file.end();
  return buffer(file.outputStream);
}

/** A file by hand: its document, and what else is in it or takes the place of what is. */
export const rawWordFile = (
  document: string,
  more: Readonly<Record<string, string | Buffer>> = {},
): Promise<Buffer> =>
  zip({
    '[Content_Types].xml': types,
    '_rels/.rels': relations('word/document.xml'),
    'word/document.xml': document,
    ...more,
  });
