import { expect, test } from 'vitest';
import { readPrintOptions } from './print-options.ts';

test('an address without choices prints all of it, with apparatus and supplement, without notes', () => {
  expect(readPrintOptions(new URLSearchParams())).toEqual({
    at: '',
    view: 'both',
    notes: [],
    apparatus: true,
    supplement: true,
  });
});

test('a form that was sent means what is ticked, and nothing else', () => {
  expect(
    readPrintOptions(new URLSearchParams('at=4.3&view=lines&notes=mine&notes=theirs&apparatus=on')),
  ).toEqual({ at: '4.3', view: 'lines', notes: ['mine'], apparatus: true, supplement: false });
});
