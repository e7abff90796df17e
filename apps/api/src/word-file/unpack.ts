import { buffer } from 'node:stream/consumers';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { ZipFile as Packing } from 'yazl';
import { docxBounds, FaultyDocx } from './bounds.ts';
import { checkXml } from './check-xml.ts';
import type { Notices } from './notices.ts';

/** Of the old binary formats, and of files that a password closes. */
const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const archive = Buffer.from('PK');

/** XML that says something of the words; pictures, themes and what programs keep for themselves are not opened. */
const isRead = (name: string): boolean =>
  /\.(xml|rels)$/i.test(name) &&
  !/(^|\/)(media|theme|glossary|embeddings|customXml|docProps)\//i.test(name);

/** The bytes of one part. What it says of its size is not believed: as many are counted as come out. */
async function inflate(zip: ZipFile, entry: Entry, left: number): Promise<Buffer> {
  const most = Math.min(left, docxBounds.partBytes);
  if (entry.uncompressedSize > most) throw new FaultyDocx('docx-too-large');
  const stream = await zip.openReadStreamPromise(entry);
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > most) throw new FaultyDocx('docx-too-large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

async function partsOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
  if (zip.entryCount > docxBounds.entries) throw new FaultyDocx('docx-too-large');
  const parts = new Map<string, Buffer>();
  let left: number = docxBounds.allBytes;
  for await (const entry of zip.eachEntry()) {
    if (!isRead(entry.fileName)) continue;
    const part = await inflate(zip, entry, left);
    left -= part.length;
    // Of two with one name it could be argued which is meant.
    if (parts.has(entry.fileName)) throw new FaultyDocx('docx-malformed');
    parts.set(entry.fileName, part);
  }
  return parts;
}

/**
 * An archive of the XML alone of a file that says it is a docx: for a reader that has no bounds of its
 * own and would take what it is given.
 */
export async function unpack(bytes: Buffer, notices: Notices): Promise<Buffer> {
  if (bytes.subarray(0, compound.length).equals(compound)) throw new FaultyDocx('docx-old-format');
  if (!bytes.subarray(0, archive.length).equals(archive)) throw new FaultyDocx('docx-not-word');
  let parts: Map<string, Buffer>;
  try {
    parts = await partsOf(bytes);
  } catch (error) {
    throw error instanceof FaultyDocx ? error : new FaultyDocx('docx-malformed', error);
  }
  if (!parts.has('[Content_Types].xml') || !parts.has('_rels/.rels'))
    throw new FaultyDocx('docx-not-word');
  const packing = new Packing();
  for (const [name, part] of parts) {
    checkXml(name, part.toString('utf8'), notices);
    packing.addBuffer(part, name, { compress: false });
  }
  packing.end();
  return buffer(packing.outputStream);
}
