import { BibtexStrings } from './bibtex-strings.ts';
import { parseWithLibrary } from './citation-js.ts';
import { unread, type Read } from './problems.ts';
import { readEntries, readRecord, troubled } from './read-entries.ts';
import { splitBibtex, type BibtexPassage } from './split-bibtex.ts';

function readEntry(passage: BibtexPassage, strings: BibtexStrings): Read {
  const definitions = strings.for(passage);
  if ('unknown' in definitions)
    return unread(passage, 'unknown-string', { word: definitions.unknown });
  if ('isTooLong' in definitions) return unread(passage, 'too-long');
  const parsed = parseWithLibrary(definitions.text + passage.text, 'bibtex');
  if ('trouble' in parsed)
    return troubled(passage, parsed.trouble, definitions.text.split('\n').length - 1);
  const [record] = parsed.records;
  return record === undefined ? unread(passage, 'syntax') : readRecord(passage, record);
}

/** Entry by entry, so that a broken one takes no other with it. */
export function readBibtex(text: string): readonly Read[] {
  const strings = new BibtexStrings();
  return readEntries(
    splitBibtex(text),
    ({ kind }) => kind === 'entry' || kind === 'string',
    (passage) => {
      if (passage.kind === 'outside') return unread(passage, 'outside');
      if (!passage.isClosed) return unread(passage, 'unclosed');
      if (passage.kind === 'string')
        return strings.define(passage) ? null : unread(passage, 'syntax');
      return passage.kind === 'entry' ? readEntry(passage, strings) : unread(passage, 'outside');
    },
  );
}
