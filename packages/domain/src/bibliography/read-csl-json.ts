import { unread, type Read } from './problems.ts';
import { readEntries, readRecord } from './read-entries.ts';
import { splitJson, type JsonPassage } from './split-json.ts';

function readElement(passage: JsonPassage): Read {
  try {
    return readRecord(passage, JSON.parse(passage.text));
  } catch (error) {
    const position = / position (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1];
    const before = passage.text.slice(0, Number(position ?? 0)).split('\n').length - 1;
    return unread(passage, 'syntax', { at: passage.line + before });
  }
}

export const readCslJson = (text: string): readonly Read[] =>
  readEntries(
    splitJson(text),
    ({ kind }) => kind === 'element',
    (passage) => {
      if (passage.kind === 'element') return readElement(passage);
      return /^[\s,[\]]*$/u.test(passage.text) ? null : unread(passage, 'outside');
    },
  );
