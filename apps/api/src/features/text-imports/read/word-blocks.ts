import type { SourceFault } from '@glossator/contract';
import { FaultyDocx, type DocxFault } from '../../../word-file/bounds.ts';
import { Notices } from '../../../word-file/notices.ts';
import { toHtml } from '../../../word-file/to-html.ts';
import { unpack } from '../../../word-file/unpack.ts';
import { FaultySource } from './bounds.ts';
import { htmlBlocks } from './html-blocks.ts';
import type { ReadBlock } from './read-block.ts';
import type { SourceNotices } from './source-notices.ts';

const wordFaults: Readonly<Record<DocxFault, SourceFault>> = {
  'docx-not-word': 'file-not-word',
  'docx-old-format': 'file-old-word',
  'docx-malformed': 'file-damaged',
  'docx-too-large': 'file-too-much',
  'docx-empty': 'file-empty',
  'docx-too-many-parts': 'file-too-much',
};

/** A Word file as the page that it would be. */
export async function wordBlocks(
  bytes: Buffer,
  told: SourceNotices,
): Promise<readonly ReadBlock[]> {
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
