import { handleKey, isHandle } from '@glossator/domain';
import { splitCitations } from '@glossator/domain/works-cited';
import { citationNodes, listNodes, type Citable } from './citations.ts';

/** A stretch of a note's words: text as it stands, or what it refers to. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  /** `[[4.3.1.2]]`, `[[4.3.1.2-4.3.2.1]]`, `[[work/4.3]]`; without a work, that of the note. */
  | {
      readonly kind: 'clause';
      readonly text: string;
      readonly work: string | null;
      readonly address: string;
    }
  /** `[[T12]]`, an entry of the commentary in which it is written; `[[commentary/T12]]`, of another. */
  | {
      readonly kind: 'entry';
      readonly text: string;
      readonly commentary: string | null;
      readonly label: string;
    }
  /** `[[#<id of a note>]]` */
  | { readonly kind: 'note'; readonly text: string; readonly id: string }
  /** `@handle` */
  | { readonly kind: 'person'; readonly text: string; readonly handle: string };

/** The first so many people of a note are told; the rest is words. */
export const mostMentions = 20;

/*
 * No alternative can begin where another has failed to end: an open bracket ends what is inside
 * brackets, so each character is looked at a bounded number of times. An address of a mailbox is none
 * of ours, nor is what stands behind a slash; a hanzi before the sign parts nothing.
 */
const mark =
  /\[\[(?:#([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|(?:([a-z0-9-]{1,64})\/)?(?:(\d[0-9a-z.]{0,79}(?:-\d[0-9a-z.]{0,79})?)|([a-z][0-9a-z.-]{0,11})))\]\]|(?<![\p{Script=Latin}\p{N}_.@/+-])@([\p{L}\p{N}]+(?:[._-][\p{L}\p{N}]+)*)/giu;

function pieceOf([text, id, of, address, label, handle]: RegExpExecArray): Piece {
  if (id !== undefined) return { kind: 'note', text, id: id.toLowerCase() };
  const slug = of?.toLowerCase() ?? null;
  if (address !== undefined) return { kind: 'clause', text, work: slug, address };
  if (label !== undefined) return { kind: 'entry', text, commentary: slug, label };
  if (handle !== undefined && isHandle(handle)) return { kind: 'person', text, handle };
  return { kind: 'text', text };
}

/** The pieces of a text node of the syntax tree, in order; joined they are the text again. */
export function splitReferences(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const found of text.matchAll(mark)) {
    const piece = pieceOf(found);
    if (piece.kind === 'text') continue;
    if (found.index > end) pieces.push({ kind: 'text', text: text.slice(end, found.index) });
    pieces.push(piece);
    end = found.index + piece.text.length;
  }
  if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) });
  return pieces;
}

/** A piece as one reads it where it is no link: an address and a label stay, the id of a note says nothing. */
function plainPiece(piece: Piece, inCommentary: boolean): string {
  switch (piece.kind) {
    case 'note':
      return '[…]';
    case 'clause':
      return piece.address;
    case 'entry':
      return inCommentary || piece.commentary !== null ? piece.label : piece.text;
    default:
      return piece.text;
  }
}

/** References as one reads them where they are no links; in a commentary a label alone is one. */
export const withoutBrackets = (text: string, inCommentary: boolean): string =>
  splitReferences(text)
    .map((piece) => plainPiece(piece, inCommentary))
    .join('');

/** The work a note stands in, as far as its references need it. */
export interface ReferencePlace {
  readonly work: string;
  /** Tells places apart whose references lead elsewhere. */
  readonly key: string;
  readonly has: (address: string) => boolean;
  /** Of a text that stands in a commentary: where an entry of it is, null where it has none of the label. */
  readonly entry?: (label: string) => string | null;
  /** Of a text that stands in a commentary: the works that it may cite. Elsewhere nothing is a citation. */
  readonly citable?: Citable;
}

/** The little of a Markdown tree that is looked at here. */
export interface MarkdownNode {
  type: string;
  value?: string;
  children?: MarkdownNode[];
  url?: string;
  depth?: number;
  ordered?: boolean | null | undefined;
  spread?: boolean | null | undefined;
  data?: object | undefined;
}

export interface References {
  /** Keys of the handles that are called, each once, in the order written. */
  readonly mentions: readonly string[];
  /** Addresses that the work does not have, and labels that the commentary does not, as they were written. */
  readonly unknown: readonly string[];
  /** Addresses of its own work that it refers to, each once, as they were written; those that it has. */
  readonly clauses: readonly string[];
  /** Keys of the works that it cites, each once, whether or not somebody knows them. */
  readonly cites: readonly string[];
}

/** The first so many references of a note are looked up and lead somewhere; the rest is words. */
const mostLinks = 200;
/** Words in a link lead somewhere already; code has no text nodes. */
const closedTo = new Set(['link', 'linkReference', 'definition', 'image', 'imageReference']);

const link = (kind: string, url: string, value: string): MarkdownNode => ({
  type: 'link',
  url,
  data: { hProperties: { dataRef: kind } },
  children: [{ type: 'text', value }],
});

/**
 * A link that is made from the words alone, the same for every reader: whether there is such a note,
 * or such a person, is asked by whoever follows it. Null for a clause that the work does not have, and
 * for an entry that the commentary does not.
 */
function linkTo(
  piece: Exclude<Piece, { kind: 'text' }>,
  place: ReferencePlace,
): MarkdownNode | null {
  switch (piece.kind) {
    case 'note':
      return link('note', `/n/${piece.id}`, `#${piece.id.slice(-8)}`);
    case 'person':
      return link('person', `/search?by=${encodeURIComponent(piece.handle)}`, piece.text);
    case 'entry': {
      const { commentary, label } = piece;
      if (commentary !== null)
        return link('entry', `/c/${commentary}/${label}`, `${commentary} ${label}`);
      const url = place.entry?.(label) ?? null;
      return url === null ? null : link('entry', url, label);
    }
    case 'clause': {
      const work = piece.work ?? place.work;
      if (work === place.work && !place.has(piece.address)) return null;
      const shown = work === place.work ? piece.address : `${work} ${piece.address}`;
      return link('clause', `/t/${work}/${piece.address}`, shown);
    }
  }
}

/** `-@hart.b` was taken for an address of mail, which ends the words around it: it is words again. */
function withoutMails(children: readonly MarkdownNode[]): MarkdownNode[] {
  const mended: MarkdownNode[] = [];
  for (const child of children) {
    const mail = child.url?.startsWith('mailto:-@') ? child.url.slice('mailto:'.length) : undefined;
    const value = child.type === 'text' ? child.value : mail;
    const last = mended.at(-1);
    if (value !== undefined && last?.type === 'text')
      mended[mended.length - 1] = { type: 'text', value: `${last.value ?? ''}${value}` };
    else mended.push(value === undefined ? child : { type: 'text', value });
  }
  return mended;
}

/**
 * Makes links of the references in a tree, and says whom it calls and what it cites; at its end it gets
 * the list of that. Without a place nothing is a reference.
 */
export function linkReferences(tree: MarkdownNode, place: ReferencePlace | null): References {
  const mentions = new Set<string>();
  const unknown = new Set<string>();
  const clauses = new Set<string>();
  const cites = new Set<string>();
  /** Those that are known, in the order of the text. */
  const cited: string[] = [];
  const citable = place?.citable;
  const isOwn = ({ work }: { readonly work: string | null }) =>
    (work ?? place?.work) === place?.work;
  let links = 0;
  function replace(piece: Piece): MarkdownNode {
    if (piece.kind === 'text') return { type: 'text', value: piece.text };
    if (piece.kind === 'person') mentions.add(handleKey(piece.handle));
    links += 1;
    const isOwnEntry = piece.kind === 'entry' && piece.commentary === null;
    const isWords = place === null || (isOwnEntry && place.entry === undefined);
    const made = isWords || links > mostLinks ? undefined : linkTo(piece, place);
    if (made === null) unknown.add(piece.text.slice(2, -2));
    else if (made !== undefined && piece.kind === 'clause' && isOwn(piece))
      clauses.add(piece.address);
    return made ?? { type: 'text', value: piece.text };
  }
  function replaceAll(text: string): MarkdownNode[] {
    if (citable === undefined) return splitReferences(text).map(replace);
    return splitCitations(text).flatMap((piece) => {
      if (piece.kind === 'text') return splitReferences(piece.text).map(replace);
      for (const { key } of piece.works) cites.add(key);
      return citationNodes(piece.works, citable, cited) ?? [{ type: 'text', value: piece.text }];
    });
  }
  function walk(node: MarkdownNode): void {
    if (closedTo.has(node.type) || node.children === undefined) return;
    const children = citable === undefined ? node.children : withoutMails(node.children);
    node.children = children.flatMap((child) => {
      walk(child);
      return child.type === 'text' ? replaceAll(child.value ?? '') : [child];
    });
  }
  walk(tree);
  if (citable !== undefined) tree.children?.push(...listNodes(tree, citable, cited));
  return {
    mentions: [...mentions].slice(0, mostMentions),
    unknown: [...unknown],
    clauses: [...clauses],
    cites: [...cites],
  };
}
