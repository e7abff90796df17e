import { expect, test } from 'vitest';
import { barChart } from './bar-chart.ts';

const bars = [
  { label: 'Approved', text: '20', atLeast: 20, atMost: 20 },
  { label: '<script>"&', text: '5 to 9', atLeast: 5, atMost: 9 },
];

test('bars as long as their figures, in colours of the page', async () => {
  const svg = await barChart(bars, 200);
  expect(svg).toMatch(/^<svg /);
  expect(svg).toContain('Approved');
  expect(svg).toContain('fill="var(--lapis)"');
  const lengths = [...svg.matchAll(/d="M0,\d+h([\d.]+)v14/g)].map(([, length]) => Number(length));
  expect(lengths).toEqual([200, 90, 200, 50]);
});

test('words are words', async () => {
  const svg = await barChart(bars, 200);
  expect(svg).not.toContain('<script');
  expect(svg).toContain('&lt;script&gt;');
});

test('nothing to show is no bar', async () => {
  const svg = await barChart([{ label: 'None', text: '0', atLeast: 0, atMost: 0 }], 200);
  expect(svg).not.toContain('NaN');
});
