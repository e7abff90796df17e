import type { VFile } from 'vfile';

/** The little of a HTML tree that is looked at here. */
interface Node {
  type: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Node[] | undefined;
  value?: string;
}

/** Which level a heading gets; null where it becomes a bold line. */
type LevelOf = ((level: number) => number) | null;

const heading = /^h[1-6]$/;
const stressed = /^(em|strong)$/;
const hanzi = /\p{Script=Han}/u;

const textOf = (node: Node): string =>
  node.value ?? (node.children ?? []).map((child) => textOf(child)).join('');

function tameElement(node: Node, idPrefix: string, levelOf: LevelOf): void {
  const properties = (node.properties ??= {});
  if (node.tagName === 'img') {
    const { src, alt } = properties;
    const shown = typeof alt === 'string' && alt !== '' ? alt : src;
    node.tagName = 'a';
    node.properties = { href: src, rel: ['nofollow', 'ugc', 'noopener'] };
    node.children = [{ type: 'text', value: typeof shown === 'string' ? shown : '' }];
    return;
  }
  if (typeof properties['id'] === 'string') properties['id'] = idPrefix + properties['id'];
  // Hanzi have no italic: said to be Chinese, they are stressed by dots instead.
  if (stressed.test(node.tagName ?? '') && hanzi.test(textOf(node))) properties['lang'] = 'zh';
  const { href } = properties;
  if (node.tagName === 'a' && typeof href === 'string') {
    if (href.startsWith('#')) properties['href'] = `#${idPrefix}${href.slice(1)}`;
    else if (properties['dataRef'] === undefined)
      properties['rel'] = ['nofollow', 'ugc', 'noopener'];
  }
  if (node.tagName !== undefined && heading.test(node.tagName) && levelOf === null) {
    node.children = [
      { type: 'element', tagName: 'strong', properties: {}, children: node.children ?? [] },
    ];
    node.tagName = 'p';
    node.properties = {};
  } else if (levelOf !== null && node.tagName !== undefined && heading.test(node.tagName))
    node.tagName = `h${String(levelOf(Number(node.tagName[1])))}`;
}

function walk(node: Node, idPrefix: string, levelOf: LevelOf): void {
  if (node.type === 'element') tameElement(node, idPrefix, levelOf);
  // The label of the footnotes is a word of one language; a rule above them says the same.
  node.children = node.children?.filter((child) => child.properties?.['id'] !== 'footnote-label');
  for (const child of node.children ?? []) walk(child, idPrefix, levelOf);
}

/** The levels of headings that are used, the highest first. */
function levelsOf(node: Node): readonly number[] {
  if (node.properties?.['id'] === 'footnote-label') return [];
  if (heading.test(node.tagName ?? '')) return [Number(node.tagName?.[1])];
  return [...new Set((node.children ?? []).flatMap(levelsOf))].toSorted();
}

/**
 * A picture becomes a link to it, a heading a bold line or, in a document, one below the heading of
 * its part, no level left out (`headings`, the level of the highest); no link vouches for its target, and ids and the
 * links to them get the prefix of the text they are in.
 */
export const tame = () => (tree: unknown, file: VFile) => {
  const root = tree as Node;
  const highest = file.data['headings'];
  const levels = typeof highest === 'number' ? levelsOf(root) : null;
  const levelOf =
    levels && ((level: number) => Math.min(6, Number(highest) + levels.indexOf(level)));
  walk(root, String(file.data['idPrefix']), levelOf);
};
