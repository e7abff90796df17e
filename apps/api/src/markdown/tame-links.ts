/** The little of a HTML tree that is looked at here. */
interface Node {
  type: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
  value?: string;
}

const heading = /^h[1-6]$/;

function tame(node: Node): void {
  if (node.type === 'element') {
    if (node.tagName === 'img') {
      const source = node.properties?.['src'];
      const words = node.properties?.['alt'];
      const shown = typeof words === 'string' && words !== '' ? words : source;
      node.tagName = 'a';
      node.properties = { href: source };
      node.children = [{ type: 'text', value: typeof shown === 'string' ? shown : '' }];
    }
    if (node.tagName === 'a' && !String(node.properties?.['href']).startsWith('#'))
      node.properties = { ...node.properties, rel: ['nofollow', 'ugc', 'noopener'] };
    if (node.tagName !== undefined && heading.test(node.tagName)) {
      node.children = [
        { type: 'element', tagName: 'strong', properties: {}, children: node.children ?? [] },
      ];
      node.tagName = 'p';
    }
  }
  for (const child of node.children ?? []) tame(child);
}

/** A picture becomes a link to it, a heading a bold line, and no link vouches for its target. */
export const tameLinks = () => (tree: unknown) => {
  tame(tree as Node);
};
