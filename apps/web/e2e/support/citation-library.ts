// A citation library that is not ours, as any program that takes our files would be. Its input is
// always named: left to guess, it may take a text for an address and fetch it.
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';

interface Read {
  readonly id?: string;
  readonly title?: string;
  readonly type?: string;
  readonly URL?: string;
  readonly 'container-title'?: string;
  readonly author?: readonly { readonly literal?: string; readonly family?: string }[];
}

const forms = { bib: '@bibtex/text', ris: '@ris/file', 'csl.json': '@csl/list+object' } as const;
export type FileEnding = keyof typeof forms;
export const fileEndings = Object.keys(forms) as FileEnding[];

export function readFile(ending: FileEnding, text: string): readonly Read[] {
  const input: unknown = ending === 'csl.json' ? JSON.parse(text) : text;
  const options = { forceType: forms[ending], generateGraph: false };
  return new Cite(input, options as ConstructorParameters<typeof Cite>[1]).data as readonly Read[];
}
