import { expect, test } from 'vitest';
import { askedFile, fileAddress } from './asked-file.ts';

const entry = '/c/notes@1.0/T12';
const html = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

test.each([
  ['/c/notes@1.0.bib', '/c/notes@1.0', 'bibtex'],
  ['/c/notes.ris', '/c/notes', 'ris'],
  ['/c/notes@1.0/T1.2.csl.json', '/c/notes@1.0/T1.2', 'csl'],
  ['/c/notes@1.0/part/1.schema.jsonld', '/c/notes@1.0/part/1', 'jsonld'],
  ['/c/notes@1.0.linkset.json', '/c/notes@1.0', 'linkset'],
  ['/t/law@zh:1.0.0.bib', '/t/law@zh:1.0.0', 'bibtex'],
  ['/t/law@zh:1.0.0,en:1.0.0/4.3-4.4.ris', '/t/law@zh:1.0.0,en:1.0.0/4.3-4.4', 'ris'],
  [
    '/n/00000000-0000-4000-8000-000000000000.bib',
    '/n/00000000-0000-4000-8000-000000000000',
    'bibtex',
  ],
])('%s is a file, whatever is accepted', (path, of, format) => {
  const asked = { of, format, by: 'address' };
  for (const accept of [html, '*/*', 'image/png', null])
    expect(askedFile(path, accept)).toEqual(asked);
});
test.each([
  '/c',
  '/c/notes@1.0/T12.epub',
  '/c/notes@1.0.jsonld',
  '/c/notes@1.0.pdf.bib',
  '/c/notes@1.0/book',
  '/t/law/go',
  '/t/law.zh@1.0.0.txt',
  '/n/x',
  '/account',
  '/commentaries.bib',
])('%s is none, whatever is accepted', (path) => {
  for (const accept of [html, 'application/x-bibtex', 'image/png', null])
    expect(askedFile(path, accept)).toBeNull();
});
test.each([
  [html, null],
  ['*/*', null],
  ['', null],
  ['text/*', null],
  ['text/html;q=0.5, application/x-bibtex', 'bibtex'],
  ['text/html, application/x-bibtex;q=0.5', null],
  ['application/vnd.citationstyles.csl+json', 'csl'],
  ['application/x-research-info-systems, */*;q=0.1', 'ris'],
  ['application/ld+json', 'jsonld'],
  ['application/linkset+json', 'linkset'],
  ['image/png, application/x-bibtex;q=0', 'none'],
  ['application/epub+zip', 'none'],
])('by %j an entry is answered as %s', (accept, format) => {
  const asked = askedFile(entry, accept);
  expect(asked === null || asked === 'none' ? asked : asked.format).toBe(format);
});
test('what was negotiated has an address of its own', () => {
  expect(fileAddress({ of: entry, format: 'csl', by: 'accept' })).toBe(`${entry}.csl.json`);
});
