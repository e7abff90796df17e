import { describe, expect, test } from 'vitest';
import {
  marginAudiences,
  marginNoteRules,
  marginThreadRules,
  tellsMarginName,
  type AboutMarginNote,
  type AboutMarginThread,
  type MarginNoteAbility,
  type MarginReader,
  type MarginThreadAbility,
} from '../../src/index.ts';

const bits = [false, true];
const readers: readonly MarginReader[] = (
  ['reviewer', 'editor', 'author', 'witness'] as const
).flatMap((as) => bits.map((isAtWork) => ({ as, isAtWork })));

/** Every thread, as every reader has it. */
const threads: readonly AboutMarginThread[] = readers.flatMap((reader) =>
  marginAudiences.flatMap((audience) =>
    bits.flatMap((isOwn) =>
      bits.flatMap((hasAdvised) =>
        bits.flatMap((isTold) =>
          bits.map((isSettled) => ({ reader, audience, isOwn, hasAdvised, isTold, isSettled })),
        ),
      ),
    ),
  ),
);
const notes: readonly AboutMarginNote[] = readers.flatMap((reader) =>
  bits.flatMap((isOwn) =>
    bits.flatMap((isTold) => bits.map((isRemoved) => ({ reader, isOwn, isTold, isRemoved }))),
  ),
);

const may = (ability: MarginThreadAbility) => threads.filter(marginThreadRules[ability]);
const mayNote = (ability: MarginNoteAbility) => notes.filter(marginNoteRules[ability]);

describe('threads in the margin', () => {
  test('editors see all of them', () => {
    for (const each of threads) if (each.reader.as === 'editor') expect(may('see')).toContain(each);
  });

  test('whoever writes the commentary sees what was told and is for them, and nothing else', () => {
    for (const each of threads)
      if (each.reader.as === 'author' || each.reader.as === 'witness')
        expect(marginThreadRules.see(each)).toBe(each.isTold && each.audience === 'authors');
  });

  test('a reviewer sees their own, and others’ once they have advised, never those for editors', () => {
    for (const each of threads)
      if (each.reader.as === 'reviewer')
        expect(marginThreadRules.see(each)).toBe(
          each.isOwn || (each.hasAdvised && each.audience === 'authors'),
        );
  });

  test('nobody answers in what they do not see, out of time, or as a witness', () => {
    for (const each of may('answer')) {
      expect(may('see')).toContain(each);
      expect(each.reader.isAtWork).toBe(true);
      expect(each.reader.as).not.toBe('witness');
      if (each.reader.as === 'reviewer') expect(each.isOwn).toBe(true);
    }
    expect(new Set(may('answer').map(({ reader }) => reader.as))).toEqual(
      new Set(['reviewer', 'editor', 'author']),
    );
  });

  test('authors say that one is dealt with; whoever answers in it says that it is not', () => {
    expect(may('settle').length).toBeGreaterThan(0);
    for (const each of may('settle'))
      expect([each.reader.as, each.isSettled]).toEqual(['author', false]);
    expect(may('reopen')).toEqual(may('answer').filter(({ isSettled }) => isSettled));
  });
});

describe('notes in a thread that one sees', () => {
  test('what was told is changed by nobody, nor what another wrote', () => {
    for (const ability of ['change', 'remove'] as const) {
      expect(mayNote(ability).length).toBeGreaterThan(0);
      for (const each of mayNote(ability))
        expect(each).toMatchObject({ isOwn: true, isTold: false, isRemoved: false });
    }
    for (const each of mayNote('restore'))
      expect(each).toMatchObject({ isOwn: true, isRemoved: true });
  });

  test('authors see of a thread what they were told, and what they wrote', () => {
    for (const each of notes)
      expect(marginNoteRules.see(each)).toBe(
        each.reader.as === 'editor' || each.reader.as === 'reviewer' || each.isOwn || each.isTold,
      );
  });
});

describe('who is named', () => {
  const reader = (as: MarginReader['as']): MarginReader => ({ as, isAtWork: true });
  test.each([
    ['reviewer', 'reviewer', 'open', false],
    ['reviewer', 'editor', 'open', false],
    ['reviewer', 'author', 'open', false],
    ['author', 'reviewer', 'open', true],
    ['author', 'reviewer', 'closed', false],
    ['witness', 'reviewer', 'closed', false],
    ['author', 'editor', 'closed', true],
    ['author', 'author', 'closed', true],
    ['editor', 'reviewer', 'closed', true],
    ['editor', 'author', 'closed', true],
  ] as const)(
    'to a reader who is %s, a %s in a round of %s names: %s',
    (as, writtenAs, names, is) => {
      expect(tellsMarginName({ reader: reader(as), isOwn: false, writtenAs, names })).toBe(is);
      expect(tellsMarginName({ reader: reader(as), isOwn: true, writtenAs, names })).toBe(true);
    },
  );
});
