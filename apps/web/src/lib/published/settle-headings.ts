/**
 * HTML that the API made, with its headings where they belong on a page: the first level of them is one below
 * `under`, and none skips a level, whatever was written.
 */
export function settleHeadings(html: string, under: 1 | 2 | 3 | 4): string {
  const open: { readonly written: number; readonly level: number }[] = [];
  let level = under + 1;
  return html.replaceAll(/<(\/?)h([1-6])(?=[\s>])/g, (_, end: string, digit: string) => {
    if (end === '') {
      const written = Number(digit);
      while ((open.at(-1)?.written ?? 0) >= written) open.pop();
      level = Math.min(6, (open.at(-1)?.level ?? under) + 1);
      open.push({ written, level });
    }
    return `<${end}h${String(level)}`;
  });
}
