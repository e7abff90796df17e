import type { DocxProblem } from '@glossator/contract';
import { limits } from '@glossator/contract';
import { checkText, codePointLength, countText } from '@glossator/document';
import type { PartKind } from '@glossator/domain';
import type { FootnoteDefinition, Heading, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { isTractable } from '../../../markdown/bounds.ts';
import { readMarkdown } from '../../../markdown/render.ts';
import type { Converted } from './convert.ts';
import type { Notices } from '../../../word-file/notices.ts';
import { readFirstLine, readHeading, type Ground, type HeadingPlace } from './read-place.ts';

/** A passage of the file, as it would become a part. */
export interface ReadPart {
  readonly heading: string;
  readonly label: string;
  readonly title: string;
  readonly kind: PartKind | null;
  readonly at: readonly string[];
  readonly problem: DocxProblem | null;
  /** Markdown. */
  readonly body: string;
  readonly words: number;
  readonly notes: number;
  readonly opening: string;
  readonly over: number;
  readonly isDense: boolean;
}

/** Words up to the next heading. */
interface Section {
  readonly level: number;
  readonly heading: Heading | null;
  readonly blocks: RootContent[];
}

interface Open {
  readonly place: HeadingPlace;
  readonly level: number;
  readonly heading: string;
  readonly blocks: RootContent[];
}

function sectionsOf(root: Root): Section[] {
  const sections: Section[] = [{ level: 0, heading: null, blocks: [] }];
  for (const node of root.children)
    if (node.type === 'heading') sections.push({ level: node.depth, heading: node, blocks: [] });
    else sections.at(-1)?.blocks.push(node);
  return sections.filter(({ heading, blocks }) => heading !== null || blocks.length > 0);
}

/** Notes of a heading go to the beginning of its words: a title has none. */
function notesOf(heading: Heading | null): RootContent[] {
  const children: RootContent[] = [];
  if (heading !== null)
    visit(heading, 'footnoteReference', (node) => {
      children.push({ type: 'paragraph', children: [node] });
    });
  return children;
}

const depths = [2, 3, 4, 5, 6] as const;

/**
 * A heading that says where it belongs begins a part, and one below such a part that does not is a
 * heading inside it. What follows nothing that has a place stands for itself, for somebody to place.
 */
function divide(root: Root, ground: Ground): Open[] {
  const parts: Open[] = [];
  let hasIntroduction = false;
  for (const { level, heading, blocks } of sectionsOf(root)) {
    const words = heading === null ? '' : toString(heading).replace(/\s+/gu, ' ').trim();
    const last = parts.at(-1);
    let place = readHeading(words, ground);
    if (
      place.kind === null &&
      last !== undefined &&
      last.place.kind !== null &&
      level > last.level
    ) {
      const depth = depths[Math.min(level - last.level, depths.length) - 1] ?? 6;
      if (heading !== null) last.blocks.push({ ...heading, depth });
      last.blocks.push(...blocks);
      continue;
    }
    const [first] = blocks;
    if (place.kind === null && first?.type === 'paragraph')
      place = readFirstLine(toString(first), words, ground) ?? place;
    if (place.kind === 'introduction' && hasIntroduction)
      place = { ...place, kind: null, problem: 'second-introduction' };
    hasIntroduction ||= place.kind === 'introduction';
    parts.push({ place, level, heading: words, blocks: [...notesOf(heading), ...blocks] });
  }
  return parts;
}

// Our references, and citations of works, are written as they are: escaped they would be words.
const ours = /\[\[[^\][\n]{1,200}\]\]|\[-?@[^\][\n]{1,200}\]/gu;
const writer = unified().use(remarkGfm).use(remarkStringify, { bullet: '-' }).freeze();

/** Text that no part may hold goes, and is counted; what is our syntax stays so. */
function clean(root: Root, notices: Notices): void {
  visit(root, 'text', (node, index, parent) => {
    const kept = [...node.value].filter((sign) => checkText(sign).ok).join('');
    notices.add('characters', codePointLength(node.value.toWellFormed()) - codePointLength(kept));
    const pieces: RootContent[] = [];
    let end = 0;
    for (const { 0: mark, index: at } of kept.matchAll(ours)) {
      if (at > end) pieces.push({ type: 'text', value: kept.slice(end, at) });
      pieces.push({ type: 'html', value: mark });
      end = at + mark.length;
    }
    if (end < kept.length) pieces.push({ type: 'text', value: kept.slice(end) });
    if (parent === undefined || index === undefined) return undefined;
    parent.children.splice(index, 1, ...(pieces as typeof parent.children));
    return index + pieces.length;
  });
}

/** The notes of a part under numbers of its own, in the order in which they are called. */
function withNotes(
  blocks: readonly RootContent[],
  { notes }: Converted,
): { root: Root; n: number } {
  const root: Root = { type: 'root', children: [...blocks] };
  const numbers = new Map<string, string>();
  visit(root, 'footnoteReference', (node) => {
    const number = numbers.get(node.identifier) ?? String(numbers.size + 1);
    numbers.set(node.identifier, number);
    node.identifier = number;
    node.label = number;
  });
  const definitions = [...numbers].map(([name, number]): FootnoteDefinition => ({
    type: 'footnoteDefinition',
    identifier: number,
    label: number,
    children: structuredClone((notes.get(name)?.children ?? []) as FootnoteDefinition['children']),
  }));
  return { root: { type: 'root', children: [...root.children, ...definitions] }, n: numbers.size };
}

const openingLength = 600;

function write(open: Open, converted: Converted, notices: Notices): ReadPart {
  const { kind, at, label, problem } = open.place;
  // A heading that is longer than a title can be was a paragraph under the style of one.
  const isTitle = codePointLength(open.place.title) <= limits.partTitle;
  const lead: RootContent[] = isTitle
    ? []
    : [{ type: 'paragraph', children: [{ type: 'text', value: open.heading }] }];
  const { root, n } = withNotes([...lead, ...open.blocks], converted);
  clean(root, notices);
  const body = writer.stringify(root).normalize('NFC').trim();
  const { plain } = readMarkdown(body);
  return {
    heading: open.heading,
    ...{ label, kind, at, problem, body },
    title: isTitle ? open.place.title : '',
    words: countText(plain),
    notes: n,
    // Without the sign by which a note leads back.
    opening: [
      ...plain
        .replace(/\s*↩(?: \d+)?/gu, ' ')
        .replace(/\s+/gu, ' ')
        .trim(),
    ]
      .slice(0, openingLength)
      .join(''),
    over: Math.max(0, codePointLength(body) - limits.partLength),
    isDense: !isTractable(body),
  };
}

export function toParts(converted: Converted, ground: Ground, notices: Notices): ReadPart[] {
  const hasHeadings = converted.root.children.some(({ type }) => type === 'heading');
  if (!hasHeadings) notices.add('no-headings');
  return divide(converted.root, ground).map((open) => write(open, converted, notices));
}
