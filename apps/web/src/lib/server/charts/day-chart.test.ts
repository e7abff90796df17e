import { expect, test } from 'vitest';
import { dayChart } from './day-chart.ts';

const day = (label: string, onTime: number, late = 0, isDue = false) => ({
  label,
  onTime,
  late,
  isDue,
});
/** Heights of the columns of one colour. */
const heights = (svg: string, colour: string): number[] =>
  [...svg.matchAll(/<path [^>]*d="M[^"]*?v(-?[\d.]+)h[^"]*"[^>]*fill="var\(--(\w+)\)"/g)]
    .filter(([, , fill]) => fill === colour)
    .map(([, height]) => Math.abs(Number(height)));

test('columns as high as their days, what was late upon what was not', async () => {
  const svg = await dayChart([day('1 Mar', 2), day('2 Mar', 0), day('3 Mar', 2, 2)], 300, 'due');
  expect(svg).toMatch(/^<svg /);
  expect(heights(svg, 'ochre')).toEqual([60, 0, 120]);
  expect(heights(svg, 'verdigris')).toEqual([60, 0, 60]);
});

test('the day that it is due by is named, and words are words', async () => {
  const svg = await dayChart([day('<b>1</b>', 1, 0, true)], 300, 'due & over');
  expect(svg).toContain('due &amp; over');
  expect(svg).toContain('&lt;b&gt;1&lt;/b&gt;');
  expect(await dayChart([day('1', 1)], 300, 'due')).not.toContain('>due<');
});

test('no days, no number that is none', async () => {
  expect(await dayChart([], 300, 'due')).not.toContain('NaN');
});
