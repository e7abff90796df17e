import type { ThreadView } from '@glossator/contract';
import { expect, test } from 'vitest';
import { nestAnswers } from './nest-answers.ts';

const thread = (id: string, layer: string, notes: readonly object[]): ThreadView =>
  ({ id, layer, annotations: notes }) as unknown as ThreadView;
const waits = (id: string, answers: string | null) =>
  thread(`t-${id}`, 'waiting', [{ id, parent: null, review: { answers } }]);
const shape = (threads: readonly ThreadView[]) =>
  threads.map(({ id, annotations }) => [id, annotations.map((note) => [note.id, note.parent])]);

test.each([
  [
    'an answer stands under the note it answers, be that a reply',
    'b',
    [
      [
        't',
        [
          ['a', null],
          ['b', 'a'],
          ['x', 'b'],
        ],
      ],
    ],
  ],
  [
    'one whose note is not in the list stays by itself',
    'elsewhere',
    [
      ['t-x', [['x', null]]],
      [
        't',
        [
          ['a', null],
          ['b', 'a'],
        ],
      ],
    ],
  ],
  [
    'a note that answers none stays by itself',
    null,
    [
      ['t-x', [['x', null]]],
      [
        't',
        [
          ['a', null],
          ['b', 'a'],
        ],
      ],
    ],
  ],
])('%s', (_name, answers, expected) => {
  const home = thread('t', 'public', [
    { id: 'a', parent: null, review: null },
    { id: 'b', parent: 'a', review: null },
  ]);
  expect(shape(nestAnswers([waits('x', answers), home]))).toEqual(expected);
});
