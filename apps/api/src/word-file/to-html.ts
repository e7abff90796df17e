import mammoth from 'mammoth';
import { FaultyDocx } from './bounds.ts';
import type { Notices } from './notices.ts';

const quotes = ['Quote', 'Intense Quote', 'Block Text', 'Quotations', 'Block Quotation'];
const styleMap = [
  ...quotes.map((name) => `p[style-name='${name}'] => blockquote > p:fresh`),
  ...[7, 8, 9].map((n) => `p[style-name='heading ${String(n)}'] => h6:fresh`),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `p[style-name='toc ${String(n)}'] => !`),
  "r[style-name='Emphasis'] => em",
];

/** What is looked at of an element of the converter, which has no types for them. */
interface WordElement {
  readonly type?: unknown;
  readonly children?: unknown;
  readonly styleName?: unknown;
  readonly isUnderline?: unknown;
  readonly verticalAlignment?: unknown;
}

function countElements(element: WordElement, notices: Notices): void {
  if (element.type === 'commentReference') notices.add('comments');
  if (element.type === 'paragraph' && /^toc \d$/i.test(String(element.styleName)))
    notices.add('contents');
  // Word underlines links by their style; what somebody underlined is said of the run itself.
  if (element.type === 'run' && element.isUnderline === true && element.styleName !== 'Hyperlink')
    notices.add('underlined');
  if (
    element.type === 'run' &&
    /^(super|sub)script$/.test(String(element.verticalAlignment)) &&
    !isNoteMark(element)
  )
    notices.add('raised');
  if (Array.isArray(element.children))
    for (const child of element.children as WordElement[]) countElements(child, notices);
}

const isNoteMark = ({ children }: WordElement): boolean =>
  !Array.isArray(children) ||
  (children as WordElement[]).every(({ type }) => type === 'noteReference');

/** An archive that was unpacked within bounds, as HTML. What does not come over as it was is counted. */
export async function toHtml(archive: Buffer, notices: Notices): Promise<string> {
  try {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: archive },
      {
        styleMap,
        // A file may bring rules of its own for what its words become.
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
        transformDocument: (document: WordElement) => {
          countElements(document, notices);
          return document;
        },
      },
    );
    const unknown = messages.filter(({ message }) => message.startsWith('An unrecognised element'));
    notices.add('unknown', unknown.filter(({ message }) => !message.includes('oMath')).length);
    return value;
  } catch (error) {
    const isForeign = error instanceof Error && /main document part/.test(error.message);
    throw new FaultyDocx(isForeign ? 'docx-not-word' : 'docx-malformed', error);
  }
}
