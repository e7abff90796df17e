import type { SourceEncoding, SourceFault, SourceNotice } from '@glossator/contract';
import { proposeImport } from '@glossator/document/import';
import { packed } from '../packed.ts';
import { FaultySource } from './bounds.ts';
import { readFile, type Brought } from './read-file.ts';
import { textOf, withAsides, type ReadSource } from './set-aside.ts';

export interface ToRead {
  readonly lang: string;
  readonly brought: Brought;
}

export interface FoundInSource {
  readonly encoding: SourceEncoding | null;
  readonly isGuessed: boolean;
  readonly notices: readonly SourceNotice[];
}

export type Proposed =
  | {
      readonly ok: true;
      /** The proposal, packed. */
      readonly body: Uint8Array;
      readonly found: readonly FoundInSource[];
    }
  | {
      readonly ok: false;
      readonly fault: SourceFault;
      /** Number of the source that it is about. */
      readonly at: number;
      /** What was found before it failed. */
      readonly found: readonly FoundInSource[];
    };

/** Share of the whole that reading takes, where proposing takes the rest. */
const reading = 0.2;

/** What was brought, read and proposed from. `tell` is given a fraction now and then. */
export async function propose(
  sources: readonly ToRead[],
  tell: (fraction: number) => void,
): Promise<Proposed> {
  const found: FoundInSource[] = [];
  const read: ReadSource[] = [];
  try {
    for (const [n, { lang, brought }] of sources.entries()) {
      const { blocks, ...file } = await readFile(brought);
      found.push(file);
      const name = brought.kind === 'file' ? brought.name : '';
      read.push({ name, lang: lang === '' ? null : lang, blocks });
      tell((reading * (n + 1)) / sources.length);
    }
  } catch (error) {
    if (error instanceof FaultySource)
      return { ok: false, fault: error.fault, at: found.length, found };
    throw error;
  }
  const proposed = proposeImport(read.map(textOf), {
    onProgress: (fraction) => {
      tell(reading + (0.98 - reading) * fraction);
    },
  });
  if (!proposed.ok) return { ok: false, fault: 'file-empty', at: 0, found };
  return { ok: true, body: await packed(withAsides(proposed.value, read)), found };
}
