import { buffer } from 'node:stream/consumers';
import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import type { Nodes, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test, vi } from 'vitest';
import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import YAML from 'yaml';
import { fromBufferPromise } from 'yauzl';
import { cleanRelease } from '../src/features/release-exports/make/clean.ts';
import { partRoot } from '../src/features/release-exports/make/markdown.ts';
import { makers } from '../src/features/release-exports/make/makers.ts';
import type { Exported } from '../src/features/release-exports/make/exported.ts';
import { exportedOf, hostileRelease, shippedRelease } from './support/exported.ts';

/* Each file is read back by somebody else's parser, of a common release and of a hostile one. */

const releases = [
  ['as it ships', exportedOf(shippedRelease())],
  ['hostile', exportedOf(hostileRelease())],
] as const;

const still = (): Promise<void> => Promise.resolve();
const bytesOf = (format: keyof typeof makers, exported: Exported) =>
  makers[format](exported, still);
const textOf = async (format: keyof typeof makers, exported: Exported): Promise<string> =>
  new TextDecoder('utf-8', { fatal: true }).decode(await bytesOf(format, exported));

async function filesIn(zip: Uint8Array): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const opened = await fromBufferPromise(Buffer.from(zip));
  for await (const entry of opened.eachEntry())
    files.set(
      entry.fileName,
      (await buffer(await opened.openReadStreamPromise(entry))).toString('utf8'),
    );
  return files;
}

function elements(tree: Root | Element, name: string): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (node) => {
    if (node.name === name) found.push(node);
  });
  return found;
}

function wordsOf(node: Element): string {
  let words = '';
  visit(node, 'text', ({ value }) => {
    words += value;
  });
  return words;
}

const idsOf = (tree: Root, attribute: string): string[] => {
  const ids: string[] = [];
  visit(tree, 'element', ({ attributes }) => {
    const id = attributes[attribute];
    if (typeof id === 'string') ids.push(id);
  });
  return ids;
};

const once = (ids: readonly string[]): void => {
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
};

test('says how it is cited; an entry that follows a word names its places without their words', async () => {
  const [[, exported]] = releases;
  const html = await textOf('html', exported);
  const cited = 'The editors of Glossator. <i>Textual notes on the National Cyberspace Security';
  expect(html).toContain(cited);
  const partOf = (label: string) => html.split(`id="entry-${label}"`)[1]?.split('</section>')[0];
  expect(partOf('T1')?.match(/<q /g)).toHaveLength(2);
  expect(partOf('T66')?.match(/<q /g)).toBeNull();
  expect(partOf('T66')).toContain('<ul class="places many">');
});

describe.each(releases)('a release, %s', (_, exported) => {
  const { release } = exported;

  test.each(Object.keys(makers) as (keyof typeof makers)[])(
    'gives the same bytes as %s whenever and wherever it is made',
    async (format) => {
      const steps: number[] = [];
      const first = await makers[format](exported, (parts) => {
        steps.push(parts);
        return still();
      });
      expect(steps.at(-1)).toBe(release.parts.length);
      vi.useFakeTimers({ now: new Date('2031-07-05T03:04:05Z'), toFake: ['Date'] });
      vi.stubEnv('TZ', 'Pacific/Auckland');
      try {
        expect(Buffer.compare(await bytesOf(format, exported), first)).toBe(0);
      } finally {
        vi.unstubAllEnvs();
        vi.useRealTimers();
      }
    },
  );

  test('is one page of HTML that asks nobody for anything and runs nothing', async () => {
    const html = await textOf('html', exported);
    expect(html).toMatch(/^<!DOCTYPE html>/);
    expect(html).toMatch(/default-src (&#x27;|')none/);
    // What stands in the quotation marks of an attribute is no tag.
    const tags = html.replaceAll(/="[^"]*"/g, '=""');
    expect(tags).not.toMatch(/<(script|img|iframe|object|embed|base|form)\b/i);
    expect(tags).not.toMatch(/<[^>]*\son\w+=/i);
    expect(html).not.toMatch(/href="(?!https?:|mailto:|#)/);
    expect(tags.match(/<\/style>/g)).toHaveLength(1);
    expect(tags.match(/<\/title>/g)).toHaveLength(1);
    const [, rules = ''] = /<style>([^]*?)<\/style>/.exec(html) ?? [];
    // The citation at the foot of each page is a string of CSS that no title ends.
    expect(rules).toMatch(/@bottom-left \{ content: "[^"<>&'\n]+"; width/);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '');
    once(ids);
    for (const [, to] of html.matchAll(/href="#([^"]+)"/g))
      expect(ids).toContain(decodeURIComponent(to ?? ''));
  });

  test('is an EPUB whose every page is XML, every link of it leads to something', async () => {
    const zip = await bytesOf('epub', exported);
    // Its first file says what it is, uncompressed and with nothing beside its name.
    expect(Buffer.from(zip.subarray(30, 58)).toString()).toBe('mimetypeapplication/epub+zip');
    const files = await filesIn(zip);
    expect([...files.keys()].slice(0, 3)).toEqual([
      'mimetype',
      'META-INF/container.xml',
      'EPUB/package.opf',
    ]);
    const ids = new Map<string, string[]>();
    const links: [string, string][] = [];
    for (const [name, text] of files) {
      if (!/\.(xhtml|opf|xml)$/.test(name)) continue;
      const tree = fromXml(text);
      if (!name.endsWith('.xhtml')) continue;
      const file = name.replace('EPUB/', '');
      ids.set(file, idsOf(tree, 'id'));
      once(ids.get(file) ?? []);
      expect(elements(tree, 'script')).toEqual([]);
      expect(elements(tree, 'h1'), file).not.toEqual([]);
      for (const link of elements(tree, 'a')) {
        const { href = '' } = link.attributes;
        if (!/^[a-z]+:/.test(href ?? '')) links.push([file, href ?? '']);
      }
    }
    expect(links.length).toBeGreaterThan(release.parts.length);
    for (const [from, href] of links) {
      const [file = '', id] = href.split('#');
      const page = ids.get(file === '' ? from : file);
      expect(page, href).toBeDefined();
      if (id !== undefined) expect(page, href).toContain(decodeURIComponent(id));
    }
    const packed = fromXml(files.get('EPUB/package.opf') ?? '');
    const listed = elements(packed, 'item').map(
      ({ attributes }) => `EPUB/${String(attributes['href'])}`,
    );
    expect(listed.toSorted()).toEqual([...files.keys()].slice(3).toSorted());
  });

  test('is TEI in which what each note is about is there', async () => {
    const tree = fromXml(await textOf('tei', exported));
    const ids = idsOf(tree, 'xml:id');
    once(ids);
    const segments = new Map(
      elements(tree, 'ab').map((each) => [String(each.attributes['xml:id']), wordsOf(each)]),
    );
    const entries = elements(tree, 'annotation');
    const written = release.parts.filter(({ kind }) => kind === 'entry');
    expect(entries).toHaveLength(written.length);
    for (const [index, entry] of entries.entries()) {
      const quoted: string[] = [];
      for (const target of String(entry.attributes['target']).split(' ')) {
        const [, id, start, length] = /^#string-range\(([^,]+),(\d+),(\d+)\)$/.exec(target) ?? [];
        if (id !== undefined) {
          const words = Array.from(segments.get(id) ?? '');
          quoted.push(words.slice(Number(start), Number(start) + Number(length)).join(''));
        } else if (target.startsWith('#')) expect(ids).toContain(target.slice(1));
        else expect(target).toMatch(/^https:\/\/notes\.example\/(t|id)\//);
      }
      for (const { exact, start } of written[index]?.places.flatMap(({ loci }) => loci) ?? [])
        if (start !== null) expect(quoted).toContain(exact);
    }
    for (const each of [...elements(tree, 'ref'), ...elements(tree, 'ptr')]) {
      const target = String(each.attributes['target']);
      if (target.startsWith('#')) expect(ids).toContain(target.slice(1));
    }
  });

  test('is Markdown that reads as its parts read', async () => {
    const markdown = await textOf('markdown', exported);
    const [, head = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(markdown) ?? [];
    expect(YAML.parse(head)).toMatchObject({
      version: release.number,
      url: `https://notes.example/c/${release.slug}@1.0`,
      sha256: exported.sha256,
    });
    const reader = unified().use(remarkParse).use(remarkGfm);
    const read = reader.parse(body);
    const parts: RootContent[][] = [];
    for (const node of read.children)
      if (node.type === 'heading' && node.depth === 2) parts.push([]);
      else parts.at(-1)?.push(node);
    expect(parts).toHaveLength(release.parts.length);
    const called: string[] = [];
    const defined: string[] = [];
    visit(read, (node) => {
      expect(node.type).not.toBe('html');
      expect(node.type).not.toBe('image');
      if ('url' in node) expect(node.url).toMatch(/^(https?:|mailto:|$)/);
      if (node.type === 'footnoteReference') called.push(node.identifier);
      if (node.type === 'footnoteDefinition') defined.push(node.identifier);
    });
    once(defined);
    for (const name of called) expect(defined).toContain(name);
    for (const [index, part] of cleanRelease(release).parts.entries()) {
      const words = parts[index]?.slice(part.places.length === 0 ? 0 : 1) ?? [];
      expect(plainOf(words)).toBe(plainOf(partRoot(exported, part, index + 1).children));
    }
  });

  test('is a collection of annotations that others read', async () => {
    const told = JSON.parse(await textOf('w3c', exported)) as {
      total: number;
      first: { items: { id: string; target: unknown; body: { value: string } }[] };
    };
    expect(told.total).toBe(release.parts.length);
    expect(told.first.items.map(({ body }) => body.value.length)).toEqual(
      release.parts.map(({ body }) => body.length),
    );
    once(told.first.items.map(({ id }) => id));
    const [collection] = await jsonld.expand(told as unknown as jsonld.JsonLdDocument, {
      documentLoader,
    });
    const kept = JSON.stringify(collection);
    expect(kept).toContain('http://www.w3.org/ns/oa#hasTarget');
    for (const name of ['title', 'issued', 'provenance', 'isFormatOf'])
      expect(kept).toContain(`http://purl.org/dc/terms/${name}`);
  });
});

/** What is read of nodes, without what a writer may choose. */
function plainOf(nodes: readonly Nodes[]): string {
  const words: string[] = [];
  for (const node of nodes)
    visit(node, (each) => {
      if (each.type === 'text' || each.type === 'code' || each.type === 'inlineCode')
        words.push(each.value);
      if (each.type === 'heading') words.push(` h${String(each.depth)} `);
      if (each.type === 'link') words.push(` ${each.url} `);
    });
  return words.join('').replaceAll(/\s+/g, ' ').trim();
}

const context = JSON.parse(
  readFileSync(new URL('./data/anno.jsonld', import.meta.url), 'utf8'),
) as jsonld.JsonLdDocument;
const documentLoader = ((url: string) =>
  Promise.resolve({ documentUrl: url, document: context, contextUrl: undefined })) as never;

test('words of an edition that not everybody may read are in no file', async () => {
  const release = shippedRelease();
  const exported = exportedOf(release, ['zh-cac']);
  const hidden = 'flying development';
  // Authors quote what they answer for; here places alone have words.
  const quiet = {
    ...release,
    parts: release.parts.map((part) => ({ ...part, body: 'x', title: 'x' })),
  };
  for (const format of Object.keys(makers) as (keyof typeof makers)[]) {
    const told = async (from: Exported): Promise<string> => {
      const bytes = await bytesOf(format, { ...from, release: quiet });
      return format === 'epub'
        ? [...(await filesIn(bytes)).values()].join('\n')
        : Buffer.from(bytes).toString('utf8');
    };
    expect(await told(exportedOf(release))).toContain(hidden);
    expect(await told(exported)).not.toContain(hidden);
    expect(await told(exported)).toContain('飞速发展');
  }
});

test('every file says whose it is, under what, of when, and where it is for good', async () => {
  const exported = exportedOf(shippedRelease());
  for (const format of Object.keys(makers) as (keyof typeof makers)[]) {
    const bytes = await bytesOf(format, exported);
    const told =
      format === 'epub'
        ? [...(await filesIn(bytes)).values()].join('\n')
        : Buffer.from(bytes).toString('utf8');
    for (const words of [
      'Textual notes on the National Cyberspace Security Strategy',
      'The editors of Glossator',
      'https://creativecommons.org/licenses/by/4.0/',
      'The words of the introduction and of the notes are under CC BY 4.0.',
      'Not peer-reviewed.',
      '2026-11-30',
      `https://notes.example/c/${exported.release.slug}@1.0`,
      exported.sha256,
    ])
      expect(told, format).toContain(words);
  }
});

describe('a release that was begun from another', () => {
  const source = shippedRelease();
  const { slug, number, language, titles, contributors, licence } = source;
  const copy = exportedOf({
    ...source,
    ...{ slug: 'ours', titles: { en: 'Ours' }, contributors: [] },
    basedOn: [
      { ...{ slug, number, language, titles, contributors, licence }, sha256: 'a'.repeat(64) },
    ],
  });
  const at = `https://notes.example/c/${slug}@1.0`;
  const said =
    'The editors of Glossator: Textual notes on the National Cyberspace Security Strategy, release 1.0. CC-BY-4.0. SHA-256 aaaa';

  test.each(['html', 'tei', 'markdown', 'w3c'] as const)(
    '%s names it, whose it is, and its licence',
    async (format) => {
      const text = await textOf(format, copy);
      expect(text).toContain(at);
      expect(text).toContain(said);
      expect(await textOf(format, exportedOf(source))).not.toContain('SHA-256 aaaa');
    },
  );

  test('epub names it on the title page and in its package', async () => {
    const files = await filesIn(await bytesOf('epub', copy));
    const named = [...files].filter(([, text]) => text.includes(at)).map(([name]) => name);
    expect(named.some((name) => name.endsWith('title.xhtml'))).toBe(true);
    expect(named.some((name) => name.endsWith('.opf'))).toBe(true);
  });
});
