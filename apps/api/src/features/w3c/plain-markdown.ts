import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

const writer = unified().use(remarkGfm).use(remarkStringify).freeze();

/** Text that is not Markdown, as Markdown that reads the same: paragraphs and line ends are kept. */
export function plainMarkdown(text: string): string {
  const paragraphs = text
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .filter((each) => each.trim() !== '');
  return writer
    .stringify({
      type: 'root',
      children: paragraphs.map((paragraph) => ({
        type: 'paragraph' as const,
        children: paragraph
          .trim()
          .split('\n')
          .flatMap((line, n) => [
            ...(n === 0 ? [] : [{ type: 'break' as const }]),
            { type: 'text' as const, value: line.trim() },
          ]),
      })),
    })
    .trim();
}
