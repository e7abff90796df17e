import { parse, View, type Spec } from 'vega';

export interface Bar {
  readonly label: string;
  readonly text: string;
  readonly atLeast: number;
  readonly atMost: number;
}

const row = 42;
const bar = 14;
const words = { baseline: { value: 'bottom' }, font: { value: 'inherit' } } as const;

/*
 * Words stand above their bar, so that no width of a text needs to be known, in any language. Colours
 * are the names of tokens: the page that holds the picture gives them their values.
 */
const specOf = (bars: readonly Bar[], width: number): Spec => ({
  width,
  height: bars.length * row,
  padding: 2,
  autosize: 'none',
  config: { aria: false } as NonNullable<Spec['config']>,
  data: [{ name: 'bars', values: bars.map((each, n) => ({ ...each, top: n * row + 22 })) }],
  scales: [
    {
      name: 'x',
      type: 'linear',
      domain: [0, Math.max(1, ...bars.map(({ atMost }) => atMost))],
      range: [0, width],
    },
  ],
  marks: [
    ...(['atMost', 'atLeast'] as const).map((field) => ({
      type: 'rect' as const,
      from: { data: 'bars' },
      encode: {
        enter: {
          x: { value: 0 },
          x2: { scale: 'x', field },
          y: { field: 'top' },
          height: { value: bar },
          fill: { value: 'var(--lapis)' },
          fillOpacity: { value: field === 'atMost' ? 0.35 : 1 },
        },
      },
    })),
    {
      type: 'rule',
      encode: {
        enter: {
          x: { value: 0 },
          x2: { value: 0 },
          y2: { value: bars.length * row },
          stroke: { value: 'var(--edge)' },
        },
      },
    },
    {
      type: 'text',
      from: { data: 'bars' },
      encode: {
        enter: {
          ...words,
          x: { value: 6 },
          y: { field: 'top', offset: -4 },
          text: { field: 'label' },
          fill: { value: 'var(--ink)' },
          fontSize: { value: 13 },
        },
      },
    },
    {
      type: 'text',
      from: { data: 'bars' },
      encode: {
        enter: {
          ...words,
          x: { value: width },
          y: { field: 'top', offset: -4 },
          align: { value: 'right' },
          text: { field: 'text' },
          fill: { value: 'var(--soft)' },
          fontSize: { value: 13 },
        },
      },
    },
  ],
});

/** An SVG picture of so many pixels in width, made without a browser. */
export async function barChart(bars: readonly Bar[], width: number): Promise<string> {
  const view = new View(parse(specOf(bars, width)), { renderer: 'none' });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}
