/** Months as `2026-03`; a quarter is `2026-Q1`, a year `2026`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The months of a period that is named in an address; null where it is none. */
export function readPeriod(text: string): Period | null {
  const [, year, quarter, month] = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(text) ?? [];
  if (year === undefined) return null;
  if (month !== undefined) return { from: text, to: text };
  if (quarter === undefined) return { from: `${year}-01`, to: `${year}-12` };
  const last = Number(quarter) * 3;
  return { from: `${year}-${two(last - 2)}`, to: `${year}-${two(last)}` };
}

export interface Periods {
  readonly years: readonly string[];
  readonly quarters: readonly string[];
  readonly months: readonly string[];
}

/** Every period that holds one of the months from the first to the last, newest first. */
export function listPeriods(first: string, last: string): Periods {
  const months: string[] = [];
  const [year = 0, month = 1] = last.split('-').map(Number);
  for (let count = year * 12 + month - 1; ; count -= 1) {
    const name = `${String(Math.floor(count / 12))}-${two((count % 12) + 1)}`;
    if (name < first) break;
    months.push(name);
  }
  const quarterOf = (name: string): string =>
    `${name.slice(0, 4)}-Q${String(Math.ceil(Number(name.slice(5)) / 3))}`;
  return {
    years: [...new Set(months.map((name) => name.slice(0, 4)))],
    quarters: [...new Set(months.map(quarterOf))],
    months,
  };
}
