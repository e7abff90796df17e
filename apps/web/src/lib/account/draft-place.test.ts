import { expect, test } from 'vitest';
import { draftLink } from './draft-place.ts';

const note = '0192f0c1-0000-7000-8000-000000000001';

test.each([
  ['new:ncss-2016:4.3.1.2', '/t/ncss-2016/4.3.1.2'],
  ['new:ncss-2016:4.3.1.2-4.3.2.1', '/t/ncss-2016/4.3.1.2-4.3.2.1'],
  [`reply:${note}`, `/n/${note}`],
  [`edit:${note}`, `/n/${note}`],
])('%s', (place, href) => {
  expect(draftLink(place).href).toBe(href);
});
