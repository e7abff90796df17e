import { describe, expect, test } from 'vitest';
import { askedAt, listTrigger, noteTriggers } from './trigger.ts';

/** The caret stands at the bar. */
function asked(marked: string) {
  const caret = marked.indexOf('|');
  const found = askedAt(marked.replace('|', ''), caret, noteTriggers);
  if (found === null) return null;
  const text = marked.replace('|', '');
  return [found.kind, found.query, text.slice(found.start, found.end)];
}

describe('what is asked for at the caret', () => {
  test.each([
    ['see [[|', ['reference', '', '[[']],
    ['see [[4.3|', ['reference', '4.3', '[[4.3']],
    ['[[网络 安全|', ['reference', '网络 安全', '[[网络 安全']],
    ['[[4.3|]] and', ['reference', '4.3', '[[4.3]]']],
    ['[[4.3]] [[a|', ['reference', 'a', '[[a']],
    ['@|', ['person', '', '@']],
    ['ask @li-wei.2|', ['person', 'li-wei.2', '@li-wei.2']],
    ['请@李|伟', ['person', '李', '@李']],
    ['(@Ada|)', ['person', 'Ada', '@Ada']],
    // Nothing is asked for.
    ['[[4.3]]|', null],
    ['[4.3|', null],
    ['[[4.3\n|', null],
    ['ada@|', null],
    ['https://x.org/@a|', null],
    ['@ada |', null],
    ['@@|', null],
    ['|[[', null],
    [`[[${'a'.repeat(61)}|`, null],
  ])('%s', (marked, expected) => {
    expect(asked(marked)).toEqual(expected);
  });
});

test.each([
  ['sov', ['sov', 0]],
  ['law, sov', ['sov', 5]],
  ['法律，#主权', ['主权', 3]],
  ['two words, and more', ['and more', 11]],
  ['law, ', null],
  ['', null],
])('the word of a list: %s', (text, expected) => {
  const found = askedAt(text, text.length, [listTrigger]);
  expect(found === null ? null : [found.query, found.start]).toEqual(expected);
});

test('a long text is not read through at every key', () => {
  const text = `${'[[a '.repeat(250_000)}[[x`;
  const begun = process.cpuUsage();
  for (let n = 0; n < 1_000; n += 1) askedAt(text, text.length, noteTriggers);
  const { user, system } = process.cpuUsage(begun);
  expect((user + system) / 1_000).toBeLessThan(1_000);
});
