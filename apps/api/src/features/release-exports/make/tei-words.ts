import type { Element as Html, ElementContent, Nodes } from 'hast';
import { toText } from 'hast-util-to-text';
import type { Element, ElementContent as Xml } from 'xast';
import { x } from 'xastscript';

/* The words of a part in TEI: what the sanitiser lets through, and nothing else. */

interface Notes {
  readonly byId: ReadonlyMap<string, Html>;
  /** Which have been written, and the id of each. */
  readonly written: Map<string, string>;
  readonly prefix: string;
}

const isElement = (node: Nodes): node is Html => node.type === 'element';
const isLevel = (node: Nodes): node is Html => isElement(node) && /^h[1-6]$/.test(node.tagName);

function notesOf(nodes: readonly ElementContent[], prefix: string): Notes {
  const byId = new Map<string, Html>();
  for (const node of nodes)
    if (isElement(node) && node.properties['role'] === 'doc-endnotes')
      for (const list of node.children.filter(isElement))
        for (const item of list.children.filter(isElement))
          byId.set(String(item.properties['id']), item);
  return { byId, written: new Map(), prefix };
}

/** A note stands where it is referred to first; whoever refers to it again points there. */
function noteOf(link: Html, notes: Notes): Xml[] {
  const target = decodeURIComponent(String(link.properties['href'])).slice(1);
  const known = notes.written.get(target);
  const shown = toText(link);
  if (known !== undefined) return [x('ref', { target: `#${known}`, type: 'note' }, shown)];
  const item = notes.byId.get(target);
  if (item === undefined) return [];
  const id = `${notes.prefix}note-${String(notes.written.size + 1)}`;
  notes.written.set(target, id);
  return [x('note', { 'xml:id': id, place: 'foot', n: shown }, within(item.children, notes))];
}

const rends: Readonly<Record<string, string>> = {
  em: 'italic',
  strong: 'bold',
  sub: 'subscript',
  sup: 'superscript',
};
const same: Readonly<Record<string, readonly [name: string, rend?: string]>> = {
  p: ['p'],
  blockquote: ['quote'],
  ul: ['list', 'bulleted'],
  ol: ['list', 'numbered'],
  li: ['item'],
  del: ['del'],
  tr: ['row'],
};

const inside = ({ children }: Html, notes: Notes): Xml[] => within(children, notes);

// Between blocks there is nothing but the breaks of the source.
const withoutBreaks = (nodes: readonly Xml[]): Xml[] =>
  nodes.filter((node) => node.type !== 'text' || node.value.trim() !== '');

const structural = new Set(['list', 'row']);

function elementOf(node: Html, notes: Notes): Xml[] {
  const { tagName, properties } = node;
  if (properties['role'] === 'doc-endnotes' || properties['role'] === 'doc-backlink') return [];
  if (properties['role'] === 'doc-noteref') return noteOf(node, notes);
  const [only] = node.children;
  if (tagName === 'sup' && only?.type === 'element' && only.properties['role'] === 'doc-noteref')
    return noteOf(only, notes);
  const lang = typeof properties['lang'] === 'string' ? { 'xml:lang': properties['lang'] } : {};
  const plain = same[tagName];
  if (plain !== undefined) {
    const [name, rend] = plain;
    const content = inside(node, notes);
    // A work in the list of those that are cited: citations point there.
    const id = tagName === 'li' ? properties['id'] : undefined;
    const attributes = {
      ...(rend === undefined ? {} : { rend }),
      ...(typeof id === 'string' ? { 'xml:id': id, ...lang } : {}),
    };
    return [x(name, attributes, structural.has(name) ? withoutBreaks(content) : content)];
  }
  if (rends[tagName] !== undefined)
    return [x('hi', { rend: rends[tagName], ...lang }, inside(node, notes))];
  switch (tagName) {
    case 'a': {
      const { href } = properties;
      return typeof href === 'string' && href !== ''
        ? [x('ref', { target: href }, inside(node, notes))]
        : inside(node, notes);
    }
    case 'br':
      return [x('lb')];
    case 'hr':
      return [x('milestone', { unit: 'section', rend: 'rule' })];
    case 'code':
      return [x('code', toText(node))];
    case 'pre':
      return [x('eg', { 'xml:space': 'preserve' }, toText(node, { whitespace: 'pre' }))];
    case 'table':
      return [x('table', withoutBreaks(inside(node, notes)))];
    case 'thead':
    case 'tbody':
      return inside(node, notes);
    case 'th':
      return [x('cell', { role: 'label' }, inside(node, notes))];
    case 'td':
      return [x('cell', inside(node, notes))];
    default:
      // A heading where none may stand.
      return [x('p', [x('hi', { rend: 'bold' }, inside(node, notes))])];
  }
}

const within = (nodes: readonly ElementContent[], notes: Notes): Xml[] =>
  nodes.flatMap((node): Xml[] => {
    if (node.type === 'text') return [{ type: 'text', value: node.value }];
    return node.type === 'element' ? elementOf(node, notes) : [];
  });

/** Blocks with headings as divisions inside each other. */
function divided(nodes: readonly ElementContent[], notes: Notes): Xml[] {
  const levels = nodes.filter(isLevel).map(({ tagName }) => tagName);
  const top = levels.toSorted()[0];
  if (top === undefined) return withoutBreaks(within(nodes, notes));
  const starts = nodes.flatMap((node, index) =>
    isLevel(node) && node.tagName === top ? [index] : [],
  );
  const before = nodes.slice(0, starts[0]);
  const divisions = starts.map((start, n): Element => {
    const [head, ...rest] = nodes.slice(start, starts[n + 1]);
    const title = head === undefined || !isElement(head) ? [] : inside(head, notes);
    return x('div', [x('head', title), ...divided(rest, notes)]);
  });
  // What stands before the first of the highest headings may have lower ones; a division after them
  // would have to hold it.
  const opening = before.some(isLevel)
    ? [x('div', divided(before, notes))]
    : withoutBreaks(within(before, notes));
  return [...opening, ...divisions];
}

/** As divisions of a text. `prefix`: what ids begin with. */
export const teiDivisions = (nodes: readonly ElementContent[], prefix: string): Xml[] =>
  divided(nodes, notesOf(nodes, prefix));

/** As the content of a note. */
export const teiNote = (nodes: readonly ElementContent[], prefix: string): Xml[] =>
  withoutBreaks(within(nodes, notesOf(nodes, prefix)));
