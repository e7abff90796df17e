import type { Element, ElementContent, Text } from 'xast';
import { toXml } from 'xast-util-to-xml';

// XML 1.0 holds no other controls, no lone surrogates and not these two.
const UNWRITABLE =
  // eslint-disable-next-line no-control-regex -- these are the characters meant
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** What XML cannot hold is replaced by U+FFFD, never dropped. */
export const xmlText = (value: string): Text => ({
  type: 'text',
  value: value.replace(UNWRITABLE, '\ufffd'),
});

/** `]]>` may not stand in text either (XML 1.0 §2.4), which the library leaves as it is. */
export const writeXml = (root: Element): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(root, { closeEmptyElements: true, tightClose: true }).replaceAll(']]>', ']]&gt;')}\n`;

/** A break before each, for people who open the file. */
export const onLines = (elements: readonly ElementContent[]): ElementContent[] =>
  elements.length === 0
    ? []
    : [...elements.flatMap((each) => [xmlText('\n'), each]), xmlText('\n')];
