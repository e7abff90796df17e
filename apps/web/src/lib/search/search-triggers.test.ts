import { describe, expect, test } from 'vitest';
import { askedAt } from '#lib/complete/trigger.ts';
import { searchTriggers } from './search-triggers.ts';

/** The caret stands at the bar. */
function asked(marked: string) {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = askedAt(text, caret, searchTriggers);
  return found === null ? null : [found.kind, found.query, text.slice(found.start, found.end)];
}

describe('what a search is completed with at the caret', () => {
  test.each([
    ['by:|', ['by', '', 'by:']],
    ['by:li|', ['by', 'li', 'by:li']],
    ['By：李|', ['by', '李', 'By：李']],
    ['主权 tag:so|', ['tag', 'so', 'tag:so']],
    ['tag:"two wo|', ['tag', '"two wo', 'tag:"two wo']],
    ['"a phrase" kind:q|', ['kind', 'q', 'kind:q']],
    ['a in:4.3|', ['in', '4.3', 'in:4.3']],
    ['since:2026-|', ['since', '2026-', 'since:2026-']],
    ['k|', ['operator', 'k', 'k']],
    ['主权 ta|', ['operator', 'ta', 'ta']],
    ['by:ada ki|', ['operator', 'ki', 'ki']],
    // Nothing is asked for.
    ['|', null],
    ['by:ada |', null],
    ['主权|', null],
    ['nearby:x|', null],
    ['"so it stands by:ada|', null],
    ['"in a phrase kin|', null],
    ['sovereignty|', null],
    ['-tag:x|', null],
  ])('%s', (marked, expected) => {
    expect(asked(marked)).toEqual(expected);
  });
});

test('a long search is not read through at every key', () => {
  for (const piece of ['by:"a ', '" " ', 'a '])
    for (const end of ['by:x', 'tag:"x', 'x']) {
      const text = piece.repeat(100_000) + end;
      const begun = process.cpuUsage();
      for (let n = 0; n < 1_000; n += 1) askedAt(text, text.length, searchTriggers);
      const { user, system } = process.cpuUsage(begun);
      expect((user + system) / 1_000).toBeLessThan(1_000);
    }
});
