import type { CaseView } from '@glossator/contract';
import { compareWords, type Stretch } from '#lib/history/compare-words.ts';

export interface ChosenRow {
  readonly it: CaseView;
  /** How it differs from the first of its group; null where it is the first, or stands for itself. */
  readonly changes: readonly Stretch[] | null;
}
export interface ChosenPart {
  readonly group: string | null;
  readonly rows: readonly ChosenRow[];
}

/** Characters left of what is the same at each side of a difference. */
const around = 40;

/** The long same between two differences is left out but for its ends. */
export function shorten(stretches: readonly Stretch[]): Stretch[] {
  return stretches.map((each, n) => {
    const letters = [...each.text];
    if (each.kind !== 'same' || letters.length <= around * 3) return each;
    const head = n === 0 ? '' : letters.slice(0, around).join('');
    const tail = n === stretches.length - 1 ? '' : letters.slice(-around).join('');
    return { kind: 'same', text: `${head} … ${tail}` };
  });
}

/** Those that say nearly the same stand together, compared with their first; what stands for itself comes last. */
export function chosenParts(items: readonly CaseView[]): ChosenPart[] {
  const parts = new Map<string | null, CaseView[]>();
  for (const it of items) {
    const key = it.group?.key ?? null;
    parts.set(key, [...(parts.get(key) ?? []), it]);
  }
  const single = [...parts].flatMap(([key, cases]) =>
    key === null || cases.length === 1 ? cases : [],
  );
  const groups = [...parts].flatMap(([group, cases]) =>
    group === null || cases.length === 1 ? [] : [{ group, rows: compared(cases) }],
  );
  return [
    ...groups,
    ...(single.length === 0
      ? []
      : [{ group: null, rows: single.map((it) => ({ it, changes: null })) }]),
  ];
}

function compared(cases: readonly CaseView[]): ChosenRow[] {
  const first = cases[0]?.note.body ?? '';
  return cases.map((it, n) => ({
    it,
    changes: n === 0 ? null : shorten(compareWords(first, it.note.body)),
  }));
}
