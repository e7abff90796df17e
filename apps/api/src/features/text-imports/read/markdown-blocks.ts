import type { SourceNoticeKind } from '@glossator/contract';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { htmlBlocks } from './html-blocks.ts';
import type { ReadBlock } from './read-block.ts';

const converter = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  // It is read, never shown.
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze();

/** Markdown as the page that it would be. */
export const markdownBlocks = (
  text: string,
  tell: (kind: SourceNoticeKind) => void,
): readonly ReadBlock[] => htmlBlocks(converter.processSync(text).toString(), tell);
