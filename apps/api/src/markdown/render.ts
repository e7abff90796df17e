import { createHash } from 'node:crypto';
import { toText } from 'hast-util-to-text';
import { LRUCache } from 'lru-cache';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { isTractable } from './bounds.ts';
import {
  linkReferences,
  withoutBrackets,
  type ReferencePlace,
  type References,
} from './references.ts';
import { noteSchema } from './schema.ts';
import { tame } from './tame.ts';

/** Raised whenever the same source may give other HTML; stored HTML of older number is made anew. A bound alone does not raise it. */
export const rendererVersion = 3;

// No raw HTML: remark-rehype drops it, and the sanitiser would not let it through either.
const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, {
    clobberPrefix: '',
    footnoteBackLabel: (reference) => `↩ ${String(reference + 1)}`,
  })
  .use(tame)
  .use(rehypeSanitize, noteSchema)
  .use(rehypeStringify)
  .freeze();

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

function render(source: string, place: ReferencePlace | null): Rendered {
  const mark = createHash('sha256').update(source).digest('hex').slice(0, 12);
  const file = new VFile({ value: source, data: { idPrefix: `n${mark}-` } });
  const parsed = processor.parse(file);
  const references = linkReferences(parsed, place);
  const tree = processor.runSync(parsed, file);
  return { html: processor.stringify(tree, file), plain: toText(tree), ...references };
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The source itself, with its line breaks. */
const asWritten = (source: string): string =>
  `<pre><code>${source.replace(/[&<>]/g, (each) => escapes[each] ?? '')}\n</code></pre>`;

/**
 * Sanitised HTML of Markdown. Ids inside (footnotes) begin with a mark of the text itself, so that
 * two notes on one page do not share them. Without a place its references are words.
 */
export const renderMarkdown = (source: string, place: ReferencePlace | null = null): string =>
  readMarkdown(source, place).html;

/** The stored HTML of a note, or that of this renderer where another one made it. */
export const currentHtml = (
  stored: { readonly html: string; readonly renderer: number; readonly body: string },
  place: ReferencePlace | null,
): string =>
  stored.renderer === rendererVersion ? stored.html : renderMarkdown(stored.body, place);

/** Code units of a source that are enough for its beginning as a reader sees it. */
const opening = 2_000;

/**
 * What a note begins with, without its marks, on one line. Of a long note only the first part is
 * looked at: a page shows two hundred of them.
 */
export function plainOpening(source: string): string {
  const cut = source.slice(0, opening).toWellFormed();
  return withoutBrackets(readMarkdown(cut).plain).replaceAll(/\s+/gu, ' ').trim();
}

export function readMarkdown(source: string, place: ReferencePlace | null = null): Rendered {
  const key = `${place?.key ?? ''}\n${source}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const rendered = isTractable(source)
    ? render(source, place)
    : { html: asWritten(source), plain: source, mentions: [], unknown: [] };
  cache.set(key, rendered);
  return rendered;
}
