import AhoCorasick from 'modern-ahocorasick';
import type { FoldHan } from './folded.ts';
import { squeeze } from './squeezed.ts';

/** Words that hold a note on a work. */
export interface WordList {
  readonly id: string;
  readonly name: string;
  readonly words: readonly string[];
  /** Whether an author is told which of its words the note has. */
  readonly isTold: boolean;
  /** Whether it holds notes also while they are published at once. */
  readonly holdsInPublish: boolean;
}

export interface FoundWord {
  readonly list: Omit<WordList, 'words'>;
  /** As the list has it. */
  readonly word: string;
}

export interface WordMatcher {
  /** The listed words that stand in a text, in the order of the lists; each once a list. */
  readonly find: (text: string) => readonly FoundWord[];
}

/** More different words than anybody reads; it ends the search of a text made of nothing else. */
const mostFound = 100;

/** A word as it is sought: with its spaces, and where it has some also without. */
function formsOf(word: string, foldHan: FoldHan | undefined): readonly string[] {
  const { text } = squeeze(word, foldHan);
  return text === '' ? [] : [...new Set([text, text.replaceAll(' ', '')])];
}

/**
 * Lists made ready for many texts. Words are compared literally, folded as `squeeze` does: at the
 * edges of words where a script sets spaces, anywhere among hanzi. The automaton reads a text once
 * whatever the number of words; of those that end at one place each is looked at, which are no
 * more than the longest word has letters.
 */
export function compileWords(lists: readonly WordList[], foldHan?: FoldHan): WordMatcher {
  const byForm = new Map<string, { readonly order: number; readonly found: FoundWord }[]>();
  let order = 0;
  for (const { words, ...list } of lists)
    for (const word of words) {
      order += 1;
      for (const form of formsOf(word, foldHan)) {
        const entries = byForm.get(form) ?? [];
        entries.push({ order, found: { list, word } });
        byForm.set(form, entries);
      }
    }
  if (byForm.size === 0) return { find: () => [] };
  const automaton = new AhoCorasick([...byForm.keys()]);

  return {
    find(source) {
      const { text, edges } = squeeze(source, foldHan);
      const forms = new Set<string>();
      for (const { pattern, start, end } of automaton.iterate(text)) {
        if (edges[start] === 1 && edges[end] === 1) forms.add(pattern);
        if (forms.size >= mostFound) break;
      }
      const found = [...forms].flatMap((form) => byForm.get(form) ?? []);
      found.sort((a, b) => a.order - b.order);
      return [...new Set(found.map((one) => one.found))];
    },
  };
}
