import { defaultSchema } from 'rehype-sanitize';

/**
 * What a note may be made of. Headings have become bold lines (a note must not enter the page's
 * outline) and pictures links: a reader's address must not reach a third party.
 */
export const noteSchema: typeof defaultSchema = {
  ...defaultSchema,
  // remark-rehype prefixes ids itself; a second prefix would break footnote links.
  clobber: [],
  clobberPrefix: '',
  tagNames: [
    'a',
    'blockquote',
    'br',
    'code',
    'del',
    'em',
    'hr',
    'li',
    'ol',
    'p',
    'pre',
    'section',
    'strong',
    'sub',
    'sup',
    'table',
    'tbody',
    'td',
    'th',
    'thead',
    'tr',
    'ul',
  ],
  attributes: {
    a: ['href', 'id', 'rel', 'dataFootnoteRef', 'dataFootnoteBackref', 'dataRef', 'ariaLabel'],
    em: ['lang'],
    li: ['id', 'lang'],
    ol: ['start'],
    section: ['dataFootnotes'],
    strong: ['lang'],
    td: ['align'],
    th: ['align'],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
};

/** What a text that is part of a document may be made of: headings of its own as well. */
export const documentSchema: typeof defaultSchema = {
  ...noteSchema,
  tagNames: [...(noteSchema.tagNames ?? []), 'h2', 'h3', 'h4', 'h5', 'h6'],
};
