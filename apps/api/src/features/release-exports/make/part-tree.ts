import type { ReleasePart, ReleasePlace } from '@glossator/domain';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { markdownTree } from '../../../markdown/render.ts';
import { absolute, labelAt, partId, placeUrl, referencesIn, type Exported } from './exported.ts';
import { quotedAt } from './quoted.ts';
import { say } from './say.ts';

/** Where an entry of the same release is in this file. */
export type EntryLink = (label: string) => string;

/** What a part is called in a list: its label where it has one, and its title. */
export function partName({ kind, label, title }: ReleasePart, language: string): string {
  const named = title === '' && label === '' ? say(language).kind[kind] : title;
  return [label, named].filter((each) => each !== '').join(' ');
}

/** Of an entry that follows a word through the text the words of each place are not written out, as on its page. */
const mostWrittenOut = 4;

function placesOf(exported: Exported, places: readonly ReleasePlace[]): ElementContent[] {
  if (places.length === 0) return [];
  if (places.length <= mostWrittenOut)
    return [
      h(
        'ul.places',
        places.map((place) => h('li', [linkTo(exported, place), ...wordsAt(exported, place)])),
      ),
    ];
  const links = new Map(places.map((place) => [placeUrl(exported, place), place]));
  return [
    h(
      'ul.places.many',
      [...links.values()].flatMap((place) => [h('li', [linkTo(exported, place)]), ' ']),
    ),
  ];
}

function linkTo(exported: Exported, place: ReleasePlace): ElementContent {
  const told = say(exported.release.language);
  const shown = place.entry === null ? place.address : told.apparatus(place.entry.number);
  return h('a', { href: placeUrl(exported, place) }, shown);
}

const wordsAt = (exported: Exported, place: ReleasePlace): (ElementContent | string)[] =>
  quotedAt(exported, place).flatMap(({ edition, words }) => [
    ' ',
    h('q', { lang: edition.lang }, words),
  ]);

/** The words of a part, ready to stand in a file: every link leads somewhere from there. */
export function bodyOf(
  exported: Exported,
  part: ReleasePart,
  n: number,
  entryLink: EntryLink,
): ElementContent[] {
  const told = say(exported.release.language);
  const place = referencesIn(exported);
  const tree = markdownTree(part.body, place, { idPrefix: `p${String(n)}-`, headings: 3 });
  visit(tree, 'element', (node) => {
    const { href } = node.properties;
    if (typeof href === 'string' && !href.startsWith('#')) {
      const label = labelAt(exported, href);
      node.properties['href'] = label === null ? absolute(exported, href) : entryLink(label);
    }
    // Names of our own pages; outside of them they say nothing.
    delete node.properties['dataRef'];
    delete node.properties['rel'];
    if (typeof node.properties['align'] === 'string') {
      node.properties['className'] = [`align-${node.properties['align']}`];
      delete node.properties['align'];
    }
    if (node.properties['dataFootnotes'] !== undefined) {
      delete node.properties['dataFootnotes'];
      Object.assign(node.properties, { role: 'doc-endnotes', ariaLabel: told.notes });
      node.properties['className'] = ['notes'];
    }
    if (node.properties['dataFootnoteRef'] !== undefined) {
      delete node.properties['dataFootnoteRef'];
      node.properties['role'] = 'doc-noteref';
    }
    if (node.properties['dataFootnoteBackref'] !== undefined) {
      delete node.properties['dataFootnoteBackref'];
      const label = String(node.properties['ariaLabel']).replace('↩', told.back);
      Object.assign(node.properties, { role: 'doc-backlink', ariaLabel: label });
    }
  });
  return tree.children.filter((child): child is ElementContent => child.type !== 'doctype');
}

/** A part under its heading, with the places it stands on and their words. */
export function partTree(
  exported: Exported,
  part: ReleasePart,
  n: number,
  entryLink: EntryLink,
): Element {
  const { language } = exported.release;
  const name = partName({ ...part, label: '' }, language);
  return h('section', { id: partId(part, n), className: [part.kind] }, [
    h('h2', [
      ...(part.label === '' ? [] : [h('span.label', part.label), ' ']),
      ...(name === '' ? [] : [name]),
    ]),
    ...placesOf(exported, part.places),
    ...bodyOf(exported, part, n, entryLink),
  ]);
}
