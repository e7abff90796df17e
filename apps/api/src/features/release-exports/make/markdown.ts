import type { ReleasePart, ReleasePlace } from '@glossator/domain';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { parsedMarkdown } from '../../../markdown/render.ts';
import { inLanguage } from '../../../in-language.ts';
import { nameOf } from '../../citations/release-item.ts';
import {
  absolute,
  dateOf,
  licenceWords,
  placeUrl,
  referencesIn,
  releaseUrl,
  titleOf,
  type Exported,
  type Step,
} from './exported.ts';
import { originsIn } from './origin-words.ts';
import { partName } from './part-tree.ts';
import { quotedAt } from './quoted.ts';
import { say } from './say.ts';
import { thanksIn } from './thanks-in.ts';

const writer = unified().use(remarkGfm).use(remarkStringify, { bullet: '-' }).freeze();
const encoder = new TextEncoder();

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const paragraph = (...children: PhrasingContent[]): RootContent => ({
  type: 'paragraph',
  children,
});
const link = (url: string, value: string): PhrasingContent => ({
  type: 'link',
  url,
  children: [text(value)],
});

/** What the renderer lets a link lead to. */
const isSafe = (url: string): boolean => /^(https?|mailto):/i.test(url) || /^[/#]/.test(url);

/** Where a work stands in the list of a part. */
const isCitation = (url: string): boolean => /^#cited-\d+$/.test(url);

/** Names inside a part: no two parts of the file have the same. */
function renamed(name: string, n: number): string {
  return `p${String(n)}-${name}`;
}

/**
 * The words of a part as they can stand among others: headings below its own, notes and definitions
 * under names of their own, links that lead somewhere from everywhere, and, as where they are
 * rendered, no HTML and no picture.
 */
export function partRoot(exported: Exported, { body }: ReleasePart, n: number): Root {
  const root = parsedMarkdown(body, referencesIn(exported));
  if (root === null) return { type: 'root', children: [{ type: 'code', value: body }] };
  const found = new Set<number>();
  visit(root, 'heading', ({ depth }) => void found.add(depth));
  // As where they are rendered: no level is left out.
  const depths = [...found].toSorted();
  visit(root, (node, index, parent) => {
    if (node.type === 'html' && parent !== undefined && index !== undefined) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (node.type === 'heading') node.depth = Math.min(6, 3 + depths.indexOf(node.depth)) as 1;
    if ('identifier' in node) {
      node.identifier = renamed(node.identifier, n);
      if (node.label !== undefined && node.label !== null) node.label = renamed(node.label, n);
    }
    if (node.type === 'linkReference') node.referenceType = 'full';
    // In a file of this form nothing has a name to point at.
    if (
      node.type === 'link' &&
      isCitation(node.url) &&
      parent !== undefined &&
      index !== undefined
    ) {
      parent.children.splice(index, 1, ...(node.children as never[]));
      return [SKIP, index];
    }
    if (node.type === 'link' || node.type === 'definition')
      node.url = isSafe(node.url) ? absolute(exported, node.url) : '';
    if (node.type === 'image' && parent !== undefined && index !== undefined)
      parent.children.splice(
        index,
        1,
        link(isSafe(node.url) ? node.url : '', node.alt ?? node.url),
      );
    if (node.type === 'imageReference' && parent !== undefined && index !== undefined)
      parent.children.splice(index, 1, text(node.alt ?? ''));
    return undefined;
  });
  return root;
}

function placeItem(exported: Exported, place: ReleasePlace) {
  const told = say(exported.release.language);
  const shown = place.entry === null ? place.address : told.apparatus(place.entry.number);
  const quoted = quotedAt(exported, place).flatMap(({ edition, words }) => [
    text(` ${edition.lang}: `),
    text(`“${words}”`),
  ]);
  return {
    type: 'listItem' as const,
    spread: false,
    children: [paragraph(link(placeUrl(exported, place), shown), ...quoted)] as never,
  };
}

function partBlocks(exported: Exported, part: ReleasePart, n: number): RootContent[] {
  const name = partName(part, exported.release.language);
  const { places } = part;
  return [
    { type: 'heading', depth: 2, children: [text(name)] },
    ...(places.length === 0
      ? []
      : [
          {
            type: 'list' as const,
            ordered: false,
            spread: false,
            children: places.map((place) => placeItem(exported, place)),
          },
        ]),
    ...partRoot(exported, part, n).children,
  ];
}

// A string of JSON is one of YAML: nothing in it can end the line or the block.
const field = (name: string, value: unknown): string => `${name}: ${JSON.stringify(value)}\n`;

function frontMatter(exported: Exported): string {
  const { release, sha256 } = exported;
  const { language } = release;
  const licence = licenceWords(release);
  const origins = originsIn(exported);
  const thanks = thanksIn(release);
  const authors = release.contributors.map((each) => ({
    name: nameOf(each, language),
    ...(each.orcid === '' ? {} : { orcid: `https://orcid.org/${each.orcid}` }),
    ...(each.affiliation === '' ? {} : { affiliation: each.affiliation }),
    ...(each.roles.length === 0 ? {} : { roles: each.roles }),
  }));
  return [
    '---\n',
    field('title', titleOf(release)),
    ...(release.subtitle === '' ? [] : [field('subtitle', release.subtitle)]),
    field('author', authors),
    field('version', release.number),
    field('date', dateOf(release)),
    field('lang', language),
    field('url', releaseUrl(exported)),
    field('license', licence.url ?? licence.id),
    field('rights', licence.statement),
    field('review', inLanguage(release.statement, language)),
    ...(release.interests === '' ? [] : [field('interests', release.interests)]),
    ...(thanks === '' ? [] : [field('acknowledgements', thanks)]),
    ...(release.change === '' ? [] : [field('changes', release.change)]),
    ...(origins.length === 0
      ? []
      : [
          field(
            'based-on',
            origins.map(({ url, words, statement }) => ({ url, words, statement })),
          ),
        ]),
    field('abstract', inLanguage(release.abstracts, language)),
    field('commentary-on', {
      title: inLanguage(release.work.titles, language),
      url: `${exported.origin}/t/${release.work.slug}`,
      versions: release.versions,
    }),
    field('sha256', sha256),
    '---\n',
  ].join('');
}

/** CommonMark with tables and footnotes as GitHub writes them, under a head in YAML. */
export async function makeMarkdown(exported: Exported, step: Step): Promise<Uint8Array> {
  const { release } = exported;
  const told = say(release.language);
  const blocks = (children: RootContent[]): string => writer.stringify({ type: 'root', children });
  const url = releaseUrl(exported);
  const names = release.contributors.map((each) => nameOf(each, release.language));
  const out = [
    frontMatter(exported),
    blocks([
      { type: 'heading', depth: 1, children: [text(titleOf(release))] },
      ...(release.subtitle === '' ? [] : [paragraph(text(release.subtitle))]),
      ...(names.length === 0 ? [] : [paragraph(text(names.join(', ')))]),
      paragraph(text(`${told.release(release.number)}, ${dateOf(release)}. `), link(url, url)),
      ...originsIn(exported).map((from) =>
        paragraph(text(`${told.basedOn}: `), link(from.url, from.words)),
      ),
      paragraph(text(told.later)),
    ]),
  ];
  for (const [index, part] of release.parts.entries()) {
    out.push(blocks(partBlocks(exported, part, index + 1)));
    await step(index + 1);
  }
  return encoder.encode(out.join('\n'));
}
