import { handleKey, isHandle } from '@glossator/domain';

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
  /\[\[(?:#([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|(?:([a-z0-9-]{1,64})\/)?(\d[0-9a-z.]{0,79}(?:-\d[0-9a-z.]{0,79})?))\]\]|(?<![\p{Script=Latin}\p{N}_.@/+-])@([\p{L}\p{N}]+(?:[._-][\p{L}\p{N}]+)*)/giu;

function pieceOf([text, id, work, address, handle]: RegExpExecArray): Piece {
  if (id !== undefined) return { kind: 'note', text, id: id.toLowerCase() };
  if (address !== undefined)
    return { kind: 'clause', text, work: work?.toLowerCase() ?? null, address };
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

/** The little of a Markdown tree that is looked at here. */
export interface MarkdownNode {
  type: string;
  value?: string;
  children?: MarkdownNode[];
}

/** Words in a link lead somewhere already; code has no text nodes. */
const closedTo = new Set(['link', 'linkReference', 'definition', 'image', 'imageReference']);

/** Keys of the handles that a note calls, each once, in the order written. */
export function mentionsIn(tree: MarkdownNode): string[] {
  const found = new Set<string>();
  const walk = (node: MarkdownNode): void => {
    if (closedTo.has(node.type)) return;
    if (node.type === 'text')
      for (const piece of splitReferences(node.value ?? ''))
        if (piece.kind === 'person') found.add(handleKey(piece.handle));
    for (const child of node.children ?? []) walk(child);
  };
  walk(tree);
  return [...found].slice(0, mostMentions);
}
