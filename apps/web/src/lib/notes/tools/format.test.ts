import { expect, test } from 'vitest';
import { applyFormat, type Format } from './format.ts';

/** Brackets ‹ › stand around what is selected, before and after. */
function applied(format: Format, marked: string): string {
  const start = marked.indexOf('‹');
  const end = marked.indexOf('›') - 1;
  const text = marked.replace('‹', '').replace('›', '');
  const change = applyFormat(format, text, start, end);
  const after = text.slice(0, change.start) + change.insert + text.slice(change.end);
  return `${after.slice(0, change.from)}‹${after.slice(change.from, change.to)}›${after.slice(change.to)}`;
}

test.each<[Format, string, string]>([
  ['bold', 'a ‹b› c', 'a **‹b›** c'],
  ['bold', 'a **‹b›** c', 'a ‹b› c'],
  ['bold', '‹›', '**‹›**'],
  ['italic', '网‹络›', '网*‹络›*'],
  ['italic', '*‹b›*', '‹b›'],
  ['italic', '**‹b›**', '***‹b›***'],
  ['quote', 'one\nt‹w›o\nthree', 'one\n‹> two›\nthree'],
  ['quote', '‹> one\n> two›', '‹one\ntwo›'],
  ['list', '‹one\ntwo›', '‹- one\n- two›'],
  ['list', '‹›', '- ‹›'],
  ['link', 'see ‹this›', 'see [this](https://‹›)'],
  ['link', '‹›', '[‹›](https://)'],
  ['footnote', 'a‹› b\n', 'a[^1] b\n\n[^1]: ‹›'],
  ['footnote', 'a[^1] b‹›\n\n[^1]: x', 'a[^1] b[^2]\n\n[^1]: x\n\n[^2]: ‹›'],
  ['reference', 'see ‹x›', 'see [[‹›'],
])('%s: %s', (format, before, after) => {
  expect(applied(format, before)).toBe(after);
});
