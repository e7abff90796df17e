import {
  limits,
  type SourceEncoding,
  type SourceFault,
  type SourceNotice,
} from '@glossator/contract';
import { FaultyDocx, type DocxFault } from '../../../word-file/bounds.ts';
import { Notices } from '../../../word-file/notices.ts';
import { toHtml } from '../../../word-file/to-html.ts';
import { unpack } from '../../../word-file/unpack.ts';
import { FaultySource, readBounds } from './bounds.ts';
import { decode } from './decode.ts';
import { htmlBlocks } from './html-blocks.ts';
import { kindOfFile } from './kind-of-file.ts';
import { markdownBlocks } from './markdown-blocks.ts';
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

const wordFaults: Readonly<Record<DocxFault, SourceFault>> = {
  'docx-not-word': 'file-not-word',
  'docx-old-format': 'file-old-word',
  'docx-malformed': 'file-damaged',
  'docx-too-large': 'file-too-much',
  'docx-empty': 'file-empty',
  'docx-too-many-parts': 'file-too-much',
};

async function wordBlocks(bytes: Buffer, told: SourceNotices): Promise<readonly ReadBlock[]> {
  const notices = new Notices();
  try {
    const page = await toHtml(await unpack(bytes, notices), notices);
    const blocks = htmlBlocks(page, (kind) => {
      told.add(kind);
    });
    told.fromWord(notices.list());
    return blocks;
  } catch (error) {
    if (error instanceof FaultyDocx) throw new FaultySource(wordFaults[error.fault], error);
    throw error;
  }
}

async function read(brought: Brought, told: SourceNotices): Promise<ReadFile> {
  if (brought.kind === 'paste')
    return { blocks: textBlocks(brought.text), notices: [], encoding: null, isGuessed: false };
  const bytes = Buffer.from(brought.bytes);
  if (bytes.length === 0) throw new FaultySource('file-empty');
  if (bytes.length > limits.sourceBytes) throw new FaultySource('file-too-large');
  const { kind, isOtherThanNamed } = kindOfFile(bytes, brought.name);
  if (isOtherThanNamed) told.add('other-kind');
  if (kind === 'docx')
    return {
      blocks: await wordBlocks(bytes, told),
      notices: [],
      encoding: null,
      isGuessed: false,
    };
  const { text, encoding, isGuessed, broken } = decode(bytes, brought.encoding, kind === 'html');
  told.add('broken-characters', broken);
  const tell = told.add.bind(told);
  return { blocks: blocksOf(kind, text, tell), notices: [], encoding, isGuessed };
}

function blocksOf(
  kind: 'html' | 'markdown' | 'text',
  text: string,
  tell: SourceNotices['add'],
): readonly ReadBlock[] {
  if (text.length > readBounds.characters) throw new FaultySource('file-too-much');
  if (kind === 'text') return textBlocks(text);
  return kind === 'html' ? htmlBlocks(text, tell) : markdownBlocks(text, tell);
}

/** A file or a pasted text as blocks; what did not come over as it was is told. */
export async function readFile(brought: Brought): Promise<ReadFile> {
  const told = new SourceNotices();
  const file = await read(brought, told);
  const blocks = told.clean(file.blocks);
  if (blocks.every(({ aside }) => aside !== null)) throw new FaultySource('file-empty');
  return { ...file, blocks, notices: told.list() };
}
