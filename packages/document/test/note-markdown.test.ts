import { describe, expect, test } from 'vitest';
import { shippedCommentaries } from '../seed/commentaries.ts';
import { noteMarkdown } from '../src/index.ts';

const [commentary] = shippedCommentaries;
if (commentary === undefined) throw new Error('nothing ships');
const written = commentary.entries.map((note) => ({
  note,
  text: noteMarkdown(commentary, note, (edition) => (edition === 'zh-cac' ? 'zh' : 'en')),
}));

describe('a note as Markdown', () => {
  test.each(written.map((each) => [each.note.number, each] as const))('%s', (_, { note, text }) => {
    expect(text.startsWith(note.body)).toBe(true);
    for (const number of note.seeAlso) expect(text).toContain(`[[${number}]]`);
    for (const { edition, number } of note.apparatus)
      expect(text).toContain(`[${number}](/t/ncss-2016/app/${edition}/${number})`);
    const rows = text.split('\n').filter((line) => /^\[\[[^\]]+\]\] \| /.test(line));
    expect(rows).toHaveLength(note.terms?.uses.length ?? 0);
    expect(rows.map((row) => row.slice(2, row.indexOf(']]')))).toEqual(
      (note.terms?.uses ?? []).map(({ path }) => path),
    );
    expect(rows.every((row) => row.split(' | ').length === 4)).toBe(true);
  });

  test('a long table comes in pieces that no bound of a text refuses', () => {
    const tables = written.flatMap(({ text }) =>
      text.split('\n\n').filter((block) => block.startsWith('Clause |')),
    );
    expect(Math.max(...tables.map((table) => table.split('\n').length))).toBeLessThanOrEqual(62);
    expect(tables.length).toBeGreaterThan(15);
  });

  test('the renderings are counted', () => {
    const cyber = written.find(({ note }) => note.terms?.forms.includes('网络'));
    expect(cyber?.text).toContain('189 times: cyberspace 58, cybersecurity 40, online 33, lost 19');
  });
});
