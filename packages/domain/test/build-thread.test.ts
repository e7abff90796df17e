import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildThread, type Threadable, type ThreadNode } from '../src/index.ts';

const note = (id: string, parentId: string | null, more: Partial<Threadable> = {}): Threadable => ({
  id,
  parentId,
  readable: true,
  lasting: false,
  ...more,
});

/** Notation: `a(b(c) d)`, a tombstone in capitals. */
function draw(node: ThreadNode<Threadable> | null): string {
  if (node === null) return '';
  const name = node.note.readable ? node.note.id : node.note.id.toUpperCase();
  const replies = node.replies.map(draw).join(' ');
  return replies === '' ? name : `${name}(${replies})`;
}

describe('tombstones', () => {
  test.each([
    ['a leaf vanishes', [note('a', null), note('b', 'a', { readable: false })], 'a'],
    [
      'a parent keeps its place',
      [note('a', null), note('b', 'a', { readable: false }), note('c', 'b')],
      'a(B(c))',
    ],
    ['an empty thread is nothing', [note('a', null, { readable: false })], ''],
    [
      'a withheld note stays',
      [note('a', null, { readable: false, lasting: true }), note('b', 'a', { readable: false })],
      'A',
    ],
  ] as const)('%s', (_name, notes, expected) => {
    expect(draw(buildThread<Threadable>(notes))).toBe(expected);
  });
});

test('a reply whose parent is missing hangs under the root', () => {
  expect(draw(buildThread([note('a', null), note('b', 'gone')]))).toBe('a(b)');
});

test('no notes, no thread', () => {
  expect(buildThread([])).toBeNull();
});

test('siblings keep their order', () => {
  const notes = [note('a', null), note('b', 'a'), note('c', 'a'), note('d', 'b'), note('e', 'a')];
  expect(draw(buildThread(notes))).toBe('a(b(d) c e)');
});

test('ten thousand replies deep', () => {
  const notes = Array.from({ length: 10_000 }, (_, n) =>
    note(String(n), n === 0 ? null : String(n - 1)),
  );
  let node = buildThread(notes);
  let depth = 0;
  while (node?.replies[0] !== undefined) {
    node = node.replies[0];
    depth += 1;
    expect(node.depth).toBe(depth);
  }
  expect(depth).toBe(9_999);
});

test('every readable note appears exactly once', () => {
  const threads = fc.array(fc.record({ parent: fc.nat(), readable: fc.boolean() }), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(threads, (seeds) => {
      const notes = seeds.map((seed, n) =>
        note(`n${String(n)}`, n === 0 ? null : `n${String(seed.parent % n)}`, {
          readable: seed.readable,
        }),
      );
      const seen: string[] = [];
      const walk = (node: ThreadNode<Threadable> | null): void => {
        if (node === null) return;
        if (node.note.readable) seen.push(node.note.id);
        node.replies.forEach(walk);
      };
      walk(buildThread(notes));
      expect(seen.sort()).toEqual(
        notes
          .filter((each) => each.readable)
          .map((each) => each.id)
          .sort(),
      );
    }),
  );
});
