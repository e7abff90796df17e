import { distinctIds } from './item-ids.ts';
import {
  isItem,
  isUnread,
  unread,
  type Read,
  type ReadItem,
  type UnreadPassage,
} from './problems.ts';
import { readBibtex } from './read-bibtex.ts';
import { readCslJson } from './read-csl-json.ts';
import { doiIn, readDois, withDois } from './read-dois.ts';
import { bibliographyLimits } from './read-entries.ts';
import { readRis } from './read-ris.ts';

export const pastedForms = ['bibtex', 'ris', 'csl', 'doi'] as const;
export type PastedForm = (typeof pastedForms)[number];

export interface ReadBibliography {
  /** Null: none that we know. */
  readonly form: PastedForm | null;
  readonly items: readonly ReadItem[];
  /** Everything else that was pasted, in its order, so that nothing is lost. */
  readonly unread: readonly UnreadPassage[];
}

function formOf(text: string): PastedForm | null {
  if (/^\s*[[{]/u.test(text)) return 'csl';
  if (/^\s*TY {1,3}-/mu.test(text)) return 'ris';
  if (/@\s*[A-Za-z][\w-]*\s*[{(]/u.test(text)) return 'bibtex';
  return text.split('\n').some((line) => doiIn(line) !== null) ? 'doi' : null;
}

const readers: Readonly<Record<PastedForm, (text: string) => readonly Read[]>> = {
  bibtex: (text) => readBibtex(text).flatMap(withDois),
  ris: (text) => readRis(text).flatMap(withDois),
  csl: readCslJson,
  doi: readDois,
};

/** Items of a pasted BibTeX, RIS or CSL-JSON text, or of DOIs on lines of their own. */
export function readBibliography(pasted: string): ReadBibliography {
  const text = pasted.toWellFormed().replace(/^\uFEFF/u, '');
  const none = (problem: 'too-long' | 'not-recognised'): ReadBibliography => ({
    form: null,
    items: [],
    unread: [unread({ text, line: 1 }, problem)],
  });
  if (text.trim() === '') return { form: null, items: [], unread: [] };
  if (text.length > bibliographyLimits.characters) return none('too-long');
  const form = formOf(text);
  if (form === null) return none('not-recognised');
  const read = readers[form](text);
  return { form, items: distinctIds(read.filter(isItem)), unread: read.filter(isUnread) };
}
