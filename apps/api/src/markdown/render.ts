import { createHash } from 'node:crypto';
import type { Root } from 'hast';
import { toText } from 'hast-util-to-text';
import { h } from 'hastscript';
import { LRUCache } from 'lru-cache';
import type { Root as MarkdownRoot } from 'mdast';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { isTractable } from './bounds.ts';
import { citable, type Citable } from './citations.ts';
import {
  linkReferences,
  withoutBrackets,
  type ReferencePlace,
  type References,
} from './references.ts';
import { documentSchema, noteSchema } from './schema.ts';
import { tame } from './tame.ts';

/** Raised whenever the same source may give other HTML; stored HTML of older number is made anew. A bound alone does not raise it. */
export const rendererVersion = 5;

// No raw HTML: remark-rehype drops it, and the sanitiser would not let it through either.
const tamed = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, {
    clobberPrefix: '',
    footnoteBackLabel: (reference) => `↩ ${String(reference + 1)}`,
  })
  .use(tame)
  .freeze();
const processor = tamed().use(rehypeSanitize, noteSchema).use(rehypeStringify).freeze();
const ofDocuments = tamed().use(rehypeSanitize, documentSchema).freeze();
const ofPages = ofDocuments().use(rehypeStringify).freeze();

/** The level of the highest heading of a text, 2 to 6; null where headings become bold lines. */
export type Headings = 2 | 3 | 4 | 5 | 6 | null;

export interface Rendered extends References {
  readonly html: string;
  /** What a reader sees, without its marks. */
  readonly plain: string;
}

// By size as well: the longest notes, kept by their number alone, would fill the memory.
const cache = new LRUCache<string, Rendered>({
  max: 2_000,
  maxSize: 32 * 1024 * 1024,
  sizeCalculation: ({ html, plain }, key) => key.length + html.length + plain.length,
});

/** What is wider than its column scrolls; then keys have to reach it. */
function reachByKeys(tree: Root): void {
  visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName === 'table' || tagName === 'pre') properties.tabIndex = 0;
  });
}

function render(source: string, place: ReferencePlace | null, headings: Headings): Rendered {
  const mark = createHash('sha256').update(source).digest('hex').slice(0, 12);
  const file = new VFile({ value: source, data: { idPrefix: `n${mark}-`, headings } });
  const made = headings === null ? processor : ofPages;
  const parsed = made.parse(file);
  const references = linkReferences(parsed, place);
  const tree = made.runSync(parsed, file);
  reachByKeys(tree);
  return { html: made.stringify(tree, file), plain: toText(tree), ...references };
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The source itself, with its line breaks. */
const asWritten = (source: string): string =>
  `<pre tabindex="0"><code>${source.replace(/[&<>]/g, (each) => escapes[each] ?? '')}\n</code></pre>`;

/**
 * Sanitised HTML of Markdown. Ids inside (footnotes) begin with a mark of the text itself, so that
 * two notes on one page do not share them. Without a place its references are words.
 */
export const renderMarkdown = (
  source: string,
  place: ReferencePlace | null = null,
  headings: Headings = null,
): string => readMarkdown(source, place, headings).html;

/** The stored HTML of a note, or that of this renderer where another one made it. */
export const currentHtml = (
  stored: { readonly html: string; readonly renderer: number; readonly body: string },
  place: ReferencePlace | null,
): string =>
  stored.renderer === rendererVersion ? stored.html : renderMarkdown(stored.body, place);

/** A place for the works that are cited alone: other references are words there. */
const citing = (works: Citable): ReferencePlace => ({
  work: '',
  key: `cited ${works.key}`,
  has: () => false,
  citable: { ...works, hasList: false },
});

/** Keys of the works that a text of a commentary cites, whether or not somebody knows them. */
export const citedIn = (source: string): readonly string[] =>
  readMarkdown(source, citing(nothingKnown)).cites;
const nothingKnown = citable([], 'en');

/** Code units of a source that are enough for its beginning as a reader sees it. */
const opening = 2_000;

/**
 * What a note begins with, without its marks, on one line. Of a long note only the first part is
 * looked at: a page shows two hundred of them. Citations are as they are read, without their list.
 */
export function plainOpening(source: string, citable?: Citable): string {
  const cut = source.slice(0, opening).toWellFormed();
  return withoutBrackets(readMarkdown(cut, citable && citing(citable)).plain, citable !== undefined)
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

export function readMarkdown(
  source: string,
  place: ReferencePlace | null = null,
  headings: Headings = null,
): Rendered {
  const key = `${place?.key ?? ''} ${String(headings)}\n${source}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const rendered = isTractable(source)
    ? render(source, place, headings)
    : { html: asWritten(source), plain: source, mentions: [], unknown: [], clauses: [], cites: [] };
  cache.set(key, rendered);
  return rendered;
}

export interface InDocument {
  /** What the ids inside begin with: no two texts of a document have the same. */
  readonly idPrefix: string;
  readonly headings: Headings;
}

/** Sanitised, for a document of many texts, which its maker writes out. Nothing of it is remembered. */
export function markdownTree(
  source: string,
  place: ReferencePlace,
  { idPrefix, headings }: InDocument,
): Root {
  if (!isTractable(source))
    return { type: 'root', children: [h('pre', [h('code', `${source}\n`)])] };
  const file = new VFile({ value: source, data: { idPrefix, headings } });
  const parsed = ofDocuments.parse(file);
  linkReferences(parsed, place);
  return ofDocuments.runSync(parsed, file);
}

/** What the words say before they are rendered, with links for references; null where they are shown as written. */
export function parsedMarkdown(source: string, place: ReferencePlace): MarkdownRoot | null {
  if (!isTractable(source)) return null;
  const parsed = tamed.parse(source);
  linkReferences(parsed, place);
  return parsed;
}
