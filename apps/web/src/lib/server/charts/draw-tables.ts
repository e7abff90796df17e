import { barChart, type Bar } from './bar-chart.ts';

export interface Pictures {
  readonly narrow: string;
  readonly wide: string;
}

/** A picture of each table that has a figure above nought, for a phone and for more, by its key. */
export async function drawTables(
  tables: readonly { readonly key: string; readonly figures: readonly Bar[] }[],
): Promise<Readonly<Record<string, Pictures>>> {
  const drawn = tables
    .filter(({ figures }) => figures.some(({ atMost }) => atMost > 0))
    .map(async ({ key, figures }) => {
      const [narrow, wide] = await Promise.all([barChart(figures, 340), barChart(figures, 600)]);
      return [key, { narrow, wide }] as const;
    });
  return Object.fromEntries(await Promise.all(drawn));
}
