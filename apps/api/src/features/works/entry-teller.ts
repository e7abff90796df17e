import type { ApparatusView } from '@glossator/contract';
import { sharesWords, wordRuns } from '@glossator/document';
import type { LoadedWork, TextStore, VersionText } from './text-store.ts';

type EditionHead = LoadedWork['editions'][number];

// Of versions that are remembered, as long as they are.
const known = new WeakMap<VersionText, ReadonlySet<string>>();

function runsOf(text: VersionText): ReadonlySet<string> {
  const runs =
    known.get(text) ?? wordRuns([...text.texts.values()].map(({ reading }) => reading ?? ''));
  known.set(text, runs);
  return runs;
}

export type EntryTeller = (entry: ApparatusView) => ApparatusView;

/**
 * What is told of entries without the words of editions that a reader may not see: what is noted of one
 * edition quotes the others. The measure is that of the copy: six words in a row.
 */
export async function entryTeller(
  texts: TextStore,
  { editions }: Pick<LoadedWork, 'editions'>,
  isHidden: (head: EditionHead) => boolean,
): Promise<EntryTeller> {
  const hidden: ReadonlySet<string>[] = [];
  for (const head of editions.filter(isHidden))
    hidden.push(runsOf(await texts.version(head.version_id)));
  if (hidden.length === 0) return (entry) => entry;
  const quotes = (words: Readonly<Record<string, string>>): boolean =>
    Object.values(words).some((each) => hidden.some((runs) => sharesWords(each, runs)));
  return (entry) => {
    const note = quotes(entry.note) ? {} : entry.note;
    const evidence = entry.evidence.filter((each) => !quotes(each));
    const isWhole = note === entry.note && evidence.length === entry.evidence.length;
    return isWhole ? entry : { ...entry, note, evidence, withheld: true };
  };
}
