import type { Element as Html, ElementContent as HtmlContent } from 'hast';
import { toXast } from 'hast-util-to-xast';
import type { Element, Root } from 'xast';
import { toXml } from 'xast-util-to-xml';

/**
 * The one place where XML is written. That no character is in it which XML cannot hold is seen to
 * before. The end of a CDATA section may not stand in text either (XML 1.0 §2.4), which the library
 * leaves as it is.
 */
export const writeXml = (tree: Element | Root): string => toXml(tree).replaceAll(']]>', ']]&gt;');

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** HTML as XHTML; attributes that HTML does not know (`epub:type`) keep their names. */
export const xhtmlOf = (tree: Html | HtmlContent): string => {
  const made = toXast(tree);
  return made.type === 'element' || made.type === 'root' ? writeXml(made) : '';
};
