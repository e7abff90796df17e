import type { Element, ElementContent, Root, RootContent } from 'hast';
import mammoth from 'mammoth';
import type { Nodes, Root as MarkdownRoot } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import { unified } from 'unified';
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

async function htmlOf(archive: Buffer, notices: Notices): Promise<string> {
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

const noteBack = /^#(?:foot|end)note-ref-\d+$/;
const noteLink = /^#((?:foot|end)note-\d+)$/;
const noteId = /^(?:foot|end)note-\d+$/;
const isElement = (node: RootContent, name: string): node is Element =>
  node.type === 'element' && node.tagName === name;

/** The note that a raised number leads to. */
function noteOf(node: Element): string | null {
  const [link, more] = node.children;
  if (node.tagName !== 'sup' || link === undefined || more !== undefined) return null;
  if (!isElement(link, 'a') || !String(link.properties['id']).includes('note-ref-')) return null;
  return noteLink.exec(String(link.properties['href']))?.[1] ?? null;
}

const isSafe = (href: unknown): boolean =>
  typeof href === 'string' && /^(https?|mailto):/i.test(href);

/** Numbers of notes as elements of their own, words for pictures, links only to where a link may lead. */
function tidied(children: readonly ElementContent[], notices: Notices): ElementContent[] {
  return children.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    const note = noteOf(node);
    if (note !== null)
      return [{ type: 'element', tagName: 'x-note', properties: { note }, children: [] }];
    if (node.tagName === 'img') {
      notices.add('images');
      const { alt } = node.properties;
      const said = typeof alt === 'string' ? alt.trim() : '';
      return [{ type: 'text', value: said === '' ? '[▣]' : `[▣ ${said}]` }];
    }
    const inside = tidied(node.children, notices);
    const { href } = node.properties;
    if (node.tagName === 'a' && !isSafe(href))
      return typeof href === 'string' && noteBack.test(href) ? [] : inside;
    return [{ ...node, children: inside }];
  });
}

/** The words of the notes are a list at the end. */
function takeNotes(root: Root): Map<string, Element> {
  const notes = new Map<string, Element>();
  const last = root.children.at(-1);
  if (last === undefined || !isElement(last, 'ol')) return notes;
  const items = last.children.filter((node) => isElement(node, 'li'));
  if (!items.every(({ properties }) => noteId.test(String(properties['id'])))) return notes;
  for (const item of items) notes.set(String(item.properties['id']), item);
  root.children.pop();
  return notes;
}

const parser = unified().use(rehypeParse, { fragment: true }).freeze();
const converter = unified()
  .use(rehypeRemark, {
    handlers: {
      'x-note': (_state: unknown, { properties }: Element): Nodes => {
        const name = String(properties['note']);
        return { type: 'footnoteReference', identifier: name, label: name };
      },
    },
  })
  .freeze();

export interface Converted {
  readonly root: MarkdownRoot;
  /** The words of each note, by the name under which it is referred to. */
  readonly notes: ReadonlyMap<string, MarkdownRoot>;
}

function toMarkdown(children: readonly ElementContent[], notices: Notices): MarkdownRoot {
  return converter.runSync({ type: 'root', children: tidied(children, notices) });
}

/** A document as a tree of Markdown. What does not come over as it was is counted. */
export async function convert(archive: Buffer, notices: Notices): Promise<Converted> {
  const root = parser.parse(await htmlOf(archive, notices));
  const notes = [...takeNotes(root)].map(
    ([name, { children }]) => [name, toMarkdown(children, notices)] as const,
  );
  return {
    root: toMarkdown(root.children as ElementContent[], notices),
    notes: new Map(notes),
  };
}
