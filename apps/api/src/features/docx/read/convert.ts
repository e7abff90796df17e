import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Nodes, Root as MarkdownRoot } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import { unified } from 'unified';
import type { Notices } from '../../../word-file/notices.ts';
import { toHtml } from '../../../word-file/to-html.ts';

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
  const root = parser.parse(await toHtml(archive, notices));
  const notes = [...takeNotes(root)].map(
    ([name, { children }]) => [name, toMarkdown(children, notices)] as const,
  );
  return {
    root: toMarkdown(root.children as ElementContent[], notices),
    notes: new Map(notes),
  };
}
