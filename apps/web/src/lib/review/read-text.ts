/** The words of an element as one reads them: every run of white space is one space. */
export interface ReadText {
  readonly text: string;
  /** Where each UTF-16 unit of it stands in the page. */
  readonly nodes: readonly Text[];
  readonly offsets: readonly number[];
}

export function readText(root: Node): ReadText {
  const units: string[] = [];
  const nodes: Text[] = [];
  const offsets: number[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    for (let at = 0; at < node.length; at += 1) {
      const unit = /\s/u.test(node.data[at] ?? '') ? ' ' : (node.data[at] ?? '');
      if (unit === ' ' && units.at(-1) === ' ') continue;
      units.push(unit);
      nodes.push(node);
      offsets.push(at);
    }
  }
  return { text: units.join(''), nodes, offsets };
}

interface Quotation {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Where the words stand: with what is around them, else where they stand alone. Null where they do not. */
export function findWords(text: string, { exact, prefix, suffix }: Quotation): number | null {
  const around = text.indexOf(prefix + exact + suffix);
  if (around !== -1) return around + prefix.length;
  const alone = text.indexOf(exact);
  return alone === -1 || text.includes(exact, alone + 1) ? null : alone;
}

/** As a range of the page; null where the words do not stand there. */
export function rangeOfWords(read: ReadText, quotation: Quotation): StaticRange | null {
  const start = findWords(read.text, quotation);
  if (start === null || quotation.exact === '') return null;
  const end = start + quotation.exact.length - 1;
  const [from, to] = [read.nodes[start], read.nodes[end]];
  const [first, last] = [read.offsets[start], read.offsets[end]];
  if (from === undefined || to === undefined || first === undefined || last === undefined)
    return null;
  return new StaticRange({
    ...{ startContainer: from, startOffset: first },
    ...{ endContainer: to, endOffset: last + 1 },
  });
}

/** Enough to tell two places apart where the same words stand. */
const context = 32;
/** No half of a pair at the edges. */
const whole = (text: string): string => text.replaceAll(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');

/** The words of a selection in an element, with what is around them; null where none of it is there. */
export function quotationOf(root: Node, range: Range): Quotation | null {
  const { text, nodes, offsets } = readText(root);
  const isInside = (at: number): boolean => {
    const node = nodes[at];
    const offset = offsets[at] ?? 0;
    return (
      node !== undefined &&
      range.comparePoint(node, offset) >= 0 &&
      range.comparePoint(node, offset + 1) <= 0
    );
  };
  let start = 0;
  while (start < text.length && !isInside(start)) start += 1;
  let end = start;
  while (end < text.length && isInside(end)) end += 1;
  const exact = text.slice(start, end).trim();
  if (exact === '') return null;
  const at = text.indexOf(exact, start);
  return {
    exact,
    prefix: whole(text.slice(Math.max(0, at - context), at)),
    suffix: whole(text.slice(at + exact.length, at + exact.length + context)),
  };
}
