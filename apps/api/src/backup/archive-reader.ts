import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { OperatorError } from '../db/operator-error.ts';
import { manifestName, parseManifest, type Manifest, type Part } from './format.ts';

type Visit = (name: string, content: AsyncIterable<Buffer>) => Promise<void>;

/** Reads the entries in their order; each must be read to its end by `visit`. */
export async function eachEntry(file: string, visit: Visit): Promise<void> {
  const tar = extract();
  const source = createReadStream(file);
  const plain = createGunzip();
  const fail = (error: Error) => {
    tar.destroy(error);
  };
  source.once('error', fail);
  plain.once('error', fail);
  plain.on('data', (chunk: Buffer) => {
    if (tar.write(chunk)) return;
    plain.pause();
    tar.once('drain', () => plain.resume());
  });
  plain.once('end', () => {
    tar.end(undefined);
  });
  source.pipe(plain);
  try {
    for await (const entry of tar) await visit(entry.header.name, entry as AsyncIterable<Buffer>);
  } finally {
    source.destroy();
    plain.destroy();
  }
}

/** The manifest, after every part was found whole and nothing else in the file. Writes nothing. */
export async function verifyArchive(file: string): Promise<Manifest> {
  const found = new Map<string, string>();
  const manifests: string[] = [];
  try {
    await eachEntry(file, async (name, content) => {
      const hash = createHash('sha256');
      const kept: Buffer[] = [];
      for await (const chunk of content) {
        hash.update(chunk);
        if (name === manifestName) kept.push(chunk);
      }
      if (name === manifestName) manifests.push(Buffer.concat(kept).toString());
      else found.set(name, hash.digest('hex'));
    });
  } catch (error) {
    throw new OperatorError(
      `${file} cannot be read (${(error as Error).message}): nothing was written; use another copy of the back-up.`,
      { cause: error },
    );
  }
  const [text] = manifests;
  if (text === undefined) throw damaged(file, 'it is cut off');
  const manifest = parseManifest(text, file);
  const expected = [
    ...manifest.tables.flatMap(({ parts }) => parts),
    ...(manifest.key ? [manifest.key] : []),
  ];
  for (const part of expected) check(part, found, file);
  if (found.size !== expected.length) throw damaged(file, 'it holds parts that nobody listed');
  return manifest;
}

function check(part: Part, found: ReadonlyMap<string, string>, file: string): void {
  if (found.get(part.name) !== part.sha256)
    throw damaged(file, `${part.name} is not as it was written`);
}

const damaged = (file: string, reason: string) =>
  new OperatorError(
    `${file} is damaged, ${reason}: nothing was written; use another copy of the back-up.`,
  );
