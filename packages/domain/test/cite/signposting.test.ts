import fc from 'fast-check';
import LinkHeader from 'http-link-header';
import { describe, expect, test } from 'vitest';
import {
  backLinks,
  formatUrl,
  landingLinks,
  linkHeader,
  linkset,
  personName,
} from '../../src/cite/index.ts';
import { anyText } from './any-text.ts';
import { item, items } from './items.ts';

const pdf = { url: 'https://glossator.example/k/reading@1.0.pdf', mediaType: 'application/pdf' };
const authored = {
  ...items.entry,
  contributors: [
    { role: 'author', name: personName('Lovelace', 'Ada'), orcid: '0000-0002-1825-0097' },
    { role: 'editor', name: personName('Doe', 'Jane'), orcid: '0000-0001-5109-3700' },
  ],
} as const;

describe('the page of an entry', () => {
  const links = landingLinks(authored, [pdf]);
  const at = 'https://glossator.example/k/reading@1.0/T12';
  test('tells how to cite it, who wrote it, where its data, files and whole are', () => {
    expect(links).toEqual([
      { rel: 'cite-as', href: at },
      { rel: 'type', href: 'https://schema.org/AboutPage' },
      { rel: 'type', href: 'https://schema.org/Chapter' },
      { rel: 'author', href: 'https://orcid.org/0000-0002-1825-0097' },
      { rel: 'license', href: 'https://creativecommons.org/licenses/by/4.0/' },
      {
        rel: 'describedby',
        href: `${at}.csl.json`,
        type: 'application/vnd.citationstyles.csl+json',
      },
      { rel: 'describedby', href: `${at}.bib`, type: 'application/x-bibtex' },
      { rel: 'describedby', href: `${at}.ris`, type: 'application/x-research-info-systems' },
      { rel: 'describedby', href: `${at}.schema.jsonld`, type: 'application/ld+json' },
      { rel: 'item', href: pdf.url, type: 'application/pdf' },
      { rel: 'collection', href: 'https://glossator.example/k/reading@1.0', type: 'text/html' },
    ]);
  });
  test('an earlier release names the one after it and the newest', () => {
    const later = (rel: 'successor-version' | 'latest-version', number: string) => ({
      rel,
      href: `https://glossator.example/k/reading@${number}`,
    });
    const versions = [later('successor-version', '1.1'), later('latest-version', '2.0')];
    expect(landingLinks(items.one, [], versions)).toEqual([
      ...landingLinks(items.one),
      ...versions,
    ]);
    const hostile = { rel: 'latest-version', href: 'javascript:alert(1)' } as const;
    expect(landingLinks(items.one, [], [hostile])).toEqual(landingLinks(items.one));
  });
  test('another parser reads the same from the header', () => {
    expect(LinkHeader.parse(linkHeader(links)).refs).toEqual(
      links.map(({ href, ...rest }) => ({ uri: href, ...rest })),
    );
  });
  test('and the same stands in the link set', () => {
    const [{ anchor, ...targets }] = linkset(at, links).linkset;
    expect(anchor).toBe(at);
    expect(targets.type).toEqual([
      { href: 'https://schema.org/AboutPage' },
      { href: 'https://schema.org/Chapter' },
    ]);
    expect(targets.item).toEqual([{ href: pdf.url, type: 'application/pdf' }]);
    expect(Object.values(targets).flat()).toHaveLength(links.length);
  });
});

test('a DOI is what to cite', () => {
  const [first] = landingLinks(items.doi);
  expect(first).toEqual({ rel: 'cite-as', href: 'https://doi.org/10.5555/abc.1' });
});

test('a whole has no collection around it', () => {
  expect(landingLinks(items.one).map(({ rel }) => rel)).not.toContain('collection');
});

test('a file leads back to its page, and data to what they describe', () => {
  const url = 'https://glossator.example/k/reading@1.0';
  expect(backLinks(items.one, 'collection')).toEqual([
    { rel: 'cite-as', href: url },
    { rel: 'collection', href: url, type: 'text/html' },
  ]);
  expect(backLinks(items.one, 'describes')).toEqual([
    { rel: 'describes', href: url, type: 'text/html' },
  ]);
});

test.each([
  ['https://a.example/k@1.0', 'https://a.example/k@1.0.ris'],
  ['https://a.example/k@1.0?lang=en#n', 'https://a.example/k@1.0.ris?lang=en#n'],
])('the form of %s', (url, expected) => {
  expect(formatUrl(item({ url }), 'ris')).toBe(expected);
});

describe('hostile addresses and types stay in their link', () => {
  test.each([
    'https://a.example/>; rel="stylesheet", <https://evil.example',
    'https://a.example/\r\nSet-Cookie: a=b',
    'https://a.example/"',
    'https://a.example/,',
    'https://a.example/;',
  ])('%j', (url) => {
    const links = landingLinks(item({ url }), [{ url, mediaType: 'a/b"; rel="evil' }]);
    const header = linkHeader(links);
    expect(header).not.toMatch(/[\p{Cc}]/u);
    expect(LinkHeader.parse(header).refs.map(({ uri, rel }) => [uri, rel])).toEqual(
      links.map(({ href, rel }) => [href, rel]),
    );
    expect(header).not.toContain('evil"');
  });
  test('an address that is none makes no link', () => {
    expect(
      landingLinks(item({ url: 'javascript:alert(1)', licence: null })).map(({ rel }) => rel),
    ).toEqual(['type', 'type']);
  });
  test('whatever the address', () => {
    fc.assert(
      fc.property(anyText, (path) => {
        const links = landingLinks(item({ url: `https://a.example/x${path}` }));
        const header = linkHeader(links);
        expect(header).toMatch(/^[\u0020-\u007E]+$/u);
        expect(LinkHeader.parse(header).refs.map(({ uri }) => uri)).toEqual(
          links.map(({ href }) => href),
        );
      }),
    );
  });
});
