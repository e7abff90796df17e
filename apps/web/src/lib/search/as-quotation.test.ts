import { expect, test } from 'vitest';
import { asQuotation } from './as-quotation.ts';

test.each([
  ['网络主权', '网络主权', false],
  ['没有网络安全就没有国家安全', '没有网络安全就没有国家安全', true],
  ['two wings', 'two wings', false],
  [' Cybersecurity and informatization are two wings ', undefined, true],
  ['"all necessary measures"', 'all necessary measures', false],
  ['“two wings of one body, two wheels”', 'two wings of one body, two wheels', true],
  ['he said "two wings" and meant both of them', undefined, true],
] as const)('%s', (searched, text, isSentence) => {
  expect(asQuotation(searched)).toEqual({ text: text ?? searched.trim(), isSentence });
});

test.each([
  '',
  '   ',
  '主',
  '???',
  'kind:question',
  '主权 -网络',
  'two wings of one body by:li-wei',
])('%j is no quotation', (searched) => {
  expect(asQuotation(searched)).toBeNull();
});
