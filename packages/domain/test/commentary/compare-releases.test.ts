import { describe, expect, test } from 'vitest';
import {
  bornOf,
  compareFronts,
  compareParts,
  composeRelease,
  type ComparedPart,
} from '../../src/index.ts';
import { book, draft, entry, place } from './draft.ts';

const told = (before: readonly ComparedPart[], after: readonly ComparedPart[]) =>
  compareParts(before, after).map(
    (each) => `${(each.after ?? each.before)?.label ?? ''}: ${each.changes.join(' ')}`,
  );
const list = (...labels: string[]) => labels.map((label) => entry(label));

describe('parts of two releases', () => {
  test('of the same there is nothing to say', () => {
    expect(told(list('T1', 'T2'), list('T1', 'T2'))).toEqual([]);
  });

  test.each([
    [list('T1'), list('T1', 'T2'), ['T2: added']],
    [list('T1', 'T2'), list('T2'), ['T1: removed']],
    [list('T1', 'T2', 'T3'), list('T1', 'T3'), ['T2: removed']],
    [list('T1', 'T2', 'T3', 'T4'), list('T4', 'T1', 'T2', 'T3'), ['T4: moved']],
    [list('T1', 'T2', 'T3'), list('T3', 'T2', 'T1'), ['T3: moved', 'T2: moved']],
    [[], list('T1'), ['T1: added']],
    [list('T1', 'T2'), [], ['T1: removed', 'T2: removed']],
  ])('%#', (before, after, said) => {
    expect(told(before, after)).toEqual(said);
  });

  test('what is removed is told behind the part behind which it stood', () => {
    const changed = entry('T1', { body: 'Other words.' });
    expect(told(list('T1', 'T2', 'T3'), [changed, ...list('T3', 'T4')])).toEqual([
      'T1: words',
      'T2: removed',
      'T4: added',
    ]);
  });

  test.each([
    [{ body: 'Other.' }, 'words'],
    [{ title: 'Other' }, 'title'],
    [{ places: [place({ from: 's-2' })] }, 'places'],
    [{ title: 'Other', body: 'Other.' }, 'title words'],
  ])('%j is a change of %s', (more, said) => {
    expect(told(list('T1'), [entry('T1', more)])).toEqual([`T1: ${said}`]);
  });

  test('an address that its text was given since is no change', () => {
    expect(told(list('T1'), [entry('T1', { places: [place({ address: '4.2' })] })])).toEqual([]);
  });

  test('with another label it is known by its title, and then by its words', () => {
    expect(told(list('T1'), [entry('T9', { title: 'On T1' })])).toEqual(['T9: label words']);
    expect(told(list('T1'), [entry('T9', { body: 'About T1.' })])).toEqual(['T9: title label']);
  });

  test('two essays of one title are two', () => {
    const essay = (body: string) => entry('', { kind: 'essay', title: 'On', body });
    expect(told([essay('One.'), essay('Two.')], [essay('One.'), essay('Two.')])).toEqual([]);
  });

  test('an introduction is itself, whatever it says', () => {
    const introduction = (body: string) => entry('', { kind: 'introduction', title: '', body });
    expect(told([introduction('Old.')], [introduction('New.')])).toEqual([': words']);
  });
});

test('of title pages it says what is another, whatever the order of keys', () => {
  const publication = { number: '1.0', released: '', change: '', statement: {} };
  const [one, other] = [
    draft({ versions: { a: '1', b: '1' } }),
    draft({ versions: { b: '1', a: '1' }, subtitle: 'More', licence: 'CC0-1.0' }),
  ].map((each) => composeRelease(each, publication));
  if (one == null || other == null) throw new Error('there is no licence');
  expect(compareFronts(one, one)).toEqual([]);
  expect(compareFronts(one, other)).toEqual(['subtitle', 'licence']);
});

test('works cited are part of what is said, whatever the order of their keys', () => {
  const said = { number: '1.0', released: '', change: '', statement: {} };
  const one = composeRelease(
    draft({ items: [book('x')], parts: [entry('T1', { cites: ['x'] })] }),
    said,
  );
  const none = composeRelease(draft({ parts: [entry('T1', { cites: ['x'] })] }), said);
  if (one === null || none === null) throw new Error('there is no licence');
  const turned = (one.items ?? []).map(({ id, type, ...rest }) => ({ ...rest, type, id }));
  expect(compareFronts(one, { ...one, items: turned })).toEqual([]);
  expect(compareFronts(none, one)).toEqual(['items']);
});

describe('where a part was first published', () => {
  const earlier = [
    { ...entry('T1', { title: 'One' }), born: '1.0#1' },
    { ...entry('T2', { title: 'Two' }), born: '1.0#2' },
    { ...entry('T3', { title: 'Three' }), born: '1.1#3' },
  ];

  test('of a first release it is there, in its order', () => {
    expect(bornOf('1.0', list('T1', 'T2'), [])).toEqual(['1.0#1', '1.0#2']);
  });

  test('is kept whatever it says now, and wherever it stands', () => {
    const other = entry('T1', { title: 'Other', body: 'Other.' });
    expect(bornOf('2.0', [...list('T3', 'T2'), other], earlier)).toEqual([
      ...['1.1#3', '1.0#2', '1.0#1'],
    ]);
  });

  test('is kept under another label by its title; what is new is born now', () => {
    const parts = [entry('T9', { title: 'Two' }), entry('T10', { title: 'New', body: 'New.' })];
    expect(bornOf('2.0', parts, earlier)).toEqual(['1.0#2', '2.0#2']);
  });
});
