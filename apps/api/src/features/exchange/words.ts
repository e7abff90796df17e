import { limits, type LeftOutReason, type Locale } from '@glossator/contract';
import { checkText, codePointLength } from '@glossator/document';
import { readTags, tagLimits } from '@glossator/domain';
import { oneLine, type ForeignNote } from './foreign-note.ts';

/** Tags within our bounds, and those that do not fit them. */
export function fitTags(tags: readonly string[]): { kept: string[]; cut: string[] } {
  const kept: string[] = [];
  const cut: string[] = [];
  for (const tag of tags.slice(0, 200)) {
    const read = readTags([...kept, tag]);
    if (read.ok) kept.splice(0, kept.length, ...read.value);
    else cut.push(oneLine(tag, tagLimits.length));
  }
  return { kept, cut: cut.filter((tag) => tag !== '').slice(0, 20) };
}

const sources = { hypothesis: 'Hypothesis', w3c: 'W3C' } as const;

// In a code span, so that nothing in it is a mark or a mention of somebody here.
const asWritten = (text: string): string => `\`${text.replaceAll('`', '’')}\``;

/**
 * Says in the note itself where it comes from: its words may be somebody else's, and no account of
 * ours is named for them.
 */
export function provenance(
  { author, written }: Pick<ForeignNote, 'author' | 'written'>,
  source: keyof typeof sources,
  locale: Locale,
): string {
  const by = author === '' ? '' : asWritten(author);
  const on = written.slice(0, 10);
  const name = sources[source];
  const parts =
    locale === 'en'
      ? [`Imported from ${name}`, by && `; written by ${by}`, by && on && ` on ${on}`, '.']
      : [`自 ${name} 导入`, by && `；作者：${by}`, by && on && `，写于 ${on}`, '。'];
  return `*${parts.join('')}*`;
}

export type Worded =
  | { readonly ok: true; readonly body: string }
  | { readonly ok: false; readonly reason: LeftOutReason };

/** The text of a note as it will be stored, or why it cannot be. */
export function wordNote(note: ForeignNote, source: keyof typeof sources, locale: Locale): Worded {
  if (note.body.trim() === '') return { ok: false, reason: 'no-text' };
  // Before anything walks through it character by character.
  if (note.body.length > limits.noteLength * 2) return { ok: false, reason: 'too-long' };
  const checked = checkText(note.body);
  if (!checked.ok) return { ok: false, reason: 'characters' };
  const body = `${checked.value.trimEnd()}\n\n${provenance(note, source, locale)}`;
  return codePointLength(body) > limits.noteLength
    ? { ok: false, reason: 'too-long' }
    : { ok: true, body };
}
