// A citation library that is not ours, as any program that takes our files would be. Its input is
// always named: left to guess, it may take a text for an address and fetch it.
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { CslItem } from '../../src/cite/index.ts';

type Read = Partial<CslItem>;

function read(text: unknown, forceType: string): readonly Read[] {
  const options = { forceType, generateGraph: false };
  return new Cite(text, options as ConstructorParameters<typeof Cite>[1]).data as readonly Read[];
}

export const readBibtex = (text: string): readonly Read[] => read(text, '@bibtex/text');
export const readRis = (text: string): readonly Read[] => read(text, '@ris/file');
export const readCsl = (items: unknown): readonly Read[] => read(items, '@csl/list+object');
