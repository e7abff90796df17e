import type { AnnotationView } from '@glossator/contract';
import { describe, expect, it } from 'vitest';
import { flattenThread, maxIndent } from './flatten-thread.ts';

const none = {
  reply: false,
  edit: false,
  'read-history': false,
  delete: false,
  restore: false,
  hide: false,
  unhide: false,
  copy: false,
  flag: false,
  'read-decisions': false,
  'mark-useful': false,
};

function note(
  id: string,
  parent: string | null,
  over: Partial<AnnotationView> = {},
): AnnotationView {
  return {
    id,
    thread: 't',
    parent,
    state: 'published',
    version: 1,
    created: '2026-01-01T00:00:00Z',
    changed: '2026-01-01T00:00:00Z',
    edited: false,
    author: { id: 'p', name: id, handle: id },
    kind: 'comment',
    tags: [],
    copiedFrom: null,
    body: id,
    html: id,
    seen: [],
    reason: null,
    review: null,
    reasonClass: null,
    useful: 0,
    marked: false,
    abilities: none,
    ...over,
  };
}

const gone = { state: 'deleted', html: null, body: null, author: null } as const;

describe('a thread in reading order', () => {
  it('puts every reply under what it answers, oldest first', () => {
    const rows = flattenThread([note('a', null), note('b', 'a'), note('c', 'a'), note('d', 'b')]);
    expect(rows.map((row) => row.note.id)).toEqual(['a', 'b', 'd', 'c']);
    expect(rows.map((row) => row.depth)).toEqual([0, 1, 2, 1]);
  });

  it('stops moving in, and says whom a deeper reply answers', () => {
    const notes = Array.from({ length: 12 }, (_, index) =>
      note(String(index), index === 0 ? null : String(index - 1)),
    );
    const rows = flattenThread(notes);
    expect(Math.max(...rows.map(({ indent }) => indent))).toBe(maxIndent);
    expect(rows[maxIndent]?.answers).toBeNull();
    expect(rows[maxIndent + 1]?.answers?.id).toBe(String(maxIndent));
  });

  it('keeps a tombstone over replies and drops one with none', () => {
    const kept = flattenThread([note('a', null, gone), note('b', 'a')]);
    expect(kept.map((row) => row.note.id)).toEqual(['a', 'b']);
    expect(flattenThread([note('a', null), note('b', 'a', gone)])).toHaveLength(1);
  });

  it('keeps what its author can still take back', () => {
    const restorable = { ...gone, abilities: { ...none, restore: true } };
    expect(flattenThread([note('a', null, restorable)])).toHaveLength(1);
  });

  it('survives ten thousand replies in a row', () => {
    const notes = Array.from({ length: 10_000 }, (_, index) =>
      note(String(index), index === 0 ? null : String(index - 1)),
    );
    expect(flattenThread(notes)).toHaveLength(10_000);
  });
});
