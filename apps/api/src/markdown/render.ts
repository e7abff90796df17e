import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { noteSchema } from './schema.ts';
import { tameLinks } from './tame-links.ts';

/** Raised whenever the same source may give other HTML; stored HTML of older number is made anew. */
export const rendererVersion = 1;

// No raw HTML: remark-rehype drops it, and the sanitiser would not let it through either.
function processor(prefix: string) {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, { clobberPrefix: prefix })
    .use(tameLinks)
    .use(rehypeSanitize, noteSchema)
    .use(rehypeStringify)
    .freeze();
}

const cache = new LRUCache<string, string>({ max: 2_000 });

/**
 * Sanitised HTML of Markdown. Ids inside (footnotes) begin with a mark of the text itself, so that
 * two notes on one page do not share them.
 */
export function renderMarkdown(source: string): string {
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 12);
  const known = cache.get(source);
  if (known !== undefined) return known;
  const html = String(processor(`n${hash}-`).processSync(source));
  cache.set(source, html);
  return html;
}
