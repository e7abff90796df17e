import { parse, View, type Spec } from 'vega';

/** One column: what was in time, and what was late, one upon the other. */
export interface Day {
  readonly label: string;
  readonly onTime: number;
  readonly late: number;
  /** The day that work is due by. */
  readonly isDue: boolean;
}

const height = 120;
const foot = 22;
const head = 18;

/* Colours are the names of tokens: the page that holds the picture gives them their values. */
function specOf(days: readonly Day[], width: number, due: string): Spec {
  const most = Math.max(1, ...days.map(({ onTime, late }) => onTime + late));
  const step = width / Math.max(1, days.length);
  // As many words below the columns as there is room for, the first among them.
  const every = Math.max(1, Math.ceil(56 / step));
  const values = days.map((day, n) => ({
    ...day,
    left: n * step + step * 0.12,
    right: (n + 1) * step - step * 0.12,
    middle: (n + 0.5) * step,
    all: day.onTime + day.late,
    word: n % every === 0 ? day.label : '',
  }));
  const words = { font: { value: 'inherit' }, fontSize: { value: 12 } } as const;
  const y = (field: string) => ({ scale: 'y', field, offset: head });
  const zero = { scale: 'y', value: 0, offset: head };
  return {
    width,
    height: head + height + foot,
    padding: 2,
    autosize: 'none',
    config: { aria: false } as NonNullable<Spec['config']>,
    data: [
      { name: 'days', values },
      { name: 'due', values: values.filter(({ isDue }) => isDue) },
    ],
    scales: [{ name: 'y', type: 'linear', domain: [0, most], range: [height, 0] }],
    marks: [
      ...(['all', 'onTime'] as const).map((field) => ({
        type: 'rect' as const,
        from: { data: 'days' },
        encode: {
          enter: {
            x: { field: 'left' },
            x2: { field: 'right' },
            y: y(field),
            y2: zero,
            fill: { value: field === 'all' ? 'var(--ochre)' : 'var(--verdigris)' },
          },
        },
      })),
      {
        type: 'rule',
        encode: {
          enter: {
            x: { value: 0 },
            x2: { value: width },
            y: zero,
            stroke: { value: 'var(--edge)' },
          },
        },
      },
      {
        type: 'rule',
        from: { data: 'due' },
        encode: {
          enter: {
            x: { field: 'right' },
            y: { value: 4 },
            y2: zero,
            stroke: { value: 'var(--rubric)' },
            strokeDash: { value: [4, 3] },
          },
        },
      },
      {
        type: 'text',
        from: { data: 'due' },
        encode: {
          enter: {
            ...words,
            x: { field: 'right', offset: -4 },
            y: { value: 12 },
            align: { value: 'right' },
            text: { value: due },
            fill: { value: 'var(--rubric)' },
          },
        },
      },
      ...(['word', 'all'] as const).map((field) => ({
        type: 'text' as const,
        from: { data: 'days' },
        encode: {
          enter: {
            ...words,
            x: { field: field === 'word' ? 'left' : 'middle' },
            y: field === 'word' ? { value: head + height + 16 } : { ...y('all'), offset: head - 4 },
            align: { value: field === 'word' ? ('left' as const) : ('center' as const) },
            text: field === 'word' ? { field } : { signal: "datum.all > 0 ? datum.all : ''" },
            fill: { value: field === 'word' ? 'var(--soft)' : 'var(--ink)' },
            opacity: { value: field === 'all' && step < 22 ? 0 : 1 },
          },
        },
      })),
    ],
  };
}

/** An SVG picture of so many pixels in width, made without a browser. */
export async function dayChart(days: readonly Day[], width: number, due: string): Promise<string> {
  const view = new View(parse(specOf(days, width, due)), { renderer: 'none' });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}
