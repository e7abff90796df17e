import type { VFile } from 'vfile';

/** The little of a HTML tree that is looked at here. */
interface Node {
  type: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Node[] | undefined;
  value?: string;
}

const heading = /^h[1-6]$/;
const stressed = /^(em|strong)$/;
const hanzi = /\p{Script=Han}/u;

const textOf = (node: Node): string =>
  node.value ?? (node.children ?? []).map((child) => textOf(child)).join('');

function tameElement(node: Node, idPrefix: string): void {
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
  if (node.tagName !== undefined && heading.test(node.tagName)) {
    node.children = [
      { type: 'element', tagName: 'strong', properties: {}, children: node.children ?? [] },
    ];
    node.tagName = 'p';
    node.properties = {};
  }
}

function walk(node: Node, idPrefix: string): void {
  if (node.type === 'element') tameElement(node, idPrefix);
  // The label of the footnotes is a word of one language; a rule above them says the same.
  node.children = node.children?.filter((child) => child.properties?.['id'] !== 'footnote-label');
  for (const child of node.children ?? []) walk(child, idPrefix);
}

/**
 * A picture becomes a link to it, a heading a bold line, no link vouches for its target, and ids
 * and the links to them get the prefix of the text they are in.
 */
export const tame = () => (tree: unknown, file: VFile) => {
  walk(tree as Node, String(file.data['idPrefix']));
};
