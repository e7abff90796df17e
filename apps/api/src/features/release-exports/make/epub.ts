import type { ReleasePart } from '@glossator/domain';
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { partId, titleOf, type Exported, type Step } from './exported.ts';
import { packageFile } from './epub-package.ts';
import { epubSheet } from './epub-style.ts';
import { titlePage } from './front.ts';
import { partName, partTree } from './part-tree.ts';
import { say } from './say.ts';
import { xhtmlOf, xmlDeclaration } from './xml.ts';
import { zipOf, type ZipEntry } from '../../../zip.ts';

/* EPUB 3.3, https://www.w3.org/TR/epub-33/ */

/** Readers open a file as a whole: entries come in files of about so many characters. */
const longest = 60_000;

interface Numbered {
  readonly part: ReleasePart;
  readonly n: number;
}

/** Introductions and essays alone, entries together up to a length. */
function filesOf(parts: readonly ReleasePart[]): readonly (readonly Numbered[])[] {
  const files: Numbered[][] = [];
  let length = Infinity;
  let isOpen = false;
  for (const [index, part] of parts.entries()) {
    const isEntry = part.kind === 'entry';
    const last = files.at(-1);
    if (isEntry && isOpen && last !== undefined && length + part.body.length <= longest) {
      last.push({ part, n: index + 1 });
      length += part.body.length;
    } else {
      files.push([{ part, n: index + 1 }]);
      length = part.body.length;
    }
    isOpen = isEntry;
  }
  return files;
}

const nameOfFile = (n: number): string => `part-${String(n).padStart(4, '0')}.xhtml`;

/** A page of the book. `kind`: what it is, in the vocabulary of EPUB. */
export function page(
  exported: Exported,
  title: string,
  body: readonly ElementContent[],
  kind = 'bodymatter',
): string {
  const tree = h('html', { lang: exported.release.language }, [
    h('head', [
      h('title', title),
      h('link', { rel: ['stylesheet'], type: 'text/css', href: 'style.css' }),
    ]),
    h('body', [...body]),
  ]);
  tree.properties['xmlns:epub'] = 'http://www.idpf.org/2007/ops';
  const bodyElement = tree.children[1];
  if (bodyElement?.type === 'element') bodyElement.properties['epub:type'] = kind;
  return `${xmlDeclaration}<!DOCTYPE html>\n${xhtmlOf(tree)}\n`;
}

const epubTypes: Readonly<Record<string, string>> = {
  'doc-noteref': 'noteref',
  'doc-endnotes': 'footnotes',
};

/** A file of a book begins with its own highest heading; the one page of HTML has the title above. */
function raiseHeadings(tree: ElementContent): void {
  visit(tree, 'element', (node) => {
    node.tagName = node.tagName.replace(
      /^h([2-6])$/,
      (_, level) => `h${String(Number(level) - 1)}`,
    );
  });
}

/** Readers that show notes in place know them by these names. */
function nameNotes(tree: ElementContent): void {
  visit(tree, 'element', (node) => {
    const type = epubTypes[String(node.properties['role'])];
    if (type === undefined) return;
    node.properties['epub:type'] = type;
    if (type !== 'footnotes') return;
    visit(node, 'element', (item, _index, list) => {
      if (item.tagName === 'li' && list?.type === 'element' && list.tagName === 'ol')
        if (item.properties['id'] !== undefined) item.properties['epub:type'] = 'footnote';
    });
  });
}

function navigation(exported: Exported, where: ReadonlyMap<number, string>): string {
  const { parts, language } = exported.release;
  const told = say(language);
  const item = (href: string, text: string, type?: string): ElementContent => {
    const link = h('a', { href }, text);
    if (type !== undefined) link.properties['epub:type'] = type;
    return h('li', [link]);
  };
  const first = where.get(1) ?? 'title.xhtml';
  const list = h('nav#toc', [
    h('h1', told.contents),
    h('ol', [
      item('title.xhtml', told.cover),
      ...parts.map((part, index) =>
        item(
          `${where.get(index + 1) ?? first}#${partId(part, index + 1)}`,
          partName(part, language),
        ),
      ),
    ]),
  ]);
  list.properties['epub:type'] = 'toc';
  const marks = h('nav', { hidden: true }, [
    h('ol', [
      item('title.xhtml', told.cover, 'titlepage'),
      item('nav.xhtml#toc', told.contents, 'toc'),
      ...(parts.length === 0 ? [] : [item(first, titleOf(exported.release), 'bodymatter')]),
    ]),
  ]);
  marks.properties['epub:type'] = 'landmarks';
  return page(exported, told.contents, [list, marks], 'frontmatter');
}

const container = `${xmlDeclaration}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

export async function makeEpub(exported: Exported, step: Step): Promise<Uint8Array> {
  const { release } = exported;
  const files = filesOf(release.parts);
  const where = new Map(
    files.flatMap((file, index) => file.map(({ n }) => [n, nameOfFile(index + 1)] as const)),
  );
  const byLabel = new Map(
    release.parts.map((part, index) => [part.label, where.get(index + 1) ?? ''] as const),
  );
  const pages: ZipEntry[] = [];
  let done = 0;
  for (const [index, file] of files.entries()) {
    const bodies: ElementContent[] = [];
    for (const { part, n } of file) {
      const tree = partTree(exported, part, n, (to) => `${byLabel.get(to) ?? ''}#entry-${to}`);
      nameNotes(tree);
      raiseHeadings(tree);
      bodies.push(tree);
      done += 1;
      await step(done);
    }
    const [first] = file;
    const title = first === undefined ? '' : partName(first.part, release.language);
    pages.push({ name: nameOfFile(index + 1), text: page(exported, title, bodies) });
  }
  const entries: readonly ZipEntry[] = [
    {
      name: 'title.xhtml',
      text: page(exported, titleOf(release), titlePage(exported), 'frontmatter'),
    },
    { name: 'nav.xhtml', text: navigation(exported, where) },
    { name: 'style.css', text: epubSheet },
    ...pages,
  ];
  return zipOf(
    [
      { name: 'mimetype', text: 'application/epub+zip', isStored: true },
      { name: 'META-INF/container.xml', text: container },
      {
        name: 'EPUB/package.opf',
        text: packageFile(
          exported,
          pages.map(({ name }) => name),
        ),
      },
      ...entries.map(({ name, text }) => ({ name: `EPUB/${name}`, text })),
    ],
    release.released,
  );
}
