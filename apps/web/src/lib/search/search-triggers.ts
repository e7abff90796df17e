import type { Trigger } from '#lib/complete/trigger.ts';

/** Operators that a search is completed with, and what stands behind them. */
export const operators = [
  'by',
  'tag',
  'in',
  'kind',
  'since',
  'until',
  'is',
  'layer',
  'work',
] as const;
export type Operator = (typeof operators)[number];

export type SearchTrigger = Operator | 'operator';

// Behind either colon; in quotation marks where it has blanks. Nothing within an open quotation of
// words is an operator: the beginning is sought after a blank that an even number of marks precedes.
const valueOf = (name: Operator): Trigger<SearchTrigger> => ({
  kind: name,
  pattern: new RegExp(
    String.raw`(?<=^(?:[^"]*"[^"]*")*(?:[^"]*\s)?)${name}[:：]("?[^"\s：:]*|"[^"]*)$`,
    'iu',
  ),
});

export const searchTriggers: readonly Trigger<SearchTrigger>[] = [
  ...operators.map(valueOf),
  { kind: 'operator', pattern: /(?<=^(?:[^"]*"[^"]*")*(?:[^"]*\s)?)([a-z]{1,5})$/iu },
];
