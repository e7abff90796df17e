import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';

// The form of the input is always named. Left to guess, the library may take a text for an address
// and fetch it.
const forms = { bibtex: '@biblatex/text', ris: '@ris/file' } as const;

export interface SyntaxTrouble {
  /** Of the text that was given, from 1; null where the library says none. */
  readonly line: number | null;
  /** `comma`: the token that had to stand there; '' where it is not said. */
  readonly expected: string;
}

/** CSL-JSON as the library makes it, unchecked, or where it stumbled. */
export function parseWithLibrary(
  text: string,
  form: keyof typeof forms,
): { readonly records: readonly unknown[] } | { readonly trouble: SyntaxTrouble } {
  const options = { forceType: forms[form], generateGraph: false };
  try {
    return { records: new Cite(text, options as ConstructorParameters<typeof Cite>[1]).data };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const line = / at line (\d+)/u.exec(message)?.[1];
    return {
      trouble: {
        line: line === undefined ? null : Number(line),
        expected: expectedIn(message),
      },
    };
  }
}

/** A field where the entry might end: what is missing is the comma between them. */
const expectedIn = (message: string): string =>
  message.includes('expected "rbrace", got "identifier"')
    ? 'comma'
    : (/expected "([a-z]+)"/iu.exec(message)?.[1] ?? '');

const config: unknown = plugins.config.get('@bibtex');

/** Names that need no `@string`: the months, and the journals of BibTeX's own styles. */
export const definedStrings: ReadonlySet<string> = new Set(namesIn(config));

function namesIn(value: unknown): readonly string[] {
  const { constants } = value as { constants?: { defaultStrings?: object } };
  return Object.keys(constants?.defaultStrings ?? {});
}
