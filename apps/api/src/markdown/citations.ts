import { digest } from '@glossator/document';
import { LRUCache } from 'lru-cache';
import type { BibliographyItem } from '@glossator/domain/csl-fields';
import {
  tongueOf,
  worksCited,
  type CitedWork,
  type Tongue,
  type WorkCited,
} from '@glossator/domain/works-cited';
import type { MarkdownNode } from './references.ts';

/** What the parts of a commentary may cite, as each of them writes it. */
export interface Citable {
  readonly tongue: Tongue;
  readonly works: ReadonlyMap<string, WorkCited>;
  /** Tells those apart whose citations read otherwise. */
  readonly key: string;
  /** Whether a text ends in the list of what it cites. */
  readonly hasList: boolean;
}

// Each page of a commentary needs all that it cites: letters behind years are given among all of them.
const known = new LRUCache<string, Citable>({ max: 30 });

/** The works of a commentary in this language, which all of its parts cite alike. */
export function citable(items: readonly BibliographyItem[], language: string): Citable {
  const key = digest(JSON.stringify([items, language]));
  const made = known.get(key) ?? {
    tongue: tongueOf(language),
    works: worksCited(items, language),
    key,
    hasList: true,
  };
  known.set(key, made);
  return made;
}

const text = (value: string): MarkdownNode => ({ type: 'text', value });

/** The first so many works of a text are cited; the rest stays as it was written. */
const mostCited = 500;

/** Where the list of a text has a work: within the text itself. */
const anchor = (work: WorkCited, cited: readonly string[]): string =>
  `cited-${String(cited.indexOf(work.key) + 1)}`;

function workNodes(
  { key, prefix, suffix, isYearAlone }: CitedWork,
  { works, hasList }: Citable,
  cited: readonly string[],
): MarkdownNode[] {
  const work = cited.includes(key) ? works.get(key) : undefined;
  const before = prefix === '' ? '' : `${prefix} `;
  const after = suffix === '' || suffix.startsWith(',') ? suffix : ` ${suffix}`;
  if (work === undefined) return [text(`${before}@${key}${after}`)];
  const shown = text(isYearAlone ? work.year : `${work.names} ${work.year}`);
  const link: MarkdownNode = {
    type: 'link',
    url: `#${anchor(work, cited)}`,
    children: [shown],
  };
  return [text(before), hasList ? link : shown, text(after)].filter(({ value }) => value !== '');
}

/**
 * A citation as it is read, `(Hart 1961, p. 12)`; null where none of its works is known: it stands as it
 * was written. `cited` are the works of the text so far, which grow.
 */
export function citationNodes(
  cites: readonly CitedWork[],
  place: Citable,
  cited: string[],
): MarkdownNode[] | null {
  for (const { key } of cites)
    if (place.works.has(key) && !cited.includes(key) && cited.length < mostCited) cited.push(key);
  if (!cites.some(({ key }) => cited.includes(key))) return null;
  const { open, close, next } = place.tongue;
  const works = cites.flatMap((each, i) => [
    ...(i === 0 ? [] : [text(next)]),
    ...workNodes(each, place, cited),
  ]);
  return [text(open), ...works, text(close)];
}

function entryNode(work: WorkCited, cited: readonly string[]): MarkdownNode {
  const runs = work.entry.map((run): MarkdownNode =>
    run.italic ? { type: 'emphasis', children: [text(run.text)] } : text(run.text),
  );
  const address: MarkdownNode[] =
    work.url === null
      ? []
      : [text(' '), { type: 'link', url: work.url, children: [text(work.url)] }];
  return {
    type: 'listItem',
    spread: false,
    data: {
      hProperties: { id: anchor(work, cited), ...(work.lang === null ? {} : { lang: work.lang }) },
    },
    children: [{ type: 'paragraph', children: [...runs, ...address] }],
  };
}

/** Headings of the text itself, the highest of which the list stands beside. */
const depthIn = (tree: MarkdownNode): number =>
  Math.min(
    ...(tree.children ?? []).map(({ type, depth }) => (type === 'heading' ? (depth ?? 2) : 6)),
    2,
  );

/** What stands at the end of a text that cites something. */
export function listNodes(
  tree: MarkdownNode,
  { works, tongue, hasList }: Citable,
  cited: readonly string[],
): MarkdownNode[] {
  if (!hasList || cited.length === 0) return [];
  const isCited = new Set(cited);
  const listed = [...works.values()].filter(({ key }) => isCited.has(key));
  return [
    { type: 'heading', depth: depthIn(tree), children: [text(tongue.heading)] },
    {
      type: 'list',
      ordered: false,
      spread: false,
      children: listed.map((work) => entryNode(work, cited)),
    },
  ];
}
