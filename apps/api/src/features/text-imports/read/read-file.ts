import { limits, type SourceEncoding, type SourceNotice } from '@glossator/contract';
import { FaultySource, readBounds } from './bounds.ts';
import { decode } from './decode.ts';
import { kindOfFile } from './kind-of-file.ts';
import type { ReadBlock } from './read-block.ts';
import { SourceNotices } from './source-notices.ts';
import { textBlocks } from './text-blocks.ts';

/** What a person brought: a file, or what they pasted, which has no encoding. */
export type Brought =
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly encoding: SourceEncoding | null;
    }
  | { readonly kind: 'paste'; readonly text: string };

export interface ReadFile {
  readonly blocks: readonly ReadBlock[];
  readonly notices: readonly SourceNotice[];
  /** Null where the file has its own, as a Word file has. */
  readonly encoding: SourceEncoding | null;
  readonly isGuessed: boolean;
}

async function read(brought: Brought, told: SourceNotices): Promise<ReadFile> {
  if (brought.kind === 'paste')
    return { blocks: textBlocks(brought.text), notices: [], encoding: null, isGuessed: false };
  const bytes = Buffer.from(brought.bytes);
  if (bytes.length === 0) throw new FaultySource('file-empty');
  if (bytes.length > limits.sourceBytes) throw new FaultySource('file-too-large');
  const { kind, isOtherThanNamed } = kindOfFile(bytes, brought.name);
  if (isOtherThanNamed) told.add('other-kind');
  if (kind === 'docx') {
    const { wordBlocks } = await import('./word-blocks.ts');
    return {
      blocks: await wordBlocks(bytes, told),
      notices: [],
      encoding: null,
      isGuessed: false,
    };
  }
  const { text, encoding, isGuessed, broken } = decode(bytes, brought.encoding, kind === 'html');
  told.add('broken-characters', broken);
  const tell = told.add.bind(told);
  return { blocks: await blocksOf(kind, text, tell), notices: [], encoding, isGuessed };
}

// What reads one kind takes a second to load: a thread loads what it needs.
async function blocksOf(
  kind: 'html' | 'markdown' | 'text',
  text: string,
  tell: SourceNotices['add'],
): Promise<readonly ReadBlock[]> {
  if (text.length > readBounds.characters) throw new FaultySource('file-too-much');
  if (kind === 'text') return textBlocks(text);
  if (kind === 'html') return (await import('./html-blocks.ts')).htmlBlocks(text, tell);
  return (await import('./markdown-blocks.ts')).markdownBlocks(text, tell);
}

/** A file or a pasted text as blocks; what did not come over as it was is told. */
export async function readFile(brought: Brought): Promise<ReadFile> {
  const told = new SourceNotices();
  const file = await read(brought, told);
  const blocks = told.clean(file.blocks);
  if (blocks.every(({ aside }) => aside !== null)) throw new FaultySource('file-empty');
  return { ...file, blocks, notices: told.list() };
}
