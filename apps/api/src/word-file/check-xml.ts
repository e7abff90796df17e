import type { DocxNoticeKind } from '@glossator/contract';
import { SaxesParser } from 'saxes';
import { FaultyDocx } from './bounds.ts';
import type { Notices } from './notices.ts';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const maths = 'http://schemas.openxmlformats.org/officeDocument/2006/math';

/** Elements that the converter passes by in silence, and text boxes, which it moves. */
const told: Readonly<Record<string, DocxNoticeKind>> = {
  [`${word} ins`]: 'insertions',
  [`${word} moveTo`]: 'insertions',
  [`${word} del`]: 'deletions',
  [`${word} moveFrom`]: 'deletions',
  [`${word} txbxContent`]: 'text-boxes',
  [`${maths} oMath`]: 'formulas',
};
const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const isOfWords = /(^|\/)(document|footnotes|endnotes)\d*\.xml$/;
/** Elements inside one another: a stack ends before a document does. */
const deepest = 500;

/**
 * Refuses what is not well formed: the converter would take what stands before a break for the whole.
 * Counts on the way what of the words will not come over.
 */
export function checkXml(name: string, text: string, notices: Notices): void {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const fail = (cause: unknown): never => {
    throw new FaultyDocx('docx-malformed', cause);
  };
  let depth = 0;
  // A text box stands twice, for newer programs and for older ones.
  let alternatives = 0;
  parser.on('error', fail);
  // The format has none: it could only name entities, or files elsewhere.
  parser.on('doctype', fail);
  parser.on('opentag', ({ uri, local }) => {
    depth += 1;
    if (depth > deepest) fail('too deep');
    if (!isOfWords.test(name)) return;
    if (uri === compatibility && local === 'Choice') alternatives += 1;
    const kind = told[`${uri} ${local}`];
    if (kind !== undefined && (alternatives === 0 || kind !== 'text-boxes')) notices.add(kind);
  });
  parser.on('closetag', ({ uri, local }) => {
    depth -= 1;
    if (uri === compatibility && local === 'Choice') alternatives -= 1;
  });
  parser.write(text).close();
}
