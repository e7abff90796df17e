import type { Outline } from './outline.ts';
import type { UnitNote } from './proposal.ts';

/** How the numbers of one series run inside their parent. */
export class HeadingNumbers {
  readonly #last = new Map<string, number>();

  note(key: string, number: number | null, below: readonly string[]): readonly UnitNote[] {
    for (const series of below) this.#last.delete(series);
    if (number === null) return [];
    const before = this.#last.get(key);
    this.#last.set(key, number);
    if (before === undefined) return number > 1 ? ['numeral-skips'] : [];
    if (number <= before) return ['numeral-restarts'];
    return number > before + 1 ? ['numeral-skips'] : [];
  }
}

const isDivision = (key: string): boolean => /^[a-z]+$/u.test(key);

/** Series below a heading begin again; articles are counted through the chapters. */
export function seriesBelow(outline: Outline, depth: number): readonly string[] {
  return [...outline.depths].flatMap(([key, at]) =>
    at > depth && !(isDivision(key) && key === 'article') ? [key] : [],
  );
}
