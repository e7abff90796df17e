import type { SourceNoticeKind } from '@glossator/contract';
import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { FaultySource, readBounds } from './bounds.ts';
import type { Aside, ReadBlock } from './read-block.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

type Tell = (kind: SourceNoticeKind) => void;

/** Their content is no text of the page. */
const passedBy: Readonly<Record<string, SourceNoticeKind | null>> = {
  head: null,
  template: null,
  noscript: null,
  script: 'scripts',
  style: 'styles',
  img: 'images',
  svg: 'images',
  picture: 'images',
  canvas: 'images',
  video: 'media',
  audio: 'media',
  iframe: 'media',
  object: 'media',
  embed: 'media',
  math: 'formulas',
  input: 'fields',
  select: 'fields',
  textarea: 'fields',
  button: 'fields',
  del: 'deletions',
};

const asides: Readonly<Record<string, Aside>> = {
  nav: 'navigation',
  aside: 'aside',
  header: 'page-head',
  footer: 'page-foot',
  form: 'form',
};
const roles: Readonly<Record<string, Aside>> = {
  navigation: 'navigation',
  complementary: 'aside',
  banner: 'page-head',
  contentinfo: 'page-foot',
  search: 'form',
};

const blocks = new Set(
  `address article aside blockquote body caption center dd details dialog div dl dt fieldset
  figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre
  section summary table tbody td tfoot th thead tr ul`.split(/\s+/),
);

const attribute = (node: Element, name: string): string | null =>
  node.attrs.find((each) => each.name === name)?.value ?? null;

const isHidden = (node: Element): boolean =>
  attribute(node, 'hidden') !== null ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(node, 'style') ?? '');

/** What a node says of the text inside it. */
interface Within {
  readonly kind: ReadBlock['kind'];
  /** Of headings, and of lists in one another. */
  readonly level: number;
  readonly aside: Aside | null;
  readonly isKept: boolean;
  readonly isLink: boolean;
  readonly cell: { readonly row: number; readonly column: number } | null;
}

interface Step extends Within {
  readonly node: Node;
  readonly depth: number;
  readonly isEnd: boolean;
}

const letters = (n: number): string =>
  n <= 26
    ? String.fromCharCode(96 + n)
    : `${letters(Math.floor((n - 1) / 26))}${letters(((n - 1) % 26) + 1)}`;

const romans = [
  ...([
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
  ] as const),
  ...([
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const),
];
function roman(n: number): string {
  const found = romans.find(([value]) => value <= n);
  return found === undefined ? '' : found[1] + roman(n - found[0]);
}

/** The number that a program draws before an item: it is no text of the file, and without it words lose their place. */
function markerOf(item: Element): string {
  const list = item.parentNode;
  if (list === null || !('tagName' in list) || list.tagName !== 'ol') return '';
  const items = list.childNodes.filter((node) => node.nodeName === 'li');
  const own = Number.parseInt(attribute(item, 'value') ?? '', 10);
  const first = Number.parseInt(attribute(list, 'start') ?? '1', 10);
  const n = Number.isNaN(own) ? (Number.isNaN(first) ? 1 : first) + items.indexOf(item) : own;
  const type = attribute(list, 'type') ?? '1';
  if (n < 1 || n > 3_000) return `${String(n)}.`;
  if (/^[aA]$/.test(type)) return `${type === 'a' ? letters(n) : letters(n).toUpperCase()}.`;
  if (/^[iI]$/.test(type)) return `${type === 'i' ? roman(n) : roman(n).toUpperCase()}.`;
  return `${String(n)}.`;
}

/** A raised number that leads to a note, and a note's own sign that leads back. */
const noteMark = /^#(?:foot|end|user-content-fn)(?:note)?-/;

class Reading {
  readonly blocks: ReadBlock[] = [];
  readonly #tell: Tell;
  #text = '';
  #linked = 0;
  #line = 1;
  #marker = '';
  #row = 0;

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  add(text: string, { isKept, isLink }: Within, line: number | undefined): void {
    if (this.#text.trim() === '') this.#line = line ?? this.#line;
    this.#text += isKept ? text : text.replace(/[ \t\r\n\f]+/g, ' ');
    if (isLink) this.#linked += text.length;
    if (this.#text.length > readBounds.paragraph) throw new FaultySource('line-too-long');
  }

  end({ kind, level, aside, cell }: Within): void {
    const text = this.#text
      .split('\n')
      .map((line) => line.replace(/ {2,}/g, ' ').replace(/^[ \t]+|[ \t]+$/g, ''))
      .filter((line) => line !== '')
      .join('\n');
    const linked = Math.min(1, this.#linked / Math.max(1, this.#text.length));
    this.#text = '';
    this.#linked = 0;
    if (text === '') return;
    this.blocks.push({
      ...{ text, kind, aside, linked },
      level: level === 0 ? null : level,
      line: this.#line,
      ...(this.#marker === '' ? {} : { marker: this.#marker }),
      ...cell,
    });
    this.#marker = '';
    if (this.blocks.length > readBounds.blocks) throw new FaultySource('file-too-much');
  }

  /** What stands in an element; null where nothing of it is text. */
  enter(node: Element, within: Within): Within | null {
    const { tagName } = node;
    if (Object.hasOwn(passedBy, tagName)) {
      const kind = passedBy[tagName] ?? null;
      if (kind !== null) this.#tell(kind);
      return null;
    }
    // A line that somebody ended is a paragraph of its own: lines that a program wraps have no mark.
    if (tagName === 'br') this.end(within);
    const href = attribute(node, 'href');
    if (tagName === 'a' && href !== null && noteMark.test(href)) {
      // The other one leads back, from the note.
      if (within.aside !== 'note') this.#tell('note-marks');
      return null;
    }
    return {
      ...this.#kindOf(node, within),
      aside: within.aside ?? asideOf(node),
      isKept: within.isKept || tagName === 'pre',
      isLink: within.isLink || (tagName === 'a' && href !== null),
    };
  }

  #kindOf(node: Element, { kind, level, cell }: Within): Pick<Within, 'kind' | 'level' | 'cell'> {
    const { tagName } = node;
    const heading = /^h([1-6])$/.exec(tagName)?.[1];
    if (heading !== undefined) return { kind: 'heading', level: Number(heading), cell };
    if (tagName === 'tr') this.#row += 1;
    if (tagName === 'td' || tagName === 'th')
      return { kind: 'cell', level: 0, cell: { row: this.#row - 1, column: columnOf(node) } };
    if (tagName !== 'li') return { kind, level, cell };
    this.#marker = isNote(node) ? '' : markerOf(node);
    if (this.#marker !== '') this.#tell('list-numbers');
    return { kind: 'item', level: kind === 'item' ? level + 1 : 1, cell };
  }
}

function columnOf(node: Element): number {
  const cells = node.parentNode?.childNodes.filter(({ nodeName }) => /^t[dh]$/.test(nodeName));
  return cells?.indexOf(node) ?? 0;
}

const isNote = (node: Element): boolean =>
  node.tagName === 'li' && /^(?:foot|end)note-/.test(attribute(node, 'id') ?? '');

function asideOf(node: Element): Aside | null {
  if (isNote(node)) return 'note';
  if (isHidden(node)) return 'hidden';
  return asides[node.tagName] ?? roles[attribute(node, 'role') ?? ''] ?? null;
}

const top: Within = {
  ...{ kind: 'paragraph', level: 0, aside: null },
  ...{ isKept: false, isLink: false, cell: null },
};

/** The paragraphs of a page in their order. Walked by hand: pages nest deeper than any stack. */
export function htmlBlocks(text: string, tell: Tell): readonly ReadBlock[] {
  const document = parse(text, { scriptingEnabled: false, sourceCodeLocationInfo: true });
  const reading = new Reading(tell);
  const steps: Step[] = [{ node: document, depth: 0, isEnd: false, ...top }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const { node, depth, isEnd } = step;
    if (depth > readBounds.depth) throw new FaultySource('file-too-deep');
    if (isEnd) {
      reading.end(step);
      continue;
    }
    if (tree.isTextNode(node)) reading.add(node.value, step, node.sourceCodeLocation?.startLine);
    if (!('childNodes' in node)) continue;
    const isBlock = tree.isElementNode(node) && blocks.has(node.tagName);
    if (isBlock) reading.end(step);
    const within = tree.isElementNode(node) ? reading.enter(node, step) : step;
    if (within === null) continue;
    if (isBlock) steps.push({ ...within, node, depth, isEnd: true });
    for (const child of node.childNodes.toReversed())
      steps.push({ ...within, node: child, depth: depth + 1, isEnd: false });
  }
  reading.end(top);
  return reading.blocks;
}
