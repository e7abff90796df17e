import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  highwireTags,
  jsonLd,
  personName,
  scriptJson,
  type CitedItem,
} from '../../src/cite/index.ts';
import { anyText } from './any-text.ts';
import { item, items } from './items.ts';

const lines = (tags: ReturnType<typeof highwireTags>) =>
  tags.map(({ name, content }) => `${name}: ${content}`);

const full: CitedItem = {
  ...items.entry,
  contributors: [
    { role: 'author', name: personName('Lovelace', 'Ada'), orcid: '0000-0002-1825-0097' },
    { role: 'author', name: personName('张', '伟'), orcid: null },
    ...items.entry.contributors.filter(({ role }) => role === 'editor'),
  ],
  doi: '10.5555/t12',
  keywords: ['law', 'sovereignty'],
};

describe('Highwire tags', () => {
  test('of an entry: each author, with the ORCID right after', () => {
    expect(
      lines(highwireTags(full, { pdfUrl: 'https://glossator.example/k/reading@1.0.pdf' })),
    ).toEqual([
      'citation_title: On sovereignty',
      'citation_author: Lovelace, Ada',
      'citation_author_orcid: https://orcid.org/0000-0002-1825-0097',
      'citation_author: 张伟',
      'citation_editor: Doe, Jane',
      'citation_publication_date: 2026/11/30',
      'citation_online_date: 2026/11/30',
      'citation_inbook_title: Reading the Strategy: A commentary',
      'citation_publisher: Glossator',
      'citation_language: en',
      'citation_doi: 10.5555/t12',
      'citation_keywords: law; sovereignty',
      'citation_public_url: https://glossator.example/k/reading@1.0/T12',
      'citation_abstract_html_url: https://glossator.example/k/reading@1.0/T12',
      'citation_fulltext_html_url: https://glossator.example/k/reading@1.0/T12',
      'citation_pdf_url: https://glossator.example/k/reading@1.0.pdf',
    ]);
  });
  test('of a whole there is no book around it, of what is undated no date', () => {
    const names = highwireTags(items.undated).map(({ name }) => name);
    expect(names).not.toContain('citation_inbook_title');
    expect(names).not.toContain('citation_publication_date');
    expect(names).not.toContain('citation_pdf_url');
  });
  test('a year alone', () => {
    expect(lines(highwireTags(item({ issued: '2026' })))).toContain(
      'citation_publication_date: 2026',
    );
  });
});

describe('JSON-LD', () => {
  test('of an entry: a chapter of its commentary, about the work', () => {
    expect(jsonLd(full)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Chapter',
      '@id': 'https://glossator.example/k/reading@1.0/T12',
      url: 'https://glossator.example/k/reading@1.0/T12',
      name: 'On sovereignty',
      author: [
        {
          '@type': 'Person',
          '@id': 'https://orcid.org/0000-0002-1825-0097',
          name: 'Ada Lovelace',
          familyName: 'Lovelace',
          givenName: 'Ada',
        },
        { '@type': 'Person', name: '张伟', familyName: '张', givenName: '伟' },
      ],
      editor: [{ '@type': 'Person', name: 'Jane Doe', familyName: 'Doe', givenName: 'Jane' }],
      datePublished: '2026-11-30',
      inLanguage: 'en',
      version: '1.0',
      position: 'T12',
      isPartOf: {
        '@type': 'Book',
        '@id': 'https://glossator.example/k/reading@1.0',
        name: 'Reading the Strategy: A commentary',
        bookEdition: 'release 1.0',
      },
      about: {
        '@type': 'CreativeWork',
        '@id': 'https://glossator.example/t/ncss-2016',
        name: [
          { '@language': 'en', '@value': 'National Cyberspace Security Strategy' },
          { '@language': 'zh-Hans', '@value': '国家网络空间安全战略' },
        ],
      },
      publisher: {
        '@type': 'Organization',
        name: 'Glossator',
        url: 'https://glossator.example',
      },
      identifier: {
        '@type': 'PropertyValue',
        propertyID: 'doi',
        value: '10.5555/t12',
        url: 'https://doi.org/10.5555/t12',
      },
      sameAs: 'https://doi.org/10.5555/t12',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      keywords: ['law', 'sovereignty'],
      creativeWorkStatus: 'Published',
    });
  });
  test('of a copy: what it was begun from, of the whole alone', () => {
    const basedOn = [
      { title: 'Notes\u202e', url: 'https://glossator.example/c/notes@1.0' },
      { title: 'Bad', url: 'javascript:alert(1)' },
    ];
    expect(jsonLd({ ...items.group, basedOn })['isBasedOn']).toEqual([
      {
        '@type': 'Book',
        '@id': 'https://glossator.example/c/notes@1.0',
        url: 'https://glossator.example/c/notes@1.0',
        name: 'Notes',
      },
    ]);
    for (const item of [items.group, { ...items.entry, basedOn }])
      expect(jsonLd(item)).not.toHaveProperty('isBasedOn');
  });
  test('of a whole: a book of the site; a group is an organisation', () => {
    expect(jsonLd(items.group)).toMatchObject({
      '@type': 'Book',
      bookEdition: 'release 1.0',
      author: [{ '@type': 'Organization', name: 'the editors of Glossator' }],
      isPartOf: { '@type': 'WebSite', name: 'Glossator' },
    });
  });
  test('of a clause: a part of its edition', () => {
    expect(jsonLd(items.clause)).toMatchObject({
      '@type': 'CreativeWork',
      '@id': 'https://glossator.example/t/ncss-2016@en-creemers:1.0.0/4.3.1.2',
      name: 'National Cyberspace Security Strategy, IV(3) ¶1 s. 2',
      isPartOf: { '@id': 'https://glossator.example/t/ncss-2016@en-creemers:1.0.0' },
    });
  });
  test('of an edition: an example of its work', () => {
    expect(jsonLd({ ...items.one, kind: 'edition' })).toMatchObject({
      exampleOfWork: { '@id': 'https://glossator.example/t/ncss-2016' },
    });
  });
  test('of what is retracted', () => {
    expect(jsonLd(items.retracted)).toMatchObject({ creativeWorkStatus: 'Retracted' });
  });
  test('stays in its script element, whatever it says', () => {
    for (const words of ['</script><script>x', '<!--<script>', ']]>', 'a\u2028b\u2029c', '&lt;']) {
      const printed = scriptJson({ words });
      expect(printed).not.toMatch(/[<>&\u2028\u2029]/u);
      expect(JSON.parse(printed)).toEqual({ words });
    }
    fc.assert(
      fc.property(anyText, (words) => {
        const printed = scriptJson(jsonLd(item({ title: words, abstract: words })));
        expect(printed).not.toMatch(/[<>&\u2028\u2029]/u);
        expect(JSON.parse(printed)).toEqual(jsonLd(item({ title: words, abstract: words })));
      }),
    );
  });
});
