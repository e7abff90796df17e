import { expect, test } from 'vitest';
import { changedPassages } from './changed-passages.ts';

const passage = (address: string, text: string) => ({ address, text });
const shown = (found: ReturnType<typeof changedPassages>) =>
  found.map(({ address, stretches }) => [
    address,
    stretches.map(({ kind, text }) => `${kind[0] ?? ''}:${text}`).join('|'),
  ]);

test('Chinese is compared by character, English by word', () => {
  expect(
    shown(changedPassages([passage('1', '网络安全')], [passage('1', '网信安全')], 'zh')),
  ).toEqual([['1', 's:网|r:络|a:信|s:安全']]);
  expect(
    shown(changedPassages([passage('1', 'cyber space')], [passage('1', 'cyber places')], 'en')),
  ).toEqual([['1', 's:cyber |r:space|a:places']]);
});

test('what was divided stands beside its parts', () => {
  const parts = [passage('1x1', 'One.'), passage('1x2', 'Two.')];
  expect(shown(changedPassages([passage('1', 'One. Two.')], parts, 'en'))).toEqual([
    ['1', 's:One. Two.'],
  ]);
});

test('what is gone is removed as a whole', () => {
  expect(shown(changedPassages([passage('1', 'One.')], [], 'en'))).toEqual([['1', 'r:One.']]);
});
