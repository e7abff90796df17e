import { holdDefaults, type HoldMode, type HoldSettings } from './settings.ts';

/** How public notes on a place are taken in. */
export type HoldRule = HoldSettings;

const strictness: Readonly<Record<HoldMode, number>> = {
  publish: 0,
  'hold-newcomers': 1,
  'hold-all': 2,
};

/**
 * The rule of a place: of those made for parts of the work that it lies in the strictest, else the
 * one for the whole work, else that of a new work.
 */
export function ruleAt(
  rules: readonly (HoldRule & { readonly isForWhole: boolean })[],
): HoldSettings {
  const parts = rules.filter((rule) => !rule.isForWhole);
  const [strictest] = (parts.length > 0 ? parts : rules).toSorted(
    (a, b) => strictness[b.mode] - strictness[a.mode] || b.newcomerNotes - a.newcomerNotes,
  );
  if (strictest === undefined) return holdDefaults;
  const { isForWhole: _, ...settings } = strictest;
  return settings;
}
